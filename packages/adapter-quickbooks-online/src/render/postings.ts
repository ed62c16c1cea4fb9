import type { Posting } from '@ledgerpost/core'
import type { Making, Share } from './making.js'

/** What a document does in QuickBooks' ledger: the payment's account against the items' accounts and sales tax. */
export function postingsOf({ extension }: Making, { lines, payment }: Share): Posting[] {
  const postings: Posting[] = payment ? [{ account: payment.accountId, amount: payment.amount }] : []
  for (const { revenueId, taxId, net, tax } of lines) {
    postings.push({ account: extension.incomeAccounts[revenueId] ?? '', amount: -net, taxId })
    if (extension.salesTaxAccountId !== null)
      postings.push({ account: extension.salesTaxAccountId, amount: -tax, taxId })
  }
  return postings.filter(({ amount }) => amount !== 0n)
}
