import type { MinorUnits, SyncCounts } from '@ledgerpost/core'
import type { ChangedOrder } from '../ports/order-store.js'
import type { PackedOrder } from '../ports/packet-store.js'
import type { Exclusion } from '../ports/sync-store.js'
import { type OrderVerdict, weighOrder } from './weigh-order.js'

export type PackedVerdict = Extract<OrderVerdict, { kind: 'packed' }>

/** Some changed orders, weighed. */
export interface Chunk {
  readonly packed: readonly (PackedVerdict & ChangedOrder & { readonly isFirst: boolean })[]
  readonly exclusions: readonly Exclusion[]
  readonly counts: SyncCounts
  readonly minorUnitsIn: Readonly<Record<string, MinorUnits>>
}

export function weighChunk(
  orders: readonly ChangedOrder[],
  packedBefore: readonly PackedOrder[],
  terms: Parameters<typeof weighOrder>[2],
): Chunk {
  const before = new Map(packedBefore.map((packed) => [packed.orderId, packed.contribution]))
  const packed: Chunk['packed'][number][] = []
  const exclusions: Exclusion[] = []
  for (const changed of orders) {
    const { order } = changed
    const earlier = before.get(order.id)
    const verdict = weighOrder(order, earlier ?? [], terms)
    if (verdict.kind === 'excluded') {
      exclusions.push({ orderId: order.id, reason: verdict.reason, message: verdict.message })
    } else if (verdict.kind === 'packed') {
      packed.push({ ...verdict, ...changed, isFirst: earlier === undefined })
    }
  }
  const minorUnitsIn: Record<string, MinorUnits> = {}
  for (const { change } of packed) {
    for (const { currency, net, tax } of change)
      minorUnitsIn[currency] = (minorUnitsIn[currency] ?? 0n) + net + tax
  }
  return {
    packed,
    exclusions,
    counts: {
      read: orders.length,
      packed: packed.length,
      unchanged: orders.length - packed.length - exclusions.length,
      excluded: exclusions.length,
    },
    minorUnitsIn,
  }
}
