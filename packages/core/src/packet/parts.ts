import type { MinorUnits } from '../money/amount.js'
import { sumOf } from '../money/sum.js'
import { requestItemsOf } from './content-of-cells.js'
import type { PacketContent, PacketPayment, RequestItem } from './packet.js'

/** A share of a packet that one sale document (total above zero) or refund document (below) can carry. */
export interface PacketPart {
  readonly requestItems: readonly RequestItem[]
  /** All of the total's sign; empty when the total is zero. Their sum is the total. */
  readonly payments: readonly PacketPayment[]
  readonly total: MinorUnits
}

/**
 * Cuts a packet into parts that accounting systems accept. Nearly always that is one; when payments run
 * against each other, or the total is zero although payments moved, it is one for each payment method, with its
 * cells summed up as request items.
 */
export function partsOf(content: PacketContent): PacketPart[] {
  const { payments, total } = content
  const sign = total > 0n ? 1n : -1n
  const agrees = payments.every((payment) => payment.amount * sign > 0n)
  if (total === 0n ? payments.length === 0 : agrees) {
    return [{ requestItems: content.requestItems, payments, total }]
  }
  const methods = [...new Set(content.cells.map((cell) => cell.paymentMethodId))]
  return methods.map((paymentMethodId) => {
    const cells = content.cells.filter((cell) => cell.paymentMethodId === paymentMethodId)
    const amount = sumOf(cells, (cell) => cell.net + cell.tax)
    return {
      requestItems: requestItemsOf(cells),
      payments: paymentMethodId === null || amount === 0n ? [] : [{ paymentMethodId, amount }],
      total: amount,
    }
  })
}
