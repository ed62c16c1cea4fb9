import type { AccountingIntegration, SyncPacket } from '@ledgerpost/client'
import { useMemo, useState } from 'react'
import { useTexts } from '../../app/console-context.js'
import { Empty } from '../../components/empty.js'
import { Loaded } from '../../components/loaded.js'
import { Segments } from '../../components/segments.js'
import { usePackets } from '../../data/queries.js'
import { PacketTable } from './packet-table.js'

type Status = SyncPacket['Status']
const statuses: readonly Status[] = ['Sent', 'Held', 'Rejected', 'InDoubt', 'Pending']

export interface PacketsProps {
  readonly type: string
  readonly recordId: string
  readonly methods: AccountingIntegration['MindbodyConfiguration']['PaymentMethods']
}

/** The packets of a sync, however many there are. */
export function Packets({ type, recordId, methods }: PacketsProps) {
  const { history } = useTexts()
  const [status, setStatus] = useState<Status | null>(null)
  const packets = usePackets(recordId, status)
  const nameOf = useMemo(() => {
    const names = new Map(methods.map(({ Id, Name }) => [Id, Name]))
    return (id: string) => names.get(id) ?? id
  }, [methods])
  const shown = useMemo(() => packets.data?.pages.flatMap(({ items }) => items) ?? [], [packets.data])
  return (
    <section className="lp-card">
      <div className="lp-card-head">
        <h2>{history.packets}</h2>
        <Segments
          label={history.filter}
          options={[
            { value: '', text: history.all },
            ...statuses.map((value) => ({ value, text: history.packetStates[value] })),
          ]}
          value={status ?? ''}
          onChange={(value) => setStatus(statuses.find((each) => each === value) ?? null)}
        />
      </div>
      <p className="lp-quiet lp-small">{history.packetsHint}</p>
      <Loaded query={packets} what={history.packets}>
        {() =>
          shown.length === 0 ? (
            <Empty title={status === null ? history.packetsEmpty : history.packetsNone} />
          ) : (
            <PacketTable
              type={type}
              recordId={recordId}
              packets={shown}
              nameOf={nameOf}
              isLoading={packets.isFetchingNextPage}
              onEnd={packets.hasNextPage ? () => void packets.fetchNextPage() : undefined}
            />
          )
        }
      </Loaded>
    </section>
  )
}
