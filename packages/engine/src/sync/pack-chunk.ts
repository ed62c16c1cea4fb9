import {
  type Cell,
  collectCells,
  evidenceOf,
  packetKey,
  packOrder,
  type Packet,
  type PacketSeries,
  seriesKey,
  shareDigest,
  summarySeriesOf,
} from '@ledgerpost/core'
import { now } from '../environment.js'
import type { OpenPacket, PacketShare } from '../ports/packet-store.js'
import type { StoreTransaction } from '../ports/store.js'
import type { Chunk } from './chunk.js'
import type { Run } from './run.js'

/** One packet for each packed order (two, when an edit moved it to another day), sealed at once. */
export async function packEachOrder(
  run: Run,
  transaction: StoreTransaction,
  recordId: string,
  chunk: Chunk,
): Promise<void> {
  const { digest } = run.environment
  const seriesOf = (orderId: string): PacketSeries => ({ kind: 'order', orderId })
  const sequences = new Map(
    await transaction.lastSequences(
      run.integration.id,
      chunk.packed.map(({ order }) => seriesKey(seriesOf(order.id))),
    ),
  )
  const packets = chunk.packed.flatMap(({ order, change, rounding, isFirst }) =>
    packOrder(order, change, rounding, isFirst).map((content) => {
      const series = seriesOf(order.id)
      const sequence = (sequences.get(seriesKey(series)) ?? 0) + 1
      sequences.set(seriesKey(series), sequence)
      const share = shareDigest({ orderId: order.id, cells: content.cells }, digest)
      const packet: Packet = {
        ...content,
        key: packetKey(run.integration.id, series, sequence, digest),
        series,
        sequence,
        evidence: evidenceOf([share], digest),
      }
      return { packet, shares: [{ orderId: order.id, digest: share }] }
    }),
  )
  await transaction.addPackets(run.integration.id, recordId, packets, now(run.environment))
}

interface Addition {
  readonly series: PacketSeries
  readonly cells: Cell[]
  readonly shares: PacketShare[]
}

/** Adds the packed orders to the record's open summaries, which are sealed when all is read. */
export async function addToSummaries(
  run: Run,
  transaction: StoreTransaction,
  recordId: string,
  chunk: Chunk,
): Promise<void> {
  const additions = additionsOf(run, chunk)
  const keys = [...additions.keys()]
  const open = new Map(await transaction.openPackets(recordId, keys))
  const missing = keys.filter((key) => !open.has(key))
  const sequences = await transaction.lastSequences(run.integration.id, missing)
  const created = missing.flatMap((key): OpenPacket[] => {
    const series = additions.get(key)?.series
    if (!series) return []
    const sequence = (sequences.get(key) ?? 0) + 1
    const packet = {
      key: packetKey(run.integration.id, series, sequence, run.environment.digest),
      series,
      sequence,
    }
    open.set(key, packet)
    return [packet]
  })
  await transaction.createOpenPackets(run.integration.id, recordId, created)
  await transaction.addToOpenPackets(
    [...additions].flatMap(([key, { cells, shares }]) => {
      const packet = open.get(key)
      return packet ? [{ key: packet.key, cells: collectCells(cells), shares }] : []
    }),
  )
}

function additionsOf(run: Run, chunk: Chunk): Map<string, Addition> {
  const byLocation = run.integration.preferences?.byLocation ?? false
  const additions = new Map<string, Addition>()
  for (const { order, change } of chunk.packed) {
    const own = new Map<string, Cell[]>()
    for (const cell of change) {
      const series = summarySeriesOf(cell, byLocation)
      const key = seriesKey(series)
      const addition = additions.get(key) ?? { series, cells: [], shares: [] }
      additions.set(key, addition)
      addition.cells.push(cell)
      own.set(key, [...(own.get(key) ?? []), cell])
    }
    for (const [key, cells] of own) {
      const digest = shareDigest({ orderId: order.id, cells }, run.environment.digest)
      additions.get(key)?.shares.push({ orderId: order.id, digest })
    }
  }
  return additions
}
