import type { LedgerEntry } from '@ledgerpost/testkit'
import type { FakeAccount, FakeOrganisationSeed, FakeTaxRate } from '../seed.js'
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

export interface FakeContact {
  readonly id: string
  readonly name: string
  status: 'ACTIVE' | 'ARCHIVED'
}

/** What an owner may change of an organisation while a test runs. */
export interface FakeOrganisationState extends Omit<
  FakeOrganisationSeed,
  'accounts' | 'taxRates' | 'periodLockDate' | 'endOfYearLockDate'
> {
  accounts: FakeAccount[]
  taxRates: FakeTaxRate[]
  periodLockDate: string | undefined
  endOfYearLockDate: string | undefined
}
