import type { CalendarDate } from '@ledgerpost/core'

/** The parts of Xero's Invoice, CreditNote and Payment that are sent (xero_accounting.yaml 16.1.0). */
export interface WireLine {
  readonly Description: string
  readonly Quantity: number
  readonly UnitAmount: number
  readonly AccountID: string
  readonly TaxType: string
  /** Overrides what Xero would compute. */
  readonly TaxAmount: number
}

interface WireDocument {
  readonly Contact: { readonly Name: string }
  readonly Date: CalendarDate
  readonly Status: 'AUTHORISED'
  readonly LineAmountTypes: 'Exclusive'
  readonly CurrencyCode: string
  readonly Reference: string
  readonly LineItems: readonly WireLine[]
}

export interface WireInvoice extends WireDocument {
  readonly Type: 'ACCREC'
  readonly InvoiceNumber: string
  readonly DueDate: CalendarDate
}

export interface WireCreditNote extends WireDocument {
  readonly Type: 'ACCRECCREDIT'
  readonly CreditNoteNumber: string
}

/** Without what it settles: that document's id is known only when it has been accepted. */
export interface WirePayment {
  readonly Account: { readonly AccountID: string }
  readonly Date: CalendarDate
  readonly Amount: number
  readonly Reference: string
}

/** What a payment settles, in Xero's words. */
export type Settled = 'Invoice' | 'CreditNote'
