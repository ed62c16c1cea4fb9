import { type PacketSeries, type PacketState, seriesKey } from '@ledgerpost/core'
import { now } from '../environment.js'
import type { StoredPacket } from '../ports/packet-store.js'
import { isSaid } from './same-state.js'
import type { Sending } from './sending.js'

/**
 * Sends packets so that none goes before an earlier one of its series (the same order, or day and method) whose fate is
 * open. They go in waves: of each series the first, then those that these released. What still waits in the end is
 * Pending and says what for.
 */
export async function sendInOrder(
  sending: Sending,
  packets: readonly StoredPacket[],
  send: (wave: readonly StoredPacket[]) => Promise<void>,
): Promise<void> {
  let waiting = packets
  while (waiting.length > 0) {
    const keys = waiting.map(({ key }) => key)
    const predecessors = await sending.run.read('send.read-predecessors', (transaction) =>
      transaction.predecessors(keys),
    )
    const wave = new Set([...firstOfSeries(waiting)].filter(({ key }) => !predecessors.has(key)))
    if (wave.size === 0) return queue(sending, waiting, predecessors)
    await send([...wave])
    waiting = waiting.filter((packet) => !wave.has(packet))
  }
}

/** Even one whose predecessor is merely Held goes after it: that one may be sent now. */
function firstOfSeries(packets: readonly StoredPacket[]): Iterable<StoredPacket> {
  const first = new Map<string, StoredPacket>()
  for (const packet of packets.toSorted((one, other) => one.sequence - other.sequence)) {
    const series = seriesKey(packet.series)
    if (!first.has(series)) first.set(series, packet)
  }
  return [...first.values()].toSorted((one, other) => (one.ordinal < other.ordinal ? -1 : 1))
}

async function queue(
  { run }: Sending,
  waiting: readonly StoredPacket[],
  predecessors: ReadonlyMap<string, string>,
): Promise<void> {
  const time = now(run.environment)
  await run.write('send.queue', async (transaction) => {
    const states = await transaction.packetStates(waiting.map(({ key }) => key))
    await transaction.addPacketStates(
      waiting.flatMap(({ key, series }) => {
        const earlier = predecessors.get(key)
        if (earlier === undefined) return []
        const message = `It waits for packet ${earlier}, an earlier one of the same ${nameOf(series)}, of which it is not certain what became. See there; once that one is Sent, Held or Rejected, this one goes with the next Sync or Resync.`
        const state: PacketState = { status: 'Pending', time, code: 'Queued', message }
        return isSaid(state, states.get(key)?.at(-1)) ? [] : [{ key, state }]
      }),
    )
  })
}

function nameOf(series: PacketSeries): string {
  return series.kind === 'order' ? `order (${series.orderId})` : 'day and payment method'
}
