import type { CalendarDate } from '../../calendar/calendar-date.js'
import type { MinorUnits } from '../../money/amount.js'
import type { CurrencyCode } from '../../money/currency.js'

export const documentKinds = [
  'invoice',
  'credit-note',
  'payment',
  'sales-receipt',
  'refund-receipt',
  'bank-transaction',
  'journal',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a document does to one account: a debit above zero, a credit below. A document's postings sum to zero. */
export interface Posting {
  /** The integrator's id of the account. */
  readonly account: string
  readonly amount: MinorUnits
  /** The integrator's tax rate, on lines that bear or are tax. */
  readonly taxId?: string
}

/** How a document is found again at the integrator. */
export interface DocumentIdentity {
  /** Ours, unique per packet and document; the integrator can be searched by it. */
  readonly reference: string
  readonly kind: DocumentKind
  readonly date: CalendarDate
}

/** JSON that the adapter alone understands; it is stored between rendering and sending. */
export type DocumentContent = Readonly<Record<string, unknown>>

/** One thing to create at the integrator, as `render` made it. */
export interface Document extends DocumentIdentity {
  /** Documents of stage n are sent when those of the packet's earlier stages are accepted. */
  readonly stage: number
  readonly currency: CurrencyCode
  /** The document's face amount, at or above zero. */
  readonly total: MinorUnits
  readonly postings: readonly Posting[]
  /** The reference of the earlier document that this one settles (a payment's invoice). */
  readonly settles: string | null
  readonly content: DocumentContent
}

/** A document that the integrator has. */
export interface AcceptedDocument {
  readonly reference: string
  /** The integrator's id. */
  readonly id: string
  /** Where a person can open it. */
  readonly link: string | null
}

/** A document found by its reference. */
export interface FoundDocument extends AcceptedDocument, DocumentIdentity {
  /** At or above zero. */
  readonly total: MinorUnits
  /** Whether somebody voided or deleted it there. */
  readonly isVoided: boolean
}
