import { byteLength } from '@ledgerpost/adapter-kit'
import type { Document, MappedPacket, MappedPart } from '@ledgerpost/core'
import type { XeroExtension } from '../configuration/extension.js'
import type { XeroLimits } from '../limits.js'
import type { WireCreditNote, WireInvoice } from '../wire/documents.js'
import { condensed, cut, lineItems } from './line-items.js'
import { salePostings } from './postings.js'

/** What the documents of one packet are made from. */
export interface Making {
  readonly packet: MappedPacket
  readonly extension: XeroExtension
  readonly limits: XeroLimits
}

/** Bytes that a call has besides its only element. */
const envelope = 100

/** The invoice of a part that brings money in or moves none, the credit note of one that gives money back. */
export function saleDocument(making: Making, part: MappedPart, reference: string): Document {
  const { packet, limits } = making
  const whole = elementOf(making, part, reference)
  const isTooLarge = byteLength(JSON.stringify(whole)) > limits.batchBytes - envelope
  const fitting = isTooLarge ? { ...part, lines: condensed(part.lines) } : part
  const isRefund = part.total < 0n
  return {
    reference,
    kind: isRefund ? 'credit-note' : 'invoice',
    stage: 0,
    date: packet.documentDate,
    currency: packet.currency,
    total: isRefund ? -part.total : part.total,
    postings: salePostings(fitting, making.extension),
    settles: null,
    content: { element: isTooLarge ? elementOf(making, fitting, reference) : whole },
  }
}

function elementOf(making: Making, part: MappedPart, reference: string): WireInvoice | WireCreditNote {
  const { packet, extension, limits } = making
  const isRefund = part.total < 0n
  const common = {
    Contact: { Name: extension.contactName },
    Date: packet.documentDate,
    Status: 'AUTHORISED',
    LineAmountTypes: 'Exclusive',
    CurrencyCode: packet.currency,
    Reference: cut(titleOf(packet), limits.titleLength),
    LineItems: lineItems(part.lines, isRefund ? -1n : 1n, packet.currency, limits.descriptionLength),
  } as const
  return isRefund
    ? { Type: 'ACCRECCREDIT', CreditNoteNumber: reference, ...common }
    : { Type: 'ACCREC', InvoiceNumber: reference, DueDate: packet.documentDate, ...common }
}

/** The packet's title, after the day it belongs to where the document bears another. */
function titleOf({ title, businessDate, documentDate }: MappedPacket): string {
  return businessDate === documentDate ? title : `${businessDate}: ${title}`
}
