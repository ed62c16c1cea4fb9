import type { Document, MappedLine, MappedPart } from '@ledgerpost/core'
import type { WireCreditNote, WireInvoice } from '../wire/documents.js'
import { cut, lineItems } from './line-items.js'
import { fitting, type Making, titleOf } from './making.js'
import { salePostings } from './postings.js'

/** The invoice of a part that brings money in or moves none, the credit note of one that gives money back. */
export function saleDocument(making: Making, part: MappedPart, reference: string): Document {
  const { packet, limits, extension } = making
  const isRefund = part.total < 0n
  const { lines, element } = fitting(part.lines, limits, (each) =>
    elementOf(making, each, isRefund, reference),
  )
  return {
    reference,
    kind: isRefund ? 'credit-note' : 'invoice',
    stage: 0,
    date: packet.documentDate,
    currency: packet.currency,
    total: isRefund ? -part.total : part.total,
    postings: salePostings({ ...part, lines }, extension, extension.receivablesAccountId),
    settles: null,
    content: { element },
  }
}

function elementOf(
  making: Making,
  lines: readonly MappedLine[],
  isRefund: boolean,
  reference: string,
): WireInvoice | WireCreditNote {
  const { packet, extension, limits } = making
  const common = {
    Contact: { Name: extension.contactName },
    Date: packet.documentDate,
    Status: 'AUTHORISED',
    LineAmountTypes: 'Exclusive',
    CurrencyCode: packet.currency,
    Reference: cut(titleOf(packet), limits.titleLength),
    LineItems: lineItems(making, lines, isRefund),
  } as const
  return isRefund
    ? { Type: 'ACCRECCREDIT', CreditNoteNumber: reference, ...common }
    : { Type: 'ACCREC', InvoiceNumber: reference, DueDate: packet.documentDate, ...common }
}
