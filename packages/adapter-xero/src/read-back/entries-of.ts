import { type JsonRecord, recordMember, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import type { IntegratorError, LedgerEntry, MinorUnits } from '@ledgerpost/core'
import { notUnderstood } from '../errors/failure.js'
import { fromWire } from '../wire/amounts.js'
import { dateOfWire } from '../wire/dates.js'
import { journalTaxOf } from '../wire/face-amount.js'
import type { Resource } from '../wire/resources.js'
import { isInForce } from '../wire/standing.js'

/** How our references begin (core's documentReference). */
const ours = 'LP-'

/** What is needed to read documents as entries: the accounts that Xero books to without naming them, and others' ids. */
export interface Books {
  readonly receivables: string
  readonly salesTax: string | null
  readonly idOfCode: ReadonlyMap<string, string>
  /** For documents that do not tell theirs. */
  readonly currency: string
}

interface Source {
  readonly resource: Resource
  readonly reference: string
  readonly element: JsonRecord
  readonly books: Books
  readonly currency: string
}

/** What a document does in the ledger; nothing, if it is not ours or not in force. @throws IntegratorError */
export function entriesOf(resource: Resource, element: JsonRecord, books: Books): LedgerEntry[] {
  const reference = textMember(element, resource.reference)
  if (reference === undefined || !reference.startsWith(ours)) return []
  const settled = recordMember(element, 'Invoice') ?? recordMember(element, 'CreditNote') ?? {}
  const currency =
    textMember(element, 'CurrencyCode') ?? textMember(settled, 'CurrencyCode') ?? books.currency
  const source: Source = { resource, reference, element, books, currency }
  const standing = isInForce(textMember(element, 'Status') ?? '')
  if (standing === undefined) throw lacking(source, 'a status that is known')
  if (!standing) return []
  const entries = entriesIn(source)
  return entries.filter(({ amount }) => amount !== 0n)
}

function entriesIn(source: Source): LedgerEntry[] {
  const { element, books } = source
  switch (source.resource.kind) {
    case 'payment':
      return paymentEntries(source)
    case 'journal':
      return journalEntries(source)
    case 'bank-transaction': {
      const sign = textMember(element, 'Type') === 'SPEND' ? -1n : 1n
      return saleEntries(source, sign, accountOf(source, recordMember(element, 'BankAccount') ?? {}))
    }
    default:
      return saleEntries(source, source.resource.kind === 'invoice' ? 1n : -1n, books.receivables)
  }
}

/** @param against the account that has the total: what customers owe, or a bank account */
function saleEntries(source: Source, sign: 1n | -1n, against: string): LedgerEntry[] {
  const { element } = source
  const entries = [entryOf(source, against, sign * amountOf(source, element, 'Total'))]
  for (const line of recordsMember(element, 'LineItems')) {
    const taxId = textMember(line, 'TaxType') ?? null
    const tax = line['TaxAmount'] === undefined ? 0n : amountOf(source, line, 'TaxAmount')
    entries.push(
      entryOf(source, accountOf(source, line), -sign * amountOf(source, line, 'LineAmount'), taxId),
    )
    if (tax !== 0n) entries.push(entryOf(source, salesTaxOf(source), -sign * tax, taxId))
  }
  return entries
}

function journalEntries(source: Source): LedgerEntry[] {
  const { element } = source
  const entries: LedgerEntry[] = []
  let untold = journalTaxOf(element, (value) => fromWire(value, source.currency))
  if (untold === undefined) throw lacking(source, 'its lines')
  for (const line of recordsMember(element, 'JournalLines')) {
    const taxId = textMember(line, 'TaxType') ?? null
    const tax = (line['TaxAmount'] ?? null) === null ? 0n : amountOf(source, line, 'TaxAmount')
    entries.push(entryOf(source, accountOf(source, line), amountOf(source, line, 'LineAmount'), taxId))
    if (tax !== 0n) entries.push(entryOf(source, salesTaxOf(source), tax, taxId))
    untold -= tax
  }
  // A journal that is posted balances: what its lines do not tell is tax all the same.
  return untold === 0n ? entries : [...entries, entryOf(source, salesTaxOf(source), untold)]
}

function paymentEntries(source: Source): LedgerEntry[] {
  const { element, books } = source
  const sign = textMember(element, 'PaymentType') === 'ARCREDITPAYMENT' ? -1n : 1n
  const amount = sign * amountOf(source, element, 'Amount')
  const account = accountOf(source, recordMember(element, 'Account') ?? {})
  return [entryOf(source, account, amount), entryOf(source, books.receivables, -amount)]
}

function entryOf(
  source: Source,
  account: string,
  amount: MinorUnits,
  taxId: string | null = null,
): LedgerEntry {
  const { element, reference, currency } = source
  const date = dateOfWire(element['DateString']) ?? dateOfWire(element['Date'])
  if (date === undefined) throw lacking(source, 'a date')
  return { reference, date, account, amount, currency, taxId }
}

function amountOf(source: Source, record: JsonRecord, name: string): MinorUnits {
  const amount = fromWire(record[name], source.currency)
  if (amount === undefined) throw lacking(source, name)
  return amount
}

function accountOf(source: Source, record: JsonRecord): string {
  const code = textMember(record, 'AccountCode') ?? textMember(record, 'Code')
  const id =
    textMember(record, 'AccountID') ?? (code === undefined ? undefined : source.books.idOfCode.get(code))
  if (id === undefined) throw lacking(source, 'an account')
  return id
}

function salesTaxOf(source: Source): string {
  if (source.books.salesTax === null) throw lacking(source, 'a sales tax account in the organisation')
  return source.books.salesTax
}

function lacking({ resource, reference }: Source, what: string): IntegratorError {
  return notUnderstood(`GET /${resource.name}`, `${reference} lacks ${what}`)
}
