import { type FakeBooks, Refusal } from './books.js'
import { checkContact } from './check-contact.js'
import { checkLine } from './check-lines.js'
import type { FakeDocument, SaleKind } from './documents.js'
import { Problems } from './problems.js'
import { date, type Element, parts, text } from './read-element.js'
import { saleEntry } from './sale-entry.js'

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
  const lines = items.flatMap(
    (item) => problems.run(() => checkLine(books, item, lineAmountTypes, true)) ?? [],
  )
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
  if (isApproved) {
    const receivables = books.systemAccount('DEBTORS')
    document.entry = books.post(
      day,
      number,
      saleEntry(books, document, kind === 'invoice' ? 1n : -1n, receivables),
    )
  }
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
