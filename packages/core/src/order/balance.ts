import { formatAmount, type MinorUnits } from '../money/amount.js'
import { minorUnitDigits } from '../money/currency.js'
import { sumOf } from '../money/sum.js'
import { isVoid, type Order } from './order.js'

export type BalanceCheck =
  | {
      readonly balanced: true
      /** What the payments exceed the items by, within the tolerance: it is booked as an item of category `rounding`. */
      readonly rounding: MinorUnits
    }
  | { readonly balanced: false; readonly explanation: string }

/**
 * Whether the order adds up: each item's total is its net amount and taxes, the items' totals are the
 * order's total, and so are the payments. A void order counts for nothing, so nothing in it has to add up.
 * @param tolerance how many minor units an order may be off, in sum, before it is excluded; 0 by default
 */
export function checkBalance(order: Order, tolerance: MinorUnits = 0n): BalanceCheck {
  if (isVoid(order)) return { balanced: true, rounding: 0n }
  const money = (amount: MinorUnits) =>
    `${formatAmount(amount, minorUnitDigits(order.currency))} ${order.currency}`
  const items = sumOf(order.items, (item) => item.netAmount + sumOf(item.taxes, (tax) => tax.amount))
  const itemTotals = sumOf(order.items, (item) => item.total)
  const paid = sumOf(order.payments, (payment) => payment.amount)
  const problems: string[] = []
  const within = (difference: MinorUnits) => difference <= tolerance && -difference <= tolerance
  for (const item of order.items) {
    const expected = item.netAmount + sumOf(item.taxes, (tax) => tax.amount)
    if (!within(item.total - expected)) {
      problems.push(
        `item ${item.id} has total ${money(item.total)} but net and taxes make ${money(expected)}`,
      )
    }
  }
  if (!within(order.cost.total - itemTotals)) {
    problems.push(`the items make ${money(itemTotals)} but the order's total is ${money(order.cost.total)}`)
  }
  if (!within(order.cost.total - items)) {
    problems.push(
      `net amounts and taxes make ${money(items)} but the order's total is ${money(order.cost.total)}`,
    )
  }
  if (!within(paid - order.cost.total)) {
    problems.push(`the payments make ${money(paid)} but the order's total is ${money(order.cost.total)}`)
  }
  if (!within(paid - items)) {
    problems.push(`the payments make ${money(paid)} but the items make ${money(items)}`)
  }
  return problems.length === 0
    ? { balanced: true, rounding: paid - items }
    : {
        balanced: false,
        explanation: `Order ${order.id} does not balance: ${[...new Set(problems)].join('; ')}.`,
      }
}
