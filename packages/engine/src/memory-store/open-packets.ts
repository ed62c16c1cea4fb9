import { type Cell, cellKey, collectCells } from '@ledgerpost/core'
import { NotStored } from '../errors.js'
import type { OpenPacket, PacketStore } from '../ports/packet-store.js'
import { byCodePoint } from './code-point-order.js'
import { immutableCopy } from './immutable-copy.js'
import { canonicalInstant } from './instant.js'
import { addPacketRow, requireEqualSums, requireTotals } from './packet-rules.js'
import type { PacketRow } from './rows.js'
import { int8 } from './rule-broken.js'
import { addShares, sealRow } from './sealed-packets.js'
import type { State } from './state.js'
import { requireRecord } from './sync-records.js'
import { pairKey } from './table.js'

type OpenPackets = Pick<
  PacketStore,
  | 'openPackets'
  | 'createOpenPackets'
  | 'addToOpenPackets'
  | 'openPacketContents'
  | 'recordsWithOpenPackets'
  | 'sealPackets'
  | 'discardOpenPacket'
>

export function openPackets(state: State): OpenPackets {
  function ownOpen(key: string): PacketRow | undefined {
    const row = state.own(state.packets.get(key))
    return row?.sealed === null ? row : undefined
  }

  function requireOpen(keys: readonly string[]): void {
    const missing = keys.find((key) => !ownOpen(key))
    if (missing !== undefined) throw new NotStored(`Open packet ${missing}`)
  }

  /** What is added in one call is summed before 64 bits have to hold it. */
  function addCells(packetKey: string, added: readonly Cell[]): void {
    const sums = new Map<string, Cell>()
    for (const { net, tax, ...cell } of added) {
      const key = cellKey(cell)
      const known = sums.get(key)
      sums.set(key, { ...cell, net: (known?.net ?? 0n) + net, tax: (known?.tax ?? 0n) + tax })
    }
    for (const [key, { net, tax, ...cell }] of sums) {
      const known = state.cells.get(pairKey(packetKey, key))?.cell
      const { businessDate, locationId, currency, paymentMethodId, revenueCategoryId, taxRateIds } = cell
      const sum: Cell = {
        businessDate,
        locationId,
        paymentMethodId,
        revenueCategoryId,
        taxRateIds,
        currency,
        net: int8((known?.net ?? 0n) + int8(net)),
        tax: int8((known?.tax ?? 0n) + int8(tax)),
      }
      state.cells.put({ packetKey, cellKey: key, cell: immutableCopy(sum) })
    }
  }

  function removeCells(packetKey: string): void {
    for (const row of state.cellsOf.of(packetKey).slice()) state.cells.delete(row)
  }

  return {
    async openPackets(recordId, seriesKeys) {
      const wanted = new Set(seriesKeys)
      const open = state.openPacketsOfRecord
        .of(recordId)
        .filter((row) => wanted.has(row.seriesKey) && state.own(row))
      return new Map(open.map((row) => [row.seriesKey, openPacketOf(row)]))
    },

    async createOpenPackets(integrationId, recordId, packets) {
      if (packets.length === 0) return
      for (const { key, series, sequence } of packets) {
        addPacketRow(state, integrationId, recordId, { key, series: immutableCopy(series), sequence })
      }
      requireRecord(state, recordId, integrationId)
    },

    async addToOpenPackets(additions) {
      requireOpen(additions.map(({ key }) => key))
      const cellsByKey = new Map<string, Cell[]>()
      for (const { key, cells, shares } of additions) {
        addShares(state, key, shares)
        const known = cellsByKey.get(key)
        if (known) known.push(...cells)
        else cellsByKey.set(key, [...cells])
      }
      for (const [key, cells] of cellsByKey) addCells(key, cells)
    },

    async recordsWithOpenPackets(integrationId) {
      const open = state.openPacketsOf.of(integrationId).filter((row) => state.own(row))
      return [...new Set(open.map(({ recordId }) => recordId))].toSorted(byCodePoint)
    },

    async openPacketContents(recordId, limit) {
      return state.openPacketsOfRecord
        .of(recordId)
        .filter((row) => state.own(row))
        .slice(0, limit)
        .map((row) => ({
          ...openPacketOf(row),
          cells: immutableCopy(collectCells(state.cellsOf.of(row.key).map(({ cell }) => cell))),
          shareDigests: state.sharesOf.of(row.key).map(({ digest }) => digest),
        }))
    },

    async sealPackets(packets, time) {
      if (packets.length === 0) return
      const begun = canonicalInstant(time)
      const sealed = packets.flatMap((packet) => {
        const row = ownOpen(packet.key)
        return row ? [{ row, packet }] : []
      })
      for (const { packet } of sealed) requireTotals(packet)
      for (const { row, packet } of sealed) sealRow(state, row, packet, begun)
      for (const { row } of sealed) removeCells(row.key)
      for (const { packet } of sealed) requireEqualSums(packet)
      const found = new Set(sealed.map(({ row }) => row.key))
      const missing = packets.find(({ key }) => !found.has(key))
      if (missing) throw new NotStored(`Open packet ${missing.key}`)
    },

    async discardOpenPacket(key) {
      requireOpen([key])
      removeCells(key)
      for (const row of state.sharesOf.of(key).slice()) state.shares.delete(row)
      const row = ownOpen(key)
      if (row) state.packets.delete(row)
    },
  }
}

function openPacketOf({ key, series, sequence }: PacketRow): OpenPacket {
  return { key, series, sequence }
}
