import type { LedgerLine } from '@ledgerpost/testkit'
import type { FakeAccount } from '../seed.js'
import type { FakeBooks } from './books.js'
import type { FakeLine } from './documents.js'
import type { Hundredths } from './hundredths.js'

/**
 * The entry of lines whose total goes to an account, against the lines' accounts and sales tax.
 * @param sign 1 for what brings money in, -1 for what gives it back
 */
export function saleEntry(
  books: FakeBooks,
  document: {
    readonly lines: readonly FakeLine[]
    readonly total: Hundredths
    readonly lineAmountTypes: string
  },
  sign: 1n | -1n,
  against: FakeAccount,
): LedgerLine[] {
  const { lines, total, lineAmountTypes } = document
  const isIncluded = lineAmountTypes === 'Inclusive'
  return [
    { accountId: against.AccountID, amount: sign * total },
    ...lines.flatMap(({ account, tax, lineAmount, taxAmount }): LedgerLine[] => {
      const net = isIncluded ? lineAmount - taxAmount : lineAmount
      const revenue = { accountId: account.AccountID, amount: -sign * net, taxType: tax.TaxType }
      if (taxAmount === 0n) return [revenue]
      const salesTax = books.systemAccount('GST').AccountID
      return [revenue, { accountId: salesTax, amount: -sign * taxAmount, taxType: tax.TaxType }]
    }),
  ]
}
