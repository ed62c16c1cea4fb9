import type { DocumentKind } from '@ledgerpost/core'

/**
 * How a packet can be booked:
 * - invoices: an invoice or credit note for each part, and its payments
 * - bank-transactions: money received or spent on a bank account, for parts that one bank account paid and whose taxes
 *   Xero computes as they are; the other parts as invoices
 * - manual-journals: one journal, which Xero lets touch no bank account and none of its own accounts
 */
export const xeroBookings = ['invoices', 'bank-transactions', 'manual-journals'] as const
export type XeroBooking = (typeof xeroBookings)[number]

interface Needs {
  readonly documentKinds: readonly DocumentKind[]
  /** Beside those that every booking needs. */
  readonly scopes: readonly string[]
}

const sales: Needs = {
  documentKinds: ['invoice', 'credit-note', 'payment'],
  // Contacts: the first document of a contact creates it.
  scopes: ['accounting.invoices', 'accounting.payments', 'accounting.contacts'],
}

const needs: Readonly<Record<XeroBooking, Needs>> = {
  invoices: sales,
  'bank-transactions': {
    documentKinds: [...sales.documentKinds, 'bank-transaction'],
    scopes: [...sales.scopes, 'accounting.banktransactions'],
  },
  'manual-journals': { documentKinds: ['journal'], scopes: ['accounting.manualjournals'] },
}

/** The kinds of documents that the bookings make. */
export function documentKindsOf(bookings: readonly XeroBooking[]): DocumentKind[] {
  return [...new Set(bookings.flatMap((booking) => needs[booking].documentKinds))]
}

/**
 * What consent is asked for. Apps made since March 2026 know these granular scopes only
 * (developer.xero.com/faq/granular-scopes). Settings are written when an owner has a tax rate created.
 */
export function scopesOf(bookings: readonly XeroBooking[]): string[] {
  return [
    ...new Set([
      'offline_access',
      ...bookings.flatMap((booking) => needs[booking].scopes),
      'accounting.settings',
    ]),
  ]
}
