import type { MappedPart, MappedPayment, Posting } from '@ledgerpost/core'
import type { XeroExtension } from '../configuration/extension.js'

/**
 * What a sale or refund does in Xero's ledger.
 * @param account what has the total: receivables, or a bank account; against it stand revenue and sales tax
 */
export function salePostings(part: MappedPart, extension: XeroExtension, account: string): Posting[] {
  const total = { account, amount: part.total }
  return [total, ...linePostings(part.lines, extension)].filter(({ amount }) => amount !== 0n)
}

/** Revenue and sales tax of lines. */
export function linePostings(lines: MappedPart['lines'], extension: XeroExtension): Posting[] {
  const postings: Posting[] = []
  for (const { revenueId, taxId, net, tax } of lines) {
    postings.push({ account: revenueId, amount: -net, taxId })
    if (extension.salesTaxAccountId !== null)
      postings.push({ account: extension.salesTaxAccountId, amount: -tax, taxId })
  }
  return postings
}

/** What a payment does: the account it goes to against receivables. */
export function paymentPostings(payment: MappedPayment, extension: XeroExtension): Posting[] {
  return [
    { account: payment.accountId, amount: payment.amount },
    { account: extension.receivablesAccountId, amount: -payment.amount },
  ]
}
