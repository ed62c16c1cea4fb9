import { type FakeBooks, Refusal } from './books.js'
import { checkContact } from './check-contact.js'
import { checkLine } from './check-lines.js'
import type { FakeBankTransaction } from './documents.js'
import { Problems } from './problems.js'
import { date, type Element, part, parts, text } from './read-element.js'
import { saleEntry } from './sale-entry.js'

/**
 * Books money received or spent, at once: bank transactions are never drafts, and nothing keeps two of the same
 * reference apart. Their taxes are those that Xero computes.
 * @throws Refusals
 */
export function putBankTransaction(books: FakeBooks, element: Element): FakeBankTransaction {
  const problems = new Problems()
  const type = text(element, 'Type')
  problems.unless(
    type === 'RECEIVE' || type === 'SPEND',
    `The type '${type}' is not one that this fake keeps books of`,
  )
  const day = date(element, 'Date') ?? new Date(books.clock.now()).toISOString().slice(0, 10)
  problems.run(() => books.checkLock(day))
  const lineAmountTypes = text(element, 'LineAmountTypes') ?? 'Exclusive'
  const items = parts(element, 'LineItems')
  problems.unless(items.length > 0, 'One or more line items must be specified')
  const lines = items.flatMap(
    (item) => problems.run(() => checkLine(books, item, lineAmountTypes, false)) ?? [],
  )
  const contact = problems.run(() => checkContact(books, element))
  const account = problems.run(() => bankAccount(books, element))
  const sum = lines.reduce((total, line) => total + line.lineAmount, 0n)
  const totalTax = lines.reduce((total, line) => total + line.taxAmount, 0n)
  const total = lineAmountTypes === 'Exclusive' ? sum + totalTax : sum
  problems.unless(total >= 0n, 'The transaction total cannot be negative')
  problems.throwIfAny()
  if (!contact || !account) throw new Refusal('A Contact and a bank account must be specified')
  if (!books.contacts.includes(contact)) books.contacts.push(contact)
  const id = books.newId()
  const reference = text(element, 'Reference') ?? ''
  const sign = type === 'RECEIVE' ? 1n : -1n
  const transaction: FakeBankTransaction = {
    id,
    type: type === 'RECEIVE' ? 'RECEIVE' : 'SPEND',
    status: 'AUTHORISED',
    contact,
    account,
    date: day,
    reference,
    lineAmountTypes,
    lines,
    subTotal: total - totalTax,
    totalTax,
    total,
    updated: books.clock.now(),
    entry: books.post(
      day,
      reference || id,
      saleEntry(books, { lines, total, lineAmountTypes }, sign, account),
    ),
  }
  books.bankTransactions.push(transaction)
  return transaction
}

function bankAccount(books: FakeBooks, element: Element): FakeBankTransaction['account'] {
  const given = part(element, 'BankAccount') ?? {}
  const [id, code] = [text(given, 'AccountID'), text(given, 'Code')]
  if (id === undefined && code === undefined) throw new Refusal('A bank account must be specified')
  const account = books.account({ id, code })
  const named = code === undefined ? `Account ID '${id}'` : `Account code '${code}'`
  if (account?.Status === 'ARCHIVED') throw new Refusal(`${named} has been archived, or deleted`)
  if (account?.Type !== 'BANK') throw new Refusal(`${named} is not a valid bank account.`)
  return account
}
