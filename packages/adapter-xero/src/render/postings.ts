import type { MappedPart, MappedPayment, Posting } from '@ledgerpost/core'
import type { XeroExtension } from '../configuration/extension.js'

/** What an invoice (or credit note) does in Xero's ledger: receivables against revenue and sales tax. */
export function salePostings(part: MappedPart, extension: XeroExtension): Posting[] {
  const postings: Posting[] = [{ account: extension.receivablesAccountId, amount: part.total }]
  for (const { revenueId, taxId, net, tax } of part.lines) {
    postings.push({ account: revenueId, amount: -net, taxId })
    if (extension.salesTaxAccountId !== null)
      postings.push({ account: extension.salesTaxAccountId, amount: -tax, taxId })
  }
  return postings.filter(({ amount }) => amount !== 0n)
}

/** What a payment does: the account it goes to against receivables. */
export function paymentPostings(payment: MappedPayment, extension: XeroExtension): Posting[] {
  return [
    { account: payment.accountId, amount: payment.amount },
    { account: extension.receivablesAccountId, amount: -payment.amount },
  ]
}
