import type { AccountingIntegration, SyncPacket } from '@ledgerpost/client'
import { Link, useParams } from '@tanstack/react-router'
import { useConsole, useIsOwner } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { Badge } from '../../components/badge.js'
import { Button } from '../../components/button.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Loaded } from '../../components/loaded.js'
import { Money } from '../../components/money.js'
import { PageHead } from '../../components/page-head.js'
import { packetTones } from '../../components/record-tone.js'
import { StateList } from '../../components/state-list.js'
import { useIntegration, usePacket } from '../../data/queries.js'
import { useResend } from '../../data/use-resend.js'
import { formatDate } from '../../words/dates.js'
import { paidBy } from '../../words/paid-by.js'
import { Documents } from './documents.js'
import { PacketItems } from './packet-items.js'
import { PacketOrders } from './packet-orders.js'
import { WhyNotice } from './why-notice.js'

/** One packet: what is in it, the orders behind it, and what became of it in the ledger. */
export function PacketPage() {
  const type = useType()
  const { recordId, packetId } = useParams({ from: '/$type/history/$recordId/$packetId' })
  const { texts } = useConsole()
  const platform = useIntegration(type).data?.MindbodyConfiguration
  return (
    <Loaded query={usePacket(recordId, packetId)} what={texts.history.packetWhat}>
      {(packet) =>
        packet === null ? (
          <PageHead title={texts.common.notFound} intro={texts.common.notFoundDetail} />
        ) : (
          <PacketDetail key={packetId} type={type} recordId={recordId} packet={packet} platform={platform} />
        )
      }
    </Loaded>
  )
}

interface PacketDetailProps {
  readonly type: string
  readonly recordId: string
  readonly packet: SyncPacket
  readonly platform: AccountingIntegration['MindbodyConfiguration'] | undefined
}

function PacketDetail({ type, recordId, packet, platform }: PacketDetailProps) {
  const { texts, locale } = useConsole()
  const { history } = texts
  const isOwner = useIsOwner()
  const { isRunning, resend, resendError } = useResend(type, recordId)
  const { Currency: currency, Status, States = [] } = packet
  const methodOf = (id: string) => platform?.PaymentMethods.find(({ Id }) => Id === id)?.Name ?? id
  const canResend = Status !== 'Sent' && Status !== 'Sending'
  return (
    <>
      <PageHead
        title={history.packetTitle(formatDate(packet.Date, locale), paidBy(packet, methodOf, history))}
        intro={
          <Link to="/$type/history/$recordId" params={{ type, recordId }}>
            {history.backToSync}
          </Link>
        }
      >
        <Badge tone={packetTones[Status]}>{history.packetStates[Status]}</Badge>
        {isOwner && canResend && (
          <Button isBusy={isRunning} onClick={resend}>
            {isRunning ? history.resending : history.resend}
          </Button>
        )}
      </PageHead>
      {resendError && <FailureNotice error={resendError} />}
      {canResend && <WhyNotice type={type} states={States} />}
      <div className="lp-columns">
        <section className="lp-card">
          <h2>{history.documents}</h2>
          <Documents documents={packet.Documents} currency={currency} />
        </section>
        <section className="lp-card">
          <h2>{history.payments}</h2>
          <dl className="lp-facts">
            {packet.Payments.map(({ PaymentMethodId, Amount }) => (
              <div key={PaymentMethodId} className="lp-contents">
                <dt>{methodOf(PaymentMethodId)}</dt>
                <dd className="lp-number">
                  <Money amount={Amount} currency={currency} />
                </dd>
              </div>
            ))}
            <dt>{history.orderTotal}</dt>
            <dd className="lp-number">
              <strong>
                <Money amount={packet.Total} currency={currency} />
              </strong>
            </dd>
          </dl>
        </section>
      </div>
      <section className="lp-card">
        <h2>{history.items}</h2>
        <PacketItems packet={packet} platform={platform} />
      </section>
      <section className="lp-card">
        <h2>
          {history.orders}{' '}
          <span className="lp-quiet lp-small">· {texts.common.orders(packet.OrderCount)}</span>
        </h2>
        {isOwner ? (
          <PacketOrders orderIds={packet.OrderIds} count={packet.OrderCount} methodOf={methodOf} />
        ) : (
          <p className="lp-quiet">{history.adminNoOrders}</p>
        )}
      </section>
      <section className="lp-card">
        <h2>{history.states}</h2>
        <StateList states={States} nameOf={(status) => history.packetStates[status]} />
      </section>
    </>
  )
}
