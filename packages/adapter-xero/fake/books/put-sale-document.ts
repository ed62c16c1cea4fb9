import type { LedgerLine } from '@ledgerpost/testkit'
import { type FakeBooks, Refusal } from './books.js'
import { checkLine } from './check-lines.js'
import type { FakeContact, FakeDocument, SaleKind } from './documents.js'
import { date, type Element, part, parts, text } from './read-element.js'

/**
 * Creates an invoice or a credit note and books it, whole or not at all. All that Xero would object to is told.
 * @throws Refusals
 */
export function putSaleDocument(books: FakeBooks, kind: SaleKind, element: Element): FakeDocument {
  const problems = new Problems()
  const { organisation, clock } = books
  const type = text(element, 'Type')
  const expected = kind === 'invoice' ? 'ACCREC' : 'ACCRECCREDIT'
  problems.unless(type === expected, `The type '${type}' is not one that this fake keeps books of`)
  const number = numberOf(books, kind, element, problems)
  const day = date(element, 'Date') ?? new Date(clock.now()).toISOString().slice(0, 10)
  const dueDate = date(element, 'DueDate')
  const status = text(element, 'Status') ?? 'DRAFT'
  const isApproved = status === 'AUTHORISED'
  problems.unless(isApproved || status === 'DRAFT', `A document cannot be created with the status ${status}`)
  problems.unless(
    !isApproved || kind !== 'invoice' || dueDate !== undefined,
    'The Due Date is required to approve an invoice',
  )
  const currency = text(element, 'CurrencyCode') ?? organisation.currency
  problems.unless(
    currency === organisation.currency,
    `Organisation is not subscribed to currency ${currency}`,
  )
  problems.run(() => books.checkLock(day))
  const lineAmountTypes = text(element, 'LineAmountTypes') ?? 'Exclusive'
  const items = parts(element, 'LineItems')
  problems.unless(items.length > 0, 'One or more line items must be specified')
  const lines = items.flatMap((item) => problems.run(() => checkLine(books, item, lineAmountTypes)) ?? [])
  const contact = problems.run(() => checkContact(books, element))
  const sum = lines.reduce((total, line) => total + line.lineAmount, 0n)
  const totalTax = lines.reduce((total, line) => total + line.taxAmount, 0n)
  const total = lineAmountTypes === 'Exclusive' ? sum + totalTax : sum
  problems.unless(total >= 0n, 'The document total cannot be negative')
  problems.throwIfAny()
  if (!contact) throw new Refusal('A Contact must be specified for this type of transaction')
  if (!books.contacts.includes(contact)) books.contacts.push(contact)
  const document: FakeDocument = {
    kind,
    id: books.newId(),
    number,
    status: isApproved ? (total === 0n ? 'PAID' : 'AUTHORISED') : 'DRAFT',
    contact,
    date: day,
    dueDate,
    reference: text(element, 'Reference') ?? '',
    lineAmountTypes,
    currency,
    lines,
    subTotal: total - totalTax,
    totalTax,
    total,
    settled: 0n,
    updated: clock.now(),
    entry: undefined,
  }
  if (isApproved) document.entry = books.post(day, number, entryLines(books, document))
  books.addDocument(document)
  return document
}

function numberOf(books: FakeBooks, kind: SaleKind, element: Element, problems: Problems): string {
  const [member, title, prefix] =
    kind === 'invoice' ? ['InvoiceNumber', 'Invoice', 'INV'] : ['CreditNoteNumber', 'Credit Note', 'CN']
  const number = text(element, member ?? '')
  if (number === undefined) return `${prefix}-${String(books.documents.length + 1).padStart(4, '0')}`
  problems.unless(number.length <= 255, `${title} # cannot exceed 255 characters`)
  problems.unless(books.byNumber(kind, number) === undefined, `${title} # must be unique.`)
  return number
}

function checkContact(books: FakeBooks, element: Element): FakeContact {
  const given = part(element, 'Contact') ?? {}
  const [id, name] = [text(given, 'ContactID'), text(given, 'Name')]
  if (id === undefined && name === undefined) {
    throw new Refusal('A Contact must be specified for this type of transaction')
  }
  const known = books.contacts.find((contact) =>
    id === undefined ? contact.name === name : contact.id === id,
  )
  if (known?.status === 'ARCHIVED') {
    throw new Refusal(`The contact '${known.name}' is archived and cannot be used on new transactions`)
  }
  if (known) return known
  if (name === undefined) throw new Refusal(`The contact with the id ${id} does not exist`)
  return { id: books.newId(), name, status: 'ACTIVE' }
}

/** Receivables against the lines' accounts and sales tax; the other way round for a credit note. */
function entryLines(books: FakeBooks, { kind, lines, total, lineAmountTypes }: FakeDocument): LedgerLine[] {
  const sign = kind === 'invoice' ? 1n : -1n
  const isIncluded = lineAmountTypes === 'Inclusive'
  return [
    { accountId: books.systemAccount('DEBTORS').AccountID, amount: sign * total },
    ...lines.flatMap(({ account, tax, lineAmount, taxAmount }): LedgerLine[] => {
      const net = isIncluded ? lineAmount - taxAmount : lineAmount
      const revenue = { accountId: account.AccountID, amount: -sign * net, taxType: tax.TaxType }
      if (taxAmount === 0n) return [revenue]
      const salesTax = books.systemAccount('GST').AccountID
      return [revenue, { accountId: salesTax, amount: -sign * taxAmount, taxType: tax.TaxType }]
    }),
  ]
}

/** Several refusals of one element. */
export class Refusals extends Error {
  override readonly name = 'Refusals'
  constructor(readonly messages: readonly string[]) {
    super(messages.join(' '))
  }
}

class Problems {
  readonly #messages: string[] = []

  unless(condition: boolean, message: string): void {
    if (!condition) this.#messages.push(message)
  }

  run<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#messages.push(error.message)
      return undefined
    }
  }

  throwIfAny(): void {
    if (this.#messages.length > 0) throw new Refusals([...new Set(this.#messages)])
  }
}
