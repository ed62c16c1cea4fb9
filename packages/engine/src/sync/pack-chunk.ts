import {
  type Cell,
  collectCells,
  type Digest,
  evidenceOf,
  type Instant,
  packetKey,
  packOrder,
  type Packet,
  type PacketSeries,
  seriesKey,
  shareDigest,
  summarySeriesOf,
} from '@ledgerpost/core'
import type { Integration } from '../ports/integration-store.js'
import type { OpenPacket, PacketShare } from '../ports/packet-store.js'
import type { StoreTransaction } from '../ports/store.js'
import type { Chunk } from './chunk.js'

/** Where and when the packets of a chunk are saved. */
export interface PackingTarget {
  readonly transaction: StoreTransaction
  readonly recordId: string
  readonly integration: Integration
  readonly digest: Digest
  readonly time: Instant
}

/** One packet for each packed order (two, when an edit moved it to another day), sealed at once. */
export async function packEachOrder(
  { transaction, recordId, integration, digest, time }: PackingTarget,
  chunk: Chunk,
): Promise<void> {
  const seriesOf = (orderId: string): PacketSeries => ({ kind: 'order', orderId })
  const sequences = new Map(
    await transaction.lastSequences(
      integration.id,
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
        key: packetKey(integration.id, series, sequence, digest),
        series,
        sequence,
        evidence: evidenceOf([share], digest),
      }
      return { packet, shares: [{ orderId: order.id, digest: share }] }
    }),
  )
  await transaction.addPackets(integration.id, recordId, packets, time)
}

interface Addition {
  readonly series: PacketSeries
  readonly cells: Cell[]
  readonly shares: PacketShare[]
}

/** Adds the packed orders to the record's open summaries, which are sealed when all is read. */
export async function addToSummaries(target: PackingTarget, chunk: Chunk): Promise<void> {
  const { transaction, recordId, integration, digest } = target
  const additions = additionsOf(target, chunk)
  const keys = [...additions.keys()]
  const open = new Map(await transaction.openPackets(recordId, keys))
  const missing = keys.filter((key) => !open.has(key))
  const sequences = await transaction.lastSequences(integration.id, missing)
  const created = missing.flatMap((key): OpenPacket[] => {
    const series = additions.get(key)?.series
    if (!series) return []
    const sequence = (sequences.get(key) ?? 0) + 1
    const packet = {
      key: packetKey(integration.id, series, sequence, digest),
      series,
      sequence,
    }
    open.set(key, packet)
    return [packet]
  })
  await transaction.createOpenPackets(integration.id, recordId, created)
  await transaction.addToOpenPackets(
    [...additions].flatMap(([key, { cells, shares }]) => {
      const packet = open.get(key)
      return packet ? [{ key: packet.key, cells: collectCells(cells), shares }] : []
    }),
  )
}

function additionsOf({ integration, digest: digestOf }: PackingTarget, chunk: Chunk): Map<string, Addition> {
  const byLocation = integration.preferences?.byLocation ?? false
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
      const digest = shareDigest({ orderId: order.id, cells }, digestOf)
      additions.get(key)?.shares.push({ orderId: order.id, digest })
    }
  }
  return additions
}
