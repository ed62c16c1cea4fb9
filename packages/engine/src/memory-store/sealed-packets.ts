import { type Instant, type Packet, type PacketState } from '@ledgerpost/core'
import type { PacketStore } from '../ports/packet-store.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import { addPacketRow, requireEqualSums, requireTotals } from './packet-rules.js'
import type { PacketRow } from './rows.js'
import { duplicate } from './rule-broken.js'
import type { State } from './state.js'
import { requireRecord } from './sync-records.js'
import { pairKey } from './table.js'

export function sealedPackets(state: State): Pick<PacketStore, 'lastSequences' | 'addPackets'> {
  return {
    async lastSequences(integrationId, seriesKeys) {
      const last = new Map<string, number>()
      for (const key of seriesKeys) {
        const row = state.own(state.packetsBySeries.of(pairKey(integrationId, key)).at(-1))
        if (row) last.set(key, row.sequence)
      }
      return last
    },

    async addPackets(integrationId, recordId, packets, time) {
      if (packets.length === 0) return
      const begun = canonicalInstant(time)
      for (const { packet } of packets) {
        requireTotals(packet)
        const { series } = packet
        const row = addPacketRow(state, integrationId, recordId, {
          key: packet.key,
          sequence: packet.sequence,
          series: immutableCopy(series),
        })
        sealRow(state, row, packet, begun)
      }
      for (const { packet, shares } of packets) addShares(state, packet.key, shares)
      requireRecord(state, recordId, integrationId)
      for (const { packet } of packets) requireEqualSums(packet)
    },
  }
}

/** Gives an open packet its content, with state Pending. Series and sequence stay those of the open packet. */
export function sealRow(state: State, row: PacketRow, packet: Packet, time: Instant): void {
  const { key, ordinal, integrationId, recordId, series, sequence } = row
  const { businessDate, locationId, currency, requestItems, payments, cells } = packet
  const { netAmount, taxAmount, total, evidence } = packet
  const sealed = immutableCopy({
    key,
    ordinal,
    integrationId,
    recordId,
    series,
    sequence,
    status: 'Pending' as const,
    businessDate,
    locationId,
    currency,
    requestItems,
    payments,
    cells,
    netAmount,
    taxAmount,
    total,
    evidence,
  })
  const pending: PacketState = { status: 'Pending', time, code: null, message: null }
  state.packets.put({ ...row, sealed, states: immutableCopy([pending]) })
}

export function addShares(
  state: State,
  packetKey: string,
  shares: readonly { readonly orderId: string; readonly digest: string }[],
): void {
  for (const { orderId, digest } of shares) {
    if (state.shares.get(pairKey(packetKey, orderId))) {
      throw duplicate(`a share of order ${orderId} in packet ${packetKey}`)
    }
    state.shares.put({ packetKey, orderId, digest })
  }
}
