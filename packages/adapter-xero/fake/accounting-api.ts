import type { FakeBooks } from './books/books.js'
import type { SaleKind } from './books/documents.js'
import { putBankTransaction } from './books/put-bank-transaction.js'
import { putElements } from './books/put-elements.js'
import { putManualJournal } from './books/put-manual-journal.js'
import { putPayment } from './books/put-payment.js'
import { putSaleDocument } from './books/put-sale-document.js'
import { putTaxRate } from './books/put-tax-rate.js'
import { type Element, isElement, parts } from './books/read-element.js'
import { bankTransactionElement, manualJournalElement } from './books/cash-elements.js'
import {
  accountElement,
  documentElement,
  organisationElement,
  paymentElement,
  taxRateElement,
  wireInstant,
} from './books/wire-elements.js'
import { exception, json } from './platform/answers.js'
import { listAnswer } from './query/list.js'
import { QueryParseError } from './query/where.js'

/** One of the accounting API's collections. */
interface Route {
  /** One of these scopes opens it for reading, the first for writing. */
  readonly scopes: readonly string[]
  list(books: FakeBooks, query: URLSearchParams): Element
  put?(
    books: FakeBooks,
    elements: readonly Element[],
    summarizeErrors: boolean,
  ): { status: number; body: Element }
}

const settings = ['accounting.settings', 'accounting.settings.read']

function saleRoute(kind: SaleKind, name: 'Invoices' | 'CreditNotes', id: string): Route {
  return {
    scopes: ['accounting.invoices'],
    list: (books, query) =>
      listAnswer(name, query, (withLines) =>
        books.documents
          .filter((document) => document.kind === kind)
          .map((document) => documentElement(document, books.payments, withLines)),
      ),
    put: (books, elements, summarizeErrors) =>
      putElements({ name, id }, elements, summarizeErrors, (element) =>
        documentElement(putSaleDocument(books, kind, element), books.payments, true),
      ),
  }
}

const routes: Readonly<Record<string, Route>> = {
  Organisation: {
    scopes: settings,
    list: (books) => ({ Organisations: [organisationElement(books.organisation)] }),
  },
  Accounts: {
    scopes: settings,
    list: (books, query) =>
      listAnswer('Accounts', query, () => books.organisation.accounts.map(accountElement)),
  },
  TaxRates: {
    scopes: settings,
    list: (books, query) =>
      listAnswer('TaxRates', query, () => books.organisation.taxRates.map(taxRateElement)),
    put: (books, elements) => putTaxRate(books, elements),
  },
  TrackingCategories: {
    scopes: settings,
    list: (books, query) =>
      listAnswer('TrackingCategories', query, () =>
        books.organisation.trackingCategories
          .filter(({ Status }) => Status === 'ACTIVE' || query.get('includeArchived') === 'true')
          .map((category) => ({ ...category })),
      ),
  },
  Contacts: {
    scopes: ['accounting.contacts'],
    list: (books, query) =>
      listAnswer('Contacts', query, () =>
        books.contacts.map(({ id, name, status }) => ({ ContactID: id, Name: name, ContactStatus: status })),
      ),
  },
  Invoices: saleRoute('invoice', 'Invoices', 'InvoiceID'),
  CreditNotes: saleRoute('credit-note', 'CreditNotes', 'CreditNoteID'),
  Payments: {
    scopes: ['accounting.payments'],
    list: (books, query) =>
      listAnswer('Payments', query, () => books.payments.map((payment) => paymentElement(payment, true))),
    put: (books, elements, summarizeErrors) =>
      putElements({ name: 'Payments', id: 'PaymentID' }, elements, summarizeErrors, (element) =>
        paymentElement(putPayment(books, element), false),
      ),
  },
  BankTransactions: {
    scopes: ['accounting.banktransactions'],
    list: (books, query) =>
      listAnswer('BankTransactions', query, (withLines) =>
        books.bankTransactions.map((each) =>
          bankTransactionElement(each, books.organisation.currency, withLines),
        ),
      ),
    put: (books, elements, summarizeErrors) =>
      putElements(
        { name: 'BankTransactions', id: 'BankTransactionID' },
        elements,
        summarizeErrors,
        (element) =>
          bankTransactionElement(putBankTransaction(books, element), books.organisation.currency, true),
      ),
  },
  ManualJournals: {
    scopes: ['accounting.manualjournals'],
    list: (books, query) =>
      listAnswer('ManualJournals', query, (withLines) =>
        books.journals.map((each) => manualJournalElement(each, withLines)),
      ),
    put: (books, elements, summarizeErrors) =>
      putElements({ name: 'ManualJournals', id: 'ManualJournalID' }, elements, summarizeErrors, (element) =>
        manualJournalElement(putManualJournal(books, element), true),
      ),
  },
}

/** The scopes of which one is needed for a collection; undefined if there is no such collection. */
export function scopesFor(name: string, method: string): readonly string[] | undefined {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined
  return method === 'GET' ? route?.scopes : route?.scopes.slice(0, 1)
}

/** Answers a call that passed all that stands before the accounting API. */
export function accountingAnswer(
  books: FakeBooks,
  name: string,
  method: string,
  url: URL,
  body: string,
): Response {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined
  if (!route) return new Response("The resource you're looking for cannot be found", { status: 404 })
  try {
    if (method === 'GET') return envelope(books, route.list(books, url.searchParams))
    if (method !== 'PUT' || !route.put) return new Response('Method not allowed', { status: 405 })
    const elements = elementsIn(body, name)
    if (!elements) return exception('PostDataInvalidException', `Invalid Json data: no array of ${name}`, 14)
    // Xero summarises errors unless it is told not to.
    const answer = route.put(books, elements, url.searchParams.get('summarizeErrors') !== 'false')
    return answer.status === 200 ? envelope(books, answer.body) : json(answer.body, answer.status)
  } catch (error) {
    if (error instanceof QueryParseError) return exception('QueryParseException', error.message, 16)
    throw error
  }
}

function envelope(books: FakeBooks, body: Element): Response {
  return json({
    Id: books.newId(),
    Status: 'OK',
    ProviderName: 'Ledgerpost',
    DateTimeUTC: wireInstant(books.clock.now()),
    ...body,
  })
}

function elementsIn(body: string, name: string): readonly Element[] | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    return isElement(parsed) && Array.isArray(parsed[name]) ? parts(parsed, name) : undefined
  } catch {
    return undefined
  }
}
