import type { LedgerEntry } from '@ledgerpost/testkit'
import type { Cents } from './cents.js'

export type TransactionName = 'SalesReceipt' | 'RefundReceipt' | 'JournalEntry'

/** What QuickBooks calls the types of transactions in its sentences. */
export const spokenNames: Readonly<Record<TransactionName, string>> = {
  SalesReceipt: 'Sales Receipt',
  RefundReceipt: 'Refund',
  JournalEntry: 'Journal Entry',
}

/** A line as it would be booked: a debit above zero, a credit below. */
export interface Booking {
  readonly account: string
  readonly amount: Cents
  /** Of lines that bear or are tax. */
  readonly tax?: string
}

/** A transaction that passed the checks. */
export interface Checked {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly number: string | undefined
  readonly bookings: readonly Booking[]
  /** What the answer says besides what was sent. */
  readonly told: Readonly<Record<string, unknown>>
}

/** A sales receipt, refund receipt or journal entry of the fake. */
export interface FakeTransaction {
  readonly name: TransactionName
  readonly id: string
  syncToken: number
  status: 'booked' | 'voided'
  readonly date: string
  /** The element as it is told. */
  element: Readonly<Record<string, unknown>>
  entry: LedgerEntry | undefined
}

export function numberOf({ element }: FakeTransaction): string | undefined {
  const number = element['DocNumber']
  return typeof number === 'string' ? number : undefined
}
