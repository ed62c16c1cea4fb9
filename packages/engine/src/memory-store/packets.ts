import { packetStatuses, type PacketStatus } from '@ledgerpost/core'
import type { PacketStore, StoredPacket } from '../ports/packet-store.js'
import { byCodePoint } from './code-point-order.js'
import type { PacketRow } from './rows.js'
import type { State } from './state.js'
import { pairKey } from './table.js'
import type { TableIndex } from './table-index.js'

type Packets = Pick<
  PacketStore,
  'packets' | 'predecessors' | 'packetsByStatus' | 'packetsOfRecord' | 'packetCounts' | 'orderIdsOfPacket'
>

/** Statuses of a packet whose fate is open. */
const undecided: ReadonlySet<PacketStatus> = new Set(['Pending', 'Sending', 'InDoubt'])

interface Page {
  readonly after: bigint
  readonly limit: number
}

export function packets(state: State): Packets {
  const page = (rows: readonly PacketRow[]): StoredPacket[] =>
    rows.flatMap((row) => (row.sealed && state.own(row) ? row.sealed : []))

  const fromIndex = (index: TableIndex<PacketRow>, group: string, { after, limit }: Page) =>
    index.from(group, ({ ordinal }) => ordinal > after, limit)

  return {
    async packets(keys) {
      return page(ownPackets(state, keys))
    },

    async predecessors(keys) {
      const found = new Map<string, string>()
      for (const packet of ownPackets(state, keys)) {
        const series = state.packetsBySeries.of(pairKey(packet.integrationId, packet.seriesKey))
        const earlier = series.findLast(
          ({ sequence, sealed }) => sequence < packet.sequence && sealed && undecided.has(sealed.status),
        )
        if (earlier) found.set(packet.key, earlier.key)
      }
      return found
    },

    async packetsByStatus(integrationId, { recordId, statuses, ...selection }) {
      const rows = [...new Set(statuses)].flatMap((status) =>
        recordId === null
          ? fromIndex(state.packetsByStatus, pairKey(status, integrationId), selection)
          : fromIndex(state.packetsOfRecordByStatus, pairKey(status, recordId), selection),
      )
      return page(rows.filter((row) => row.integrationId === integrationId).toSorted(byOrdinal)).slice(
        0,
        selection.limit,
      )
    },

    async packetsOfRecord(recordId, selection) {
      return page(fromIndex(state.sealedPacketsOfRecord, recordId, selection))
    },

    async packetCounts(recordId) {
      const counts: Partial<Record<PacketStatus, number>> = {}
      if (!state.own(state.records.get(recordId))) return counts
      for (const status of packetStatuses) {
        const { length } = state.packetsOfRecordByStatus.of(pairKey(status, recordId))
        if (length > 0) counts[status] = length
      }
      return counts
    },

    async orderIdsOfPacket(key, { after, limit }) {
      if (!state.own(state.packets.get(key))) return []
      return state.sharesOf
        .from(key, ({ orderId }) => byCodePoint(orderId, after ?? '') > 0, limit)
        .map(({ orderId }) => orderId)
    },
  }
}

/** The packets of the transaction's subscriber among the keys, ascending by ordinal. */
export function ownPackets(state: State, keys: readonly string[]): readonly PacketRow[] {
  return [...new Set(keys)].flatMap((key) => state.own(state.packets.get(key)) ?? []).toSorted(byOrdinal)
}

function byOrdinal(left: PacketRow, right: PacketRow): number {
  return left.ordinal < right.ordinal ? -1 : left.ordinal > right.ordinal ? 1 : 0
}
