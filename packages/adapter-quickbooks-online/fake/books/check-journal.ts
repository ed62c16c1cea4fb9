import { type JsonRecord, recordMember, textMember } from '@ledgerpost/adapter-kit'
import type { FakeBooks } from './books.js'
import { centsOf } from './cents.js'
import { active, checkHead, linesOf, valueOf } from './references.js'
import { businessRefusal, missing, Refusal } from './refusal.js'
import type { Booking, Checked } from './transactions.js'

/** A journal entry as QuickBooks would book it. @throws Refusal */
export function checkJournal(books: FakeBooks, element: JsonRecord): Checked {
  const head = checkHead(books, element)
  const lines = linesOf(element)
  if (lines.length < 2) throw businessRefusal('A journal entry needs at least two lines.')
  const bookings = lines.flatMap((line) => checkLine(books, line))
  if (bookings.reduce((sum, { amount }) => sum + amount, 0n) !== 0n)
    throw businessRefusal('You must balance debits and credits before you can save the transaction.')
  const told = {
    Adjustment: false,
    Line: lines.map((line, index) => ({ Id: String(index), ...line })),
    TxnTaxDetail: {},
  }
  return { ...head, bookings, told }
}

function checkLine(books: FakeBooks, line: JsonRecord): Booking[] {
  const detail = recordMember(line, 'JournalEntryLineDetail')
  if (textMember(line, 'DetailType') !== 'JournalEntryLineDetail' || !detail)
    throw missing('JournalEntryLineDetail')
  const amount = centsOf(line['Amount'], 'Amount')
  if (amount <= 0n) throw businessRefusal('Journal entry amounts must be above zero.')
  const type = textMember(detail, 'PostingType')
  if (type !== 'Debit' && type !== 'Credit')
    throw new Refusal('2170', 'Invalid Enumeration', `Invalid Enumeration : ${type ?? 'none'}`)
  const id = valueOf(detail, 'AccountRef')
  if (id === undefined) throw missing('AccountRef')
  const account = active(books.company.accounts, id, 'Account element')
  checkEntity(account.AccountType, detail)
  const sign = type === 'Debit' ? 1n : -1n
  const tax = lineTax(books, detail)
  return [
    { account: id, amount: sign * amount, ...(tax ? { tax: tax.name } : {}) },
    ...(tax
      ? [{ account: books.accountFor('GlobalTaxPayable'), amount: sign * tax.amount, tax: tax.name }]
      : []),
  ]
}

/** Receivables are a customer's, payables a vendor's. */
function checkEntity(accountType: string, detail: JsonRecord): void {
  const entity = textMember(recordMember(detail, 'Entity') ?? {}, 'Type')
  if (accountType === 'Accounts Receivable' && entity !== 'Customer')
    throw businessRefusal('When you use Accounts Receivable, you must choose a customer in the Name field.')
  if (accountType === 'Accounts Payable' && entity !== 'Vendor')
    throw businessRefusal('When you use Accounts Payable, you must choose a vendor in the Name field.')
}

/** None in the United States; a rate in Canada; a code elsewhere. */
function lineTax(books: FakeBooks, detail: JsonRecord): { name: string; amount: bigint } | undefined {
  const { country, taxCodes, taxRates } = books.company
  const [code, rate] = [valueOf(detail, 'TaxCodeRef'), valueOf(detail, 'TaxRateRef')]
  if (code === undefined && rate === undefined) {
    if (detail['TaxAmount'] !== undefined) throw businessRefusal('A tax amount needs a tax code.')
    return undefined
  }
  if (books.isAmerican) throw businessRefusal('Tax codes are not supported on journal entries.')
  if (country === 'CA' ? rate === undefined : code === undefined)
    throw businessRefusal('The tax of the line is named in the way of another country.')
  if (textMember(detail, 'TaxApplicableOn') === undefined) throw missing('TaxApplicableOn')
  if (code !== undefined) active(taxCodes, code, 'TaxCode element')
  if (rate !== undefined) active(taxRates, rate, 'TaxRate element')
  const amount = centsOf(detail['TaxAmount'] ?? 0, 'TaxAmount')
  if (amount < 0n) throw businessRefusal('Tax amounts of journal entries must not be below zero.')
  return { name: code ?? rate ?? '', amount }
}
