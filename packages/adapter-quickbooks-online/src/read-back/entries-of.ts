import { type JsonRecord, recordMember, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import {
  type CurrencyCode,
  type IntegratorError,
  isCalendarDate,
  type LedgerEntry,
  type MinorUnits,
} from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import { fromWire } from '../wire/amounts.js'
import type { Entity } from '../wire/entities.js'
import { referenceOf, refOf } from '../wire/reference.js'
import { isOutOfForce } from '../wire/status.js'

/** What is needed to read documents as entries: the accounts that QuickBooks books to without naming them. */
export interface Books {
  /** The income account of each item, by QuickBooks' own id. */
  readonly incomeAccounts: ReadonlyMap<string, string>
  readonly salesTax: string | null
  readonly undepositedFunds: string | null
  /** For documents that do not tell theirs. */
  readonly currency: CurrencyCode
}

interface Source {
  readonly entity: Entity
  readonly record: JsonRecord
  readonly reference: string
  readonly books: Books
  readonly currency: CurrencyCode
}

/** What a document does in the ledger; nothing, if it is not ours or not in force. @throws IntegratorError */
export function entriesOf(entity: Entity, record: JsonRecord, books: Books): LedgerEntry[] {
  const reference = referenceOf(record)
  if (reference === undefined || isOutOfForce(record)) return []
  const currency = refOf(record, 'CurrencyRef') ?? books.currency
  const source: Source = { entity, record, reference, books, currency }
  const entries = entity.kind === 'journal' ? journalEntries(source) : receiptEntries(source)
  return entries.filter(({ amount }) => amount !== 0n)
}

function receiptEntries(source: Source): LedgerEntry[] {
  const { record, books } = source
  const sign = source.entity.kind === 'refund-receipt' ? -1n : 1n
  const deposit = refOf(record, 'DepositToAccountRef') ?? books.undepositedFunds
  const total = amountOf(source, record, 'TotalAmt')
  if (deposit === null && total !== 0n) throw lacking(source, 'an account that the money goes to')
  const entries = deposit === null ? [] : [entryOf(source, deposit, sign * total)]
  for (const line of recordsMember(record, 'Line')) {
    const detail = recordMember(line, 'SalesItemLineDetail')
    if (!detail) continue
    const account =
      refOf(detail, 'ItemAccountRef') ?? books.incomeAccounts.get(refOf(detail, 'ItemRef') ?? '')
    if (account === undefined) throw lacking(source, 'an item with an account')
    const taxId = refOf(detail, 'TaxCodeRef') ?? null
    entries.push(entryOf(source, account, -sign * amountOf(source, line, 'Amount'), taxId))
  }
  const tax = recordMember(record, 'TxnTaxDetail') ?? {}
  if (tax['TotalTax'] === undefined || tax['TotalTax'] === null) return entries
  const amount = amountOf(source, tax, 'TotalTax')
  return amount === 0n ? entries : [...entries, entryOf(source, salesTaxOf(source), -sign * amount)]
}

function journalEntries(source: Source): LedgerEntry[] {
  return recordsMember(source.record, 'Line').flatMap((line) => {
    const detail = recordMember(line, 'JournalEntryLineDetail')
    if (!detail) return []
    const account = refOf(detail, 'AccountRef')
    const type = textMember(detail, 'PostingType')
    if (account === undefined || (type !== 'Debit' && type !== 'Credit'))
      throw lacking(source, 'an account or a side')
    const sign = type === 'Debit' ? 1n : -1n
    const taxId = refOf(detail, 'TaxCodeRef') ?? refOf(detail, 'TaxRateRef') ?? null
    const entry = entryOf(source, account, sign * amountOf(source, line, 'Amount'), taxId)
    if (detail['TaxAmount'] === undefined || detail['TaxAmount'] === null) return [entry]
    const tax = amountOf(source, detail, 'TaxAmount')
    return tax === 0n ? [entry] : [entry, entryOf(source, salesTaxOf(source), sign * tax, taxId)]
  })
}

function entryOf(
  source: Source,
  account: string,
  amount: MinorUnits,
  taxId: string | null = null,
): LedgerEntry {
  const { record, reference, currency } = source
  const date = textMember(record, 'TxnDate')
  if (date === undefined || !isCalendarDate(date)) throw lacking(source, 'a date')
  return { reference, date, account, amount, currency, taxId }
}

function amountOf(source: Source, record: JsonRecord, name: string): MinorUnits {
  const amount = fromWire(record[name], source.currency)
  if (amount === undefined) throw lacking(source, name)
  return amount
}

function salesTaxOf(source: Source): string {
  if (source.books.salesTax === null) throw lacking(source, 'a sales tax account in the company')
  return source.books.salesTax
}

function lacking({ entity, reference }: Source, what: string): IntegratorError {
  return notUnderstood(`select from ${entity.name}`, `${reference} lacks ${what}`)
}
