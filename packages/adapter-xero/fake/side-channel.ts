import type { Fault, FaultQueue } from '@ledgerpost/testkit'
import type { FakeBooks } from './books/books.js'
import { isElement, text } from './books/read-element.js'
import { json } from './platform/answers.js'

/** One posting in the fake's own ledger; `amount` in minor units as text, a debit above zero. */
export interface SideChannelEntry {
  readonly number: number
  readonly date: string
  readonly account: { readonly id: string; readonly code: string | null; readonly name: string }
  readonly amount: string
  readonly currency: string
  readonly taxType: string | null
  /** The number of the invoice or credit note, or the reference of the payment. */
  readonly source: string
}

export interface SideChannelBalance {
  readonly account: SideChannelEntry['account']
  readonly currency: string
  readonly debit: string
  readonly credit: string
  readonly balance: string
}

export function ledgerEntries(books: FakeBooks): SideChannelEntry[] {
  return books.ledger.entries().flatMap(({ number, date, sourceId, currency, lines }) =>
    lines.map((line) => ({
      number,
      date,
      account: accountOf(books, line.accountId),
      amount: line.amount.toString(),
      currency,
      taxType: line.taxType ?? null,
      source: sourceId,
    })),
  )
}

export function trialBalance(books: FakeBooks): SideChannelBalance[] {
  return books.ledger.trialBalance().map(({ account, currency, debit, credit, balance }) => ({
    account: accountOf(books, account.id),
    currency,
    debit: debit.toString(),
    credit: credit.toString(),
    balance: balance.toString(),
  }))
}

function accountOf(books: FakeBooks, id: string): SideChannelEntry['account'] {
  const account = books.account({ id, code: undefined })
  return { id, code: account?.Code ?? null, name: account?.Name ?? id }
}

/**
 * What a program outside asks of a fake that is served: `GET /_fake/ledger`, `GET /_fake/trial-balance` (of
 * `?tenantId=`, the first organisation by default) and `POST /_fake/faults` with
 * `{ method?, path?, times?, fault }`.
 */
export async function sideChannelAnswer(
  request: Request,
  books: ReadonlyMap<string, FakeBooks>,
  faults: FaultQueue,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  if (request.method === 'POST' && pathname === '/_fake/faults') {
    const order: unknown = await request.json()
    if (!isElement(order) || !isFault(order['fault']))
      return json({ message: 'The member fault is missing or unknown' }, 400)
    const times = order['times']
    faults.order({
      fault: order['fault'],
      times: typeof times === 'number' ? times : 1,
      method: text(order, 'method'),
      path: text(order, 'path'),
    })
    return json({ waiting: faults.waiting })
  }
  const [first] = books.values()
  const tenantId = searchParams.get('tenantId')
  const asked = tenantId === null ? first : books.get(tenantId)
  if (!asked) return json({ message: 'There is no such organisation' }, 404)
  if (pathname === '/_fake/ledger') return json(ledgerEntries(asked))
  if (pathname === '/_fake/trial-balance') return json(trialBalance(asked))
  return json({ message: 'The fake has no such side channel' }, 404)
}

const faultKinds = new Set(['delay', 'drop', 'reset', 'silence', 'answer', 'html', 'truncate'])

function isFault(value: unknown): value is Fault {
  return isElement(value) && faultKinds.has(text(value, 'kind') ?? '')
}
