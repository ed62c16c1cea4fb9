import { type FakeBooks, Refusal } from './books.js'
import type { FakeDocument, FakePayment } from './documents.js'
import { hundredthsOf } from './hundredths.js'
import { date, type Element, part, text } from './read-element.js'

/** Pays an invoice, or pays a credit note back, and books it. @throws Refusal */
export function putPayment(books: FakeBooks, element: Element): FakePayment {
  const document = documentOf(books, element)
  if (!document) throw new Refusal('The document that the payment is for could not be found')
  const amount = hundredthsOf(element['Amount'])
  if (amount === undefined || amount <= 0n) throw new Refusal('The payment Amount must be greater than zero')
  if (document.status !== 'AUTHORISED')
    throw new Refusal('Payments can only be made against Authorised documents')
  if (amount > document.total - document.settled) {
    throw new Refusal('Payment amount exceeds the amount outstanding on this document')
  }
  const account = paymentAccount(books, element)
  const day = date(element, 'Date') ?? new Date(books.clock.now()).toISOString().slice(0, 10)
  books.checkLock(day)
  const id = books.newId()
  const reference = text(element, 'Reference') ?? ''
  const sign = document.kind === 'invoice' ? 1n : -1n
  const entry = books.post(day, reference || id, [
    { accountId: account.AccountID, amount: sign * amount },
    { accountId: books.systemAccount('DEBTORS').AccountID, amount: -sign * amount },
  ])
  if (!entry) throw new Refusal('The payment Amount must be greater than zero')
  document.settled += amount
  document.updated = books.clock.now()
  if (document.settled === document.total) document.status = 'PAID'
  const payment: FakePayment = {
    id,
    document,
    account,
    date: day,
    amount,
    reference,
    status: 'AUTHORISED',
    updated: books.clock.now(),
    entry,
  }
  books.payments.push(payment)
  return payment
}

function documentOf(books: FakeBooks, element: Element): FakeDocument | undefined {
  const targets = [
    ['invoice', part(element, 'Invoice') ?? {}, 'InvoiceID', 'InvoiceNumber'],
    ['credit-note', part(element, 'CreditNote') ?? {}, 'CreditNoteID', 'CreditNoteNumber'],
  ] as const
  for (const [kind, target, idName, numberName] of targets) {
    const [id, number] = [text(target, idName), text(target, numberName) ?? text(element, numberName)]
    if (id !== undefined) return books.documents.find((each) => each.kind === kind && each.id === id)
    if (number !== undefined) return books.byNumber(kind, number)
  }
  return undefined
}

function paymentAccount(books: FakeBooks, element: Element): FakePayment['account'] {
  const given = part(element, 'Account') ?? {}
  const [id, code] = [text(given, 'AccountID'), text(given, 'Code')]
  if (id === undefined && code === undefined) throw new Refusal('The payment has no account')
  const account = books.account({ id, code })
  const named = code === undefined ? `Account ID '${id}'` : `Account code '${code}'`
  if (!account || account.Status !== 'ACTIVE') throw new Refusal(`${named} is not a valid payment account.`)
  if (account.Type !== 'BANK' && !account.EnablePaymentsToAccount) {
    throw new Refusal(`${named} must be a bank account or have payments enabled to be paid to.`)
  }
  return account
}
