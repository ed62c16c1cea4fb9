import { LedgerpostError } from '../errors/ledgerpost-error.js'
import type { MinorUnits } from '../money/amount.js'
import { sumOf } from '../money/sum.js'
import { isVoid, type Order } from '../order/order.js'
import { categoryOf, roundingCategory, taxSetOf, tenderExchangeCategory } from './category.js'
import { type Cell, type Contribution, collectCells } from './cell.js'
import { allocate } from './controlled-rounding/index.js'

/** What a payment method moved in an order, all its payments together. */
type MethodPayment = readonly [paymentMethodId: string, amount: MinorUnits]

/**
 * What one order revision contributes to the books. The order must balance (see `checkBalance`).
 *
 * An order paid by several methods is spread over them in proportion to what each moved in sum, by controlled rounding:
 * the cells of a revenue category and tax set add up to its items, the cells of a method to its payments, and each
 * amount is the floor or the ceiling of its exact proportion. It does not matter in which order items and payments
 * were sent. Where methods run against each other (1000.00 by card and 999.00 handed out in cash, on an order of 1.00),
 * the proportions exceed one and the cells are larger than the order.
 *
 * One that totals zero has no proportions: its items stand under the method `null`, and each method that moved money
 * has an item of the category `type:TenderExchange`.
 * @param rounding what the payments exceed the items by, as `checkBalance` found it
 * @throws LedgerpostError `unbalanced-order`
 */
export function contribute(order: Order, rounding: MinorUnits = 0n): Contribution {
  if (isVoid(order)) return []
  const payments = [...paymentsByMethod(order)]
  const paid = sumOf(payments, ([, amount]) => amount)
  const [first] = payments
  const onlyMethod = first !== undefined && payments.length === 1 && paid !== 0n ? first[0] : null
  const sold = collectCells(cellsOf(order, rounding, onlyMethod))
  refuseUnlessEqual(
    order,
    sumOf(sold, ({ net, tax }) => net + tax),
    paid,
  )
  if (onlyMethod !== null) return sold
  return collectCells(paid === 0n ? [...sold, ...exchangeOf(order, payments)] : spread(sold, payments))
}

/** What each payment method moved in the order, in minor units. */
export function paymentsByMethod(order: Pick<Order, 'payments'>): Map<string, MinorUnits> {
  const sums = new Map<string, MinorUnits>()
  for (const { paymentMethodId, amount } of order.payments) {
    sums.set(paymentMethodId, (sums.get(paymentMethodId) ?? 0n) + amount)
  }
  return sums
}

function cellsOf(order: Order, rounding: MinorUnits, paymentMethodId: string | null): Cell[] {
  const { businessDate, locationId, currency } = order
  const cells = order.items.map((item) => ({
    businessDate,
    locationId,
    paymentMethodId,
    revenueCategoryId: categoryOf(item),
    taxRateIds: taxSetOf(item),
    currency,
    net: item.netAmount,
    tax: sumOf(item.taxes, (tax) => tax.amount),
  }))
  if (rounding !== 0n) cells.push(untaxed(order, paymentMethodId, roundingCategory, rounding))
  return cells
}

function exchangeOf(order: Order, payments: readonly MethodPayment[]): Cell[] {
  return payments.map(([method, amount]) => untaxed(order, method, tenderExchangeCategory, amount))
}

function untaxed(
  { businessDate, locationId, currency }: Order,
  paymentMethodId: string | null,
  revenueCategoryId: string,
  net: MinorUnits,
): Cell {
  return {
    businessDate,
    locationId,
    paymentMethodId,
    revenueCategoryId,
    taxRateIds: [],
    currency,
    net,
    tax: 0n,
  }
}

function spread(sold: Contribution, payments: readonly MethodPayment[]): Cell[] {
  const columns = payments.toSorted(([left], [right]) => (left < right ? -1 : 1))
  const shares = allocate({
    rows: sold.flatMap(({ net, tax }) => [net, tax]),
    columns: columns.map(([, amount]) => amount),
  })
  return sold.flatMap((cell, row) =>
    columns.map(([paymentMethodId], column) => ({
      ...cell,
      paymentMethodId,
      net: shares[2 * row]?.[column] ?? 0n,
      tax: shares[2 * row + 1]?.[column] ?? 0n,
    })),
  )
}

function refuseUnlessEqual({ id, currency }: Order, items: MinorUnits, paid: MinorUnits): void {
  if (items === paid) return
  throw new LedgerpostError({
    code: 'unbalanced-order',
    message:
      `Order ${id} has items of ${items} and payments of ${paid} minor units (${currency}), which must be equal. ` +
      'Check its balance first, and exclude it or pass the rounding found.',
    details: { orderId: id, items: items.toString(), paid: paid.toString() },
  })
}
