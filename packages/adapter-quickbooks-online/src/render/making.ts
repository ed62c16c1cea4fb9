import {
  type Document,
  type IntegratorAccount,
  type IntegratorTaxRate,
  type MappedLine,
  type MappedPacket,
  type MappedPayment,
  type MinorUnits,
  sumOf,
} from '@ledgerpost/core'
import type { QuickBooksOnlineExtension } from '../configuration/extension.js'
import type { QuickBooksOnlineLimits } from '../limits.js'
import type { WireReference } from '../wire/documents.js'

/** What the documents of one packet are made from. */
export interface Making {
  readonly packet: MappedPacket
  readonly accounts: ReadonlyMap<string, IntegratorAccount>
  readonly taxRates: ReadonlyMap<string, IntegratorTaxRate>
  readonly extension: QuickBooksOnlineExtension
  readonly limits: QuickBooksOnlineLimits
}

/** What one document carries: lines, and at most one payment of their whole total. */
export interface Share {
  readonly lines: readonly MappedLine[]
  readonly payment: MappedPayment | undefined
  /** Signed: below zero where money went back. */
  readonly total: MinorUnits
}

/** 1 for money that came in (or none), -1 for money that went back. */
export function signOf({ total }: Pick<Share, 'total'>): 1n | -1n {
  return total < 0n ? -1n : 1n
}

export function netOf(lines: readonly MappedLine[]): MinorUnits {
  return sumOf(lines, ({ net }) => net)
}

export function taxOf(lines: readonly MappedLine[]): MinorUnits {
  return sumOf(lines, ({ tax }) => tax)
}

export function reference(value: string): WireReference {
  return { value }
}

/** The members that receipts and journal entries have in common. */
export function headOf({ packet, extension, limits }: Making, number: string) {
  const { title, businessDate, documentDate, currency } = packet
  // The day it belongs to is told where the document bears another.
  const told = businessDate === documentDate ? title : `${businessDate}: ${title}`
  return {
    DocNumber: number,
    TxnDate: documentDate,
    PrivateNote: cut(`${number} ${told}`, limits.noteLength),
    ...(extension.isMulticurrency ? { CurrencyRef: reference(currency) } : {}),
  }
}

/** What the engine knows a document by, whatever it becomes at QuickBooks. */
export function documentHead(
  { packet }: Making,
  number: string,
): Pick<Document, 'reference' | 'stage' | 'date' | 'currency' | 'settles'> {
  return { reference: number, stage: 0, date: packet.documentDate, currency: packet.currency, settles: null }
}

/** At most so many characters, never half of one. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
