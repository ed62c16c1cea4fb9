import type { MinorUnits } from '../money/amount.js'
import { sumOf } from '../money/sum.js'
import { isVoid, type Order } from './order.js'

/**
 * What the payments of an order move, signed, in minor units; of a void one nothing. For an order that balances it is the
 * sum of its contribution.
 */
export function paidOf(order: Pick<Order, 'type' | 'payments'>): MinorUnits {
  return isVoid(order) ? 0n : sumOf(order.payments, ({ amount }) => amount)
}
