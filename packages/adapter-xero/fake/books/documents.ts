import type { LedgerEntry } from '@ledgerpost/testkit'
import type { FakeAccount, FakeOrganisationSeed, FakeTaxRate, FakeTrackingCategory } from '../seed.js'
import type { Hundredths } from './hundredths.js'

export interface FakeLine {
  readonly id: string
  readonly description: string
  readonly quantity: number
  readonly unitAmount: Hundredths
  readonly lineAmount: Hundredths
  readonly account: FakeAccount
  readonly tax: FakeTaxRate
  readonly taxAmount: Hundredths
  readonly tracking: readonly FakeLineTracking[]
}

/** What a line bears of a tracking category, in Xero's words. */
export interface FakeLineTracking {
  readonly Name: string
  readonly Option: string
  readonly TrackingCategoryID: string
  readonly TrackingOptionID: string
}

export type SaleKind = 'invoice' | 'credit-note'

/** An invoice or a credit note. */
export interface FakeDocument {
  readonly kind: SaleKind
  readonly id: string
  readonly number: string
  status: 'DRAFT' | 'AUTHORISED' | 'PAID' | 'VOIDED' | 'DELETED'
  readonly contact: FakeContact
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly dueDate: string | undefined
  readonly reference: string
  readonly lineAmountTypes: string
  readonly currency: string
  readonly lines: readonly FakeLine[]
  readonly subTotal: Hundredths
  readonly totalTax: Hundredths
  readonly total: Hundredths
  /** Paid or, for a credit note, paid back. */
  settled: Hundredths
  /** When it last changed, in milliseconds since 1970 UTC. */
  updated: number
  entry: LedgerEntry | undefined
}

export interface FakePayment {
  readonly id: string
  readonly document: FakeDocument
  readonly account: FakeAccount
  readonly date: string
  readonly amount: Hundredths
  readonly reference: string
  status: 'AUTHORISED' | 'DELETED'
  updated: number
  readonly entry: LedgerEntry
}

/** Money received or spent on a bank account. */
export interface FakeBankTransaction {
  readonly id: string
  readonly type: 'RECEIVE' | 'SPEND'
  status: 'AUTHORISED' | 'DELETED'
  readonly contact: FakeContact
  readonly account: FakeAccount
  readonly date: string
  readonly reference: string
  readonly lineAmountTypes: string
  readonly lines: readonly FakeLine[]
  readonly subTotal: Hundredths
  readonly totalTax: Hundredths
  readonly total: Hundredths
  updated: number
  readonly entry: LedgerEntry | undefined
}

export interface FakeJournalLine extends Pick<
  FakeLine,
  'account' | 'tax' | 'lineAmount' | 'taxAmount' | 'tracking'
> {
  readonly description: string | undefined
}

export interface FakeJournal {
  readonly id: string
  readonly narration: string
  status: 'DRAFT' | 'POSTED' | 'VOIDED'
  readonly date: string
  readonly lineAmountTypes: string
  readonly lines: readonly FakeJournalLine[]
  updated: number
  readonly entry: LedgerEntry | undefined
}

export interface FakeContact {
  readonly id: string
  readonly name: string
  status: 'ACTIVE' | 'ARCHIVED'
}

/** What an owner may change of an organisation while a test runs. */
export interface FakeOrganisationState extends Omit<
  FakeOrganisationSeed,
  'accounts' | 'taxRates' | 'trackingCategories' | 'periodLockDate' | 'endOfYearLockDate'
> {
  accounts: FakeAccount[]
  taxRates: FakeTaxRate[]
  trackingCategories: FakeTrackingCategory[]
  periodLockDate: string | undefined
  endOfYearLockDate: string | undefined
}
