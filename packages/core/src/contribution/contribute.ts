import type { MinorUnits } from '../money/amount.js'
import { sumOf } from '../money/sum.js'
import type { Order } from '../order/order.js'
import { categoryOf, roundingCategory, taxSetOf, tenderExchangeCategory } from './category.js'
import { type Cell, type CellCoordinates, type Contribution, collectCells } from './cell.js'
import { allocate } from './controlled-rounding/index.js'

interface Line {
  readonly revenueCategoryId: string
  readonly taxRateIds: readonly string[]
  readonly net: MinorUnits
  readonly tax: MinorUnits
}

/**
 * What one order revision contributes to the books. The order must balance (see `checkBalance`).
 * An order paid by several methods is spread over them in proportion to the payments, by controlled rounding.
 * @param rounding what the payments exceed the items by, as `checkBalance` found it
 */
export function contribute(order: Order, rounding: MinorUnits = 0n): Contribution {
  if (order.type === 'Void' || order.type === 'VoidRefund') return []
  const lines = linesOf(order, rounding)
  const payments = [...paymentsByMethod(order)].sort(([left], [right]) => (left < right ? -1 : 1))
  const at = (line: Line, paymentMethodId: string | null): CellCoordinates => ({
    businessDate: order.businessDate,
    locationId: order.locationId,
    paymentMethodId,
    revenueCategoryId: line.revenueCategoryId,
    taxRateIds: line.taxRateIds,
    currency: order.currency,
  })
  if (sumOf(payments, ([, amount]) => amount) === 0n) {
    return collectCells([
      ...lines.map((line): Cell => ({ ...at(line, null), net: line.net, tax: line.tax })),
      ...payments.map(([method, amount]): Cell => ({
        ...at({ revenueCategoryId: tenderExchangeCategory, taxRateIds: [], net: amount, tax: 0n }, method),
        net: amount,
        tax: 0n,
      })),
    ])
  }
  const shares = allocate({
    rows: lines.flatMap((line) => [line.net, line.tax]),
    columns: payments.map(([, amount]) => amount),
  })
  return collectCells(
    lines.flatMap((line, row) =>
      payments.map(([method], column): Cell => ({
        ...at(line, method),
        net: shares[2 * row]?.[column] ?? 0n,
        tax: shares[2 * row + 1]?.[column] ?? 0n,
      })),
    ),
  )
}

/** What each payment method moved in the order, in minor units. */
export function paymentsByMethod(order: Pick<Order, 'payments'>): Map<string, MinorUnits> {
  const sums = new Map<string, MinorUnits>()
  for (const { paymentMethodId, amount } of order.payments) {
    sums.set(paymentMethodId, (sums.get(paymentMethodId) ?? 0n) + amount)
  }
  return sums
}

function linesOf(order: Order, rounding: MinorUnits): Line[] {
  const lines = order.items.map((item): Line => ({
    revenueCategoryId: categoryOf(item),
    taxRateIds: taxSetOf(item),
    net: item.netAmount,
    tax: sumOf(item.taxes, (tax) => tax.amount),
  }))
  if (rounding !== 0n) {
    lines.push({ revenueCategoryId: roundingCategory, taxRateIds: [], net: rounding, tax: 0n })
  }
  return lines
}
