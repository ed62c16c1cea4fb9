import type { LedgerLine } from '@ledgerpost/testkit'
import { type FakeBooks, Refusal } from './books.js'
import { lineAccount } from './check-lines.js'
import { checkTracking } from './check-tracking.js'
import type { FakeJournal, FakeJournalLine } from './documents.js'
import { asNumber, type Hundredths, hundredthsOf, taxOn } from './hundredths.js'
import { Problems } from './problems.js'
import { date, type Element, parts, text } from './read-element.js'

/**
 * Creates a manual journal, and books it if it is to be posted. It must balance with the taxes that Xero computes; what
 * is said of them is not looked at. Nothing keeps two of the same narration apart.
 * @throws Refusals
 */
export function putManualJournal(books: FakeBooks, element: Element): FakeJournal {
  const problems = new Problems()
  const narration = text(element, 'Narration') ?? ''
  problems.unless(narration !== '', 'A Narration must be specified')
  const day = date(element, 'Date') ?? new Date(books.clock.now()).toISOString().slice(0, 10)
  problems.run(() => books.checkLock(day))
  const status = text(element, 'Status') ?? 'DRAFT'
  problems.unless(
    status === 'DRAFT' || status === 'POSTED',
    `A manual journal cannot be created with the status ${status}`,
  )
  const lineAmountTypes = text(element, 'LineAmountTypes') ?? 'NoTax'
  const items = parts(element, 'JournalLines')
  problems.unless(items.length >= 2, 'A manual journal must have at least two lines')
  const lines = items.flatMap(
    (item) => problems.run(() => checkJournalLine(books, item, lineAmountTypes)) ?? [],
  )
  problems.throwIfAny()
  checkBalance(lines)
  const id = books.newId()
  const journal: FakeJournal = {
    id,
    narration,
    status: status === 'POSTED' ? 'POSTED' : 'DRAFT',
    date: day,
    lineAmountTypes,
    lines,
    updated: books.clock.now(),
    entry: status === 'POSTED' ? books.post(day, narration, entryLines(books, lines)) : undefined,
  }
  books.journals.push(journal)
  return journal
}

function checkJournalLine(books: FakeBooks, line: Element, lineAmountTypes: string): FakeJournalLine {
  const lineAmount = hundredthsOf(line['LineAmount'])
  if (lineAmount === undefined) throw new Refusal('The line has no valid LineAmount')
  const account = lineAccount(books, line)
  const taxType = text(line, 'TaxType') ?? account.TaxType
  const tax = books.organisation.taxRates.find((rate) => rate.TaxType === taxType && rate.Status === 'ACTIVE')
  if (!tax) throw new Refusal(`The TaxType code '${taxType}' does not exist or cannot be used`)
  return {
    description: text(line, 'Description'),
    lineAmount,
    account,
    tax,
    taxAmount: lineAmountTypes === 'Exclusive' ? taxOn(lineAmount, tax.EffectiveRate, false) : 0n,
    tracking: checkTracking(books, line),
  }
}

function checkBalance(lines: readonly FakeJournalLine[]): void {
  const amounts = lines.map(({ lineAmount, taxAmount }) => lineAmount + taxAmount)
  const sumOf = (side: readonly Hundredths[]): Hundredths => side.reduce((sum, amount) => sum + amount, 0n)
  const debits = sumOf(amounts.filter((amount) => amount > 0n))
  const credits = sumOf(amounts.filter((amount) => amount < 0n))
  if (debits + credits !== 0n) {
    throw new Refusal(
      `The total debits (${asNumber(debits).toFixed(2)}) must equal total credits (${asNumber(credits).toFixed(2)})`,
    )
  }
}

function entryLines(books: FakeBooks, lines: readonly FakeJournalLine[]): LedgerLine[] {
  return lines.flatMap(({ account, tax, lineAmount, taxAmount }): LedgerLine[] => {
    const line = { accountId: account.AccountID, amount: lineAmount, taxType: tax.TaxType }
    if (taxAmount === 0n) return [line]
    const salesTax = books.systemAccount('GST').AccountID
    return [line, { accountId: salesTax, amount: taxAmount, taxType: tax.TaxType }]
  })
}
