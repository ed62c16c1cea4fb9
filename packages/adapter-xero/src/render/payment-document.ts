import type { Document, MappedPayment } from '@ledgerpost/core'
import { toWire } from '../wire/amounts.js'
import type { Settled, WirePayment } from '../wire/documents.js'
import { paymentPostings } from './postings.js'
import type { Making } from './making.js'

/** The payment of an invoice, or the refund of a credit note. */
export function paymentDocument(
  { packet, extension }: Making,
  payment: MappedPayment,
  reference: string,
  sale: Document,
): Document {
  const total = payment.amount < 0n ? -payment.amount : payment.amount
  const settled: Settled = sale.kind === 'invoice' ? 'Invoice' : 'CreditNote'
  const element: WirePayment = {
    Account: { AccountID: payment.accountId },
    Date: packet.documentDate,
    Amount: toWire(total, packet.currency),
    Reference: reference,
  }
  return {
    reference,
    kind: 'payment',
    stage: 1,
    date: packet.documentDate,
    currency: packet.currency,
    total,
    postings: paymentPostings(payment, extension),
    settles: sale.reference,
    content: { element, settled },
  }
}
