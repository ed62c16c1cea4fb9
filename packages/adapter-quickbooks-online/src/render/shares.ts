import { allocate, type MappedLine, type MappedPart, type MappedPayment } from '@ledgerpost/core'
import type { Share } from './making.js'

/**
 * A part as shares of one payment each, for a receipt has but one tender: every line is spread over the payments in
 * proportion to them, so that lines and payments both add up to the minor unit. Payments to the same account are one.
 */
export function sharesOf(part: MappedPart): Share[] {
  const payments = joined(part.payments)
  if (payments.length <= 1) return [{ lines: part.lines, payment: payments[0], total: part.total }]
  const entries = allocate({
    rows: part.lines.flatMap(({ net, tax }) => [net, tax]),
    columns: payments.map(({ amount }) => amount),
  })
  return payments.map((payment, column) => ({
    payment,
    total: payment.amount,
    lines: part.lines.flatMap((line, row): MappedLine[] => {
      const net = entries[row * 2]?.[column] ?? 0n
      const tax = entries[row * 2 + 1]?.[column] ?? 0n
      // A piece of a line has no quantity of its own.
      return net === 0n && tax === 0n ? [] : [{ ...line, quantity: null, net, tax }]
    }),
  }))
}

function joined(payments: readonly MappedPayment[]): MappedPayment[] {
  const byAccount = new Map<string, MappedPayment>()
  for (const payment of payments) {
    const known = byAccount.get(payment.accountId)
    byAccount.set(payment.accountId, known ? { ...known, amount: known.amount + payment.amount } : payment)
  }
  return [...byAccount.values()]
}
