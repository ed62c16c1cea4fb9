import type { SyncStore } from '../ports/sync-store.js'
import { byCodePoint } from './code-point-order.js'
import { packetTotalsOf } from './conservation.js'
import { immutableCopy } from './immutable-copy.js'
import { foreignRow, twiceInOneCall } from './rule-broken.js'
import type { State } from './state.js'
import { ownRecord, requireRecord } from './sync-records.js'
import { pairKey } from './table.js'

type SyncProgress = Pick<SyncStore, 'addSyncProgress' | 'addExclusions' | 'exclusions' | 'packetTotals'>

export function syncProgress(state: State): SyncProgress {
  return {
    async addSyncProgress(recordId, { read, packed, unchanged, excluded }, minorUnitsIn) {
      const row = ownRecord(state, recordId)
      const { value } = row
      const sums: Record<string, bigint> = { ...value.minorUnitsIn }
      for (const [currency, sum] of Object.entries(minorUnitsIn)) {
        sums[currency] = (sums[currency] ?? 0n) + sum
      }
      const counts = {
        read: value.read + read,
        packed: value.packed + packed,
        unchanged: value.unchanged + unchanged,
        excluded: value.excluded + excluded,
      }
      state.records.put({ ...row, value: immutableCopy({ ...value, ...counts, minorUnitsIn: sums }) })
    },

    async addExclusions(recordId, exclusions) {
      const orderIds = new Set<string>()
      for (const { orderId, reason, message } of exclusions) {
        if (orderIds.has(orderId)) throw twiceInOneCall(`The exclusion of order ${orderId}`)
        orderIds.add(orderId)
        const known = state.exclusions.get(pairKey(recordId, orderId))
        if (known && !state.own(known)) throw foreignRow(`An exclusion of sync record ${recordId}`)
        const value = immutableCopy({ orderId, reason, message })
        state.exclusions.put({ subscriberId: state.scope, recordId, value })
      }
      if (exclusions.length > 0) requireRecord(state, recordId)
    },

    async exclusions(recordId, { after, limit }) {
      return state.exclusionsOf
        .from(recordId, ({ value }) => byCodePoint(value.orderId, after ?? '') > 0, limit)
        .filter((row) => state.own(row))
        .map(({ value }) => value)
    },

    async packetTotals(recordId) {
      return state.own(state.records.get(recordId)) ? packetTotalsOf(state, recordId) : {}
    },
  }
}
