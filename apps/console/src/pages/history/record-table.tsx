import type { SyncRecord } from '@ledgerpost/client'
import { Link } from '@tanstack/react-router'
import { useConsole } from '../../app/console-context.js'
import { Badge } from '../../components/badge.js'
import { Money } from '../../components/money.js'
import { openPackets, recordTone } from '../../components/record-tone.js'
import { formatMoment } from '../../words/dates.js'

export interface RecordTableProps {
  readonly type: string
  readonly records: readonly SyncRecord[]
}

export function RecordTable({ type, records }: RecordTableProps) {
  const { texts, locale } = useConsole()
  const { history } = texts
  return (
    <div className="lp-scroll" tabIndex={0} role="region" aria-label={history.title}>
      <table className="lp-table">
        <thead>
          <tr>
            <th>{history.columns.started}</th>
            <th>{history.columns.state}</th>
            <th className="lp-number">{history.columns.orders}</th>
            <th className="lp-number">{history.columns.sent}</th>
            <th className="lp-number">{history.columns.open}</th>
            <th className="lp-number">{history.columns.total}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.Id}>
              <td>
                <Link to="/$type/history/$recordId" params={{ type, recordId: record.Id }}>
                  {formatMoment(record.CreatedTime, locale)}
                </Link>
              </td>
              <td>
                <Badge tone={recordTone(record)}>{history.recordStates[record.Status]}</Badge>
              </td>
              <td className="lp-number">{record.Outcome.Read.toLocaleString(locale)}</td>
              <td className="lp-number">{record.Outcome.Sent.toLocaleString(locale)}</td>
              <td className="lp-number">{history.openCount(openPackets(record.Outcome))}</td>
              <td className="lp-number">
                {record.Outcome.Totals.map(({ Amount, Currency }) => (
                  <div key={Currency}>
                    <Money amount={Amount} currency={Currency} />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
