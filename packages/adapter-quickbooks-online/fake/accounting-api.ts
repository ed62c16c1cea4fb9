import { isRecord, type JsonRecord, recordMember, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import type { FakeBooks } from './books/books.js'
import { createTransaction, deleteTransaction, updateTransaction } from './books/create-transaction.js'
import { companyInfo, rowsOf } from './books/list-rows.js'
import { Refusal } from './books/refusal.js'
import type { TransactionName } from './books/transactions.js'
import { faultOf, json, refusal } from './platform/answers.js'
import { parseQuery, queryAnswer, QueryParseError } from './query/parse-query.js'

const names: readonly TransactionName[] = ['SalesReceipt', 'RefundReceipt', 'JournalEntry']

/** Intuit recommends at most so many. */
const largestBatch = 30

/** Answers a call below `/v3/company/{realmId}` that passed all that stands before the accounting service. */
export function accountingAnswer(books: FakeBooks, path: string, request: Request, body: string): Response {
  const time = new Date(books.clock.now()).toISOString()
  const url = new URL(request.url)
  try {
    if (request.method === 'GET' && path === 'query')
      return json({ ...query(books, url.searchParams.get('query') ?? ''), time })
    if (request.method === 'GET' && path === `companyinfo/${books.company.realmId}`)
      return json({ CompanyInfo: companyInfo(books), time })
    if (request.method !== 'POST') return new Response('Not found', { status: 404 })
    const element = parsed(body)
    if (path === 'batch') return json({ BatchItemResponse: batch(books, element), time })
    const name = names.find((each) => each.toLowerCase() === path)
    if (!name) throw new Refusal('500', 'Unsupported Operation', `Operation ${path} is not supported.`)
    return json({ [name]: single(books, name, url.searchParams.get('operation'), element), time })
  } catch (error) {
    if (error instanceof Refusal) return refusal(error, time)
    throw error
  }
}

function query(books: FakeBooks, text: string): JsonRecord {
  try {
    const understood = parseQuery(text)
    const rows = rowsOf(books, understood.entity)
    if (!rows) throw new QueryParseError(`Metadata not found for Entity: ${understood.entity}`)
    return queryAnswer(understood, rows)
  } catch (error) {
    if (!(error instanceof QueryParseError) && !(error instanceof RangeError)) throw error
    throw new Refusal('4000', 'Error parsing query', `QueryParserError: ${error.message}`)
  }
}

/** The items one after the other; those that fail do not keep the others from being done. */
function batch(books: FakeBooks, body: JsonRecord): readonly JsonRecord[] {
  const items = recordsMember(body, 'BatchItemRequest')
  if (items.length === 0) throw new Refusal('2020', 'Required param missing', 'BatchItemRequest')
  if (items.length > largestBatch)
    throw new Refusal('1040', 'Batch too large', `The maximum of ${largestBatch} batch items is exceeded`)
  return items.map((item) => {
    const bId = textMember(item, 'bId')
    try {
      if (bId === undefined || bId.length > 10) throw new Refusal('2020', 'Required param missing', 'bId')
      return { ...itemAnswer(books, item), bId }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ...faultOf(error), bId }
    }
  })
}

function itemAnswer(books: FakeBooks, item: JsonRecord): JsonRecord {
  const text = textMember(item, 'Query')
  if (text !== undefined) return query(books, text)
  for (const name of names) {
    const element = recordMember(item, name)
    if (element) return { [name]: single(books, name, textMember(item, 'operation') ?? null, element) }
  }
  throw new Refusal(
    '500',
    'Unsupported Operation',
    'The batch item has no entity that this fake keeps books of.',
  )
}

function single(
  books: FakeBooks,
  name: TransactionName,
  operation: string | null,
  element: JsonRecord,
): JsonRecord {
  if (operation === 'delete') return deleteTransaction(books, name, element)
  return operation === 'update' || element['Id'] !== undefined
    ? updateTransaction(books, name, element)
    : createTransaction(books, name, element)
}

function parsed(body: string): JsonRecord {
  try {
    const element: unknown = JSON.parse(body)
    if (isRecord(element)) return element
  } catch {
    // Answered below, like anything else that is no object.
  }
  throw new Refusal('2010', 'Request has invalid or unsupported property', 'The body is no JSON object')
}
