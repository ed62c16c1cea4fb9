import type { CalendarDate } from '@ledgerpost/core'

/** The option that a line bears of a tracking category. */
export interface WireTracking {
  readonly TrackingCategoryID: string
  readonly TrackingOptionID: string
}

/** The parts of Xero's Invoice, CreditNote, Payment, BankTransaction and ManualJournal that are sent (xero_accounting.yaml 16.1.0). */
export interface WireLine {
  readonly Description: string
  readonly Quantity: number
  readonly UnitAmount: number
  readonly AccountID: string
  readonly TaxType: string
  /** Overrides what Xero would compute. */
  readonly TaxAmount: number
  /** Absent where nothing is tracked. */
  readonly Tracking?: readonly WireTracking[]
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

/** It takes effect at once: there is no status to be sent. Its currency is the bank account's. */
export interface WireBankTransaction {
  readonly Type: 'RECEIVE' | 'SPEND'
  readonly Contact: { readonly Name: string }
  readonly BankAccount: { readonly AccountID: string }
  readonly Date: CalendarDate
  readonly LineAmountTypes: 'Exclusive'
  readonly Reference: string
  readonly LineItems: readonly WireLine[]
}

/**
 * A line of a manual journal. Its tax is computed by Xero: TaxAmount is told and not taken
 * (developer.xero.com/documentation/api/accounting/manualjournals).
 */
export interface WireJournalLine {
  readonly Description: string
  /** A debit above zero, a credit below. */
  readonly LineAmount: number
  readonly AccountID: string
  readonly TaxType: string
  readonly Tracking?: readonly WireTracking[]
}

export interface WireManualJournal {
  readonly Narration: string
  readonly Date: CalendarDate
  readonly Status: 'POSTED'
  readonly LineAmountTypes: 'Exclusive'
  readonly JournalLines: readonly WireJournalLine[]
}

/** What a payment settles, in Xero's words. */
export type Settled = 'Invoice' | 'CreditNote'
