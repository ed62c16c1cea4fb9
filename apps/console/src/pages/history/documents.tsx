import type { SyncPacket } from '@ledgerpost/client'
import { useConsole } from '../../app/console-context.js'
import { Icon } from '../../components/icon.js'
import { Money } from '../../components/money.js'
import { formatDate } from '../../words/dates.js'

export interface DocumentsProps {
  readonly documents: SyncPacket['Documents']
  readonly currency: string
}

/** What a packet became in the ledger, with the way there. */
export function Documents({ documents, currency }: DocumentsProps) {
  const { texts, locale } = useConsole()
  const { history, common } = texts
  if (documents.length === 0) return <p className="lp-quiet">{history.documentsNone}</p>
  return (
    <ul className="lp-documents">
      {documents.map(({ Reference, Kind, Date: date, Total, Link, Status, Message, Deviation }) => (
        <li key={Reference}>
          <div className="lp-document">
            <strong>
              {history.kinds[Kind] ?? Kind} · <Money amount={Total} currency={currency} />
            </strong>
            <span className="lp-small lp-quiet">
              {formatDate(date, locale)} · {history.documentStates[Status] ?? Status}
            </span>
            {Link === null ? (
              <p className="lp-quiet lp-small">
                {history.reference} <code>{Reference}</code>. {history.documentNoLink}
              </p>
            ) : (
              <a href={Link} target="_blank" rel="noreferrer noopener">
                {history.openDocument(Reference)} <Icon name="out" size={13} />
                <span className="lp-hidden">{common.opensElsewhere}</span>
              </a>
            )}
            {Message !== null && <p className="lp-small">{Message}</p>}
            {Deviation !== null && (
              <p className="lp-small">
                {history.deviation} {Deviation}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
