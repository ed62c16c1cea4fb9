import type { Document, IntegratorConfiguration, MappedPart } from '@ledgerpost/core'
import type { WireBankTransaction } from '../wire/documents.js'
import { areTaxesComputed } from './computed-tax.js'
import { lineItems } from './line-items.js'
import { fitting, type Making } from './making.js'
import { salePostings } from './postings.js'

/**
 * Money received, or spent if it went back. Undefined for a part that cannot be one: that several accounts paid or one
 * that is no bank account, that comes to zero, or whose taxes are others than Xero computes.
 */
export function bankTransactionDocument(
  making: Making,
  part: MappedPart,
  reference: string,
): Document | undefined {
  const { packet, configuration, extension, limits } = making
  const account = bankAccountOf(part, configuration)
  if (account === undefined) return undefined
  const isRefund = part.total < 0n
  const { lines, element } = fitting(part.lines, limits, (each): WireBankTransaction => ({
    Type: isRefund ? 'SPEND' : 'RECEIVE',
    Contact: { Name: extension.contactName },
    BankAccount: { AccountID: account },
    Date: packet.documentDate,
    LineAmountTypes: 'Exclusive',
    Reference: reference,
    LineItems: lineItems(making, each, isRefund),
  }))
  if (!areTaxesComputed(lines, configuration)) return undefined
  return {
    reference,
    kind: 'bank-transaction',
    stage: 0,
    date: packet.documentDate,
    currency: packet.currency,
    total: isRefund ? -part.total : part.total,
    postings: salePostings({ ...part, lines }, extension, account),
    settles: null,
    content: { element },
  }
}

/** The one bank account that all of a part was paid to. */
function bankAccountOf(
  { payments, total }: MappedPart,
  { accounts }: IntegratorConfiguration,
): string | undefined {
  const [id, ...others] = new Set(payments.map(({ accountId }) => accountId))
  if (id === undefined || others.length > 0 || total === 0n) return undefined
  const account = accounts.find((each) => each.id === id)
  return account?.type === 'BANK' && account.takesPayments ? id : undefined
}
