import type { Fault } from '@ledgerpost/testkit'
import type { DocumentIdentity, SendResult } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { accountId } from '../../fake/index.js'
import { type XeroBooking, xeroBookings } from '../bookings.js'
import { packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendStage, xeroScene } from '../xero-scene.test-support.js'

const guid = 'fa4e0000-0000-4000-8000-0000000000ff'
const zero = '00000000-0000-0000-0000-000000000000'

/** Xero's words for what each booking puts. */
const words = {
  invoices: { collection: 'Invoices', id: 'InvoiceID', reference: 'InvoiceNumber', status: 'AUTHORISED' },
  'bank-transactions': {
    collection: 'BankTransactions',
    id: 'BankTransactionID',
    reference: 'Reference',
    status: 'AUTHORISED',
  },
  'manual-journals': {
    collection: 'ManualJournals',
    id: 'ManualJournalID',
    reference: 'Narration',
    status: 'POSTED',
  },
} as const satisfies Readonly<Record<XeroBooking, object>>
type Words = (typeof words)[XeroBooking]

/** The element that Xero answers a sale over 1.00 with, changed as told. */
const element = ({ id, reference, status }: Words, number: string, change: object = {}) => ({
  [id]: guid,
  [reference]: number,
  Status: status,
  StatusAttributeString: 'OK',
  Date: '/Date(1772323200000+0000)/',
  Total: 1,
  TotalTax: 0,
  JournalLines: [
    { LineAmount: 1, TaxAmount: 0 },
    { LineAmount: -1, TaxAmount: 0 },
  ],
  ...change,
})
const failed = (word: Words, number: string, ...messages: string[]) =>
  element(word, number, {
    [word.id]: zero,
    StatusAttributeString: 'ERROR',
    ValidationErrors: messages.map((Message) => ({ Message })),
  })
const exception = (...Elements: object[]) => ({
  ErrorNumber: 10,
  Type: 'ValidationException',
  Message: 'A validation exception occurred',
  Elements,
})
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Fault => ({
  kind: 'answer',
  when: 'before',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...headers },
})
const problem = (detail: string, status = 403) => ({
  Type: null,
  Title: 'Forbidden',
  Status: status,
  Detail: detail,
})
const unbalanced = 'The total debits (1.00) must equal total credits (-2.00)'

/** What comes in place of the answer to one sale, and what is made of it. */
type Case = readonly [what: string, fault: (word: Words, number: string) => Fault, verdict: string]

const cases: readonly Case[] = [
  ['a true answer', (word, n) => answer(200, { [word.collection]: [element(word, n)] }), 'accepted'],
  ['HTML with status 200', () => ({ kind: 'html', when: 'after' }), 'unknown'],
  ['HTML with status 500', () => answer(500, '<h1>An error occurred</h1>'), 'unknown'],
  ['half a document', () => ({ kind: 'truncate', bytes: 120, end: 'clean' }), 'unknown'],
  ['a body that breaks off', () => ({ kind: 'truncate', bytes: 120, end: 'abrupt' }), 'unknown'],
  [
    'a collection in other casing',
    (word, n) => answer(200, { [word.collection.toLowerCase()]: [element(word, n)] }),
    'unknown',
  ],
  [
    'members in other casing',
    (word, n) =>
      answer(200, {
        [word.collection]: [
          Object.fromEntries(
            Object.entries(element(word, n)).map(([name, value]) => [name.toLowerCase(), value]),
          ),
        ],
      }),
    'unknown',
  ],
  [
    'a status that nobody knows',
    (word, n) => answer(200, { [word.collection]: [element(word, n, { Status: 'PENDING' })] }),
    'unknown',
  ],
  [
    'a verdict that nobody knows',
    (word, n) => answer(200, { [word.collection]: [element(word, n, { StatusAttributeString: 'LATER' })] }),
    'unknown',
  ],
  [
    'a draft',
    (word, n) => answer(200, { [word.collection]: [element(word, n, { Status: 'DRAFT' })] }),
    'unknown',
  ],
  [
    'another amount',
    (word, n) =>
      answer(200, {
        [word.collection]: [
          element(word, n, { Total: 1.01, JournalLines: [{ LineAmount: 1.01 }, { LineAmount: -1.01 }] }),
        ],
      }),
    'unknown',
  ],
  [
    'another tax',
    (word, n) =>
      answer(200, {
        [word.collection]: [
          element(word, n, {
            TotalTax: 0.01,
            JournalLines: [{ LineAmount: 1 }, { LineAmount: -1, TaxAmount: -0.01 }],
          }),
        ],
      }),
    'unknown',
  ],
  [
    'another day',
    (word, n) => answer(200, { [word.collection]: [element(word, n, { Date: '2026-03-02' })] }),
    'unknown',
  ],
  [
    '200 that means error, by element',
    (word, n) => answer(200, { [word.collection]: [failed(word, n, unbalanced)] }),
    'unbalanced',
  ],
  [
    '200 that means error, as a whole',
    (word, n) => answer(200, exception(failed(word, n, unbalanced))),
    'unbalanced',
  ],
  [
    '200 that means error, of nothing that is known',
    () => answer(200, exception({ ValidationErrors: [{ Message: unbalanced }] })),
    'unknown',
  ],
  ['200 with nothing but a message', () => answer(200, { Message: unbalanced }), 'unknown'],
  [
    '500 that means unbalanced',
    (word, n) => answer(500, exception(failed(word, n, unbalanced))),
    'unbalanced',
  ],
  ['500 that only sounds like it', () => answer(500, { Message: unbalanced }), 'unknown'],
  [
    '500 that means unbalanced, with an id',
    (word, n) => answer(500, exception({ ...failed(word, n, unbalanced), [word.id]: guid })),
    'unknown',
  ],
  [
    '400 of a locked period',
    (word, n) =>
      answer(
        400,
        exception(
          failed(
            word,
            n,
            'The document date cannot be before the period lock date, currently set at 31-Mar-2026',
          ),
        ),
      ),
    'period-locked',
  ],
  [
    'a tax that is not forced',
    (word, n) =>
      answer(200, {
        [word.collection]: [
          failed(word, n, 'Tax amount 52.23 is incorrect for INPUT2 tax type, should be 52.28'),
        ],
      }),
    'tax',
  ],
  [
    'a sentence that nobody knows',
    (word, n) => answer(200, { [word.collection]: [failed(word, n, 'No.')] }),
    'invalid',
  ],
  [
    '400 of what was not read',
    () => answer(400, { ErrorNumber: 14, Type: 'PostDataInvalidException', Message: 'Invalid Json data' }),
    'invalid',
  ],
  ['429 without Retry-After', () => answer(429, ''), 'rate-limited'],
  ['429 for the day', () => answer(429, '', { 'x-rate-limit-problem': 'day', 'retry-after': '60' }), 'quota'],
  [
    '403 of a connection that was ended',
    () => answer(403, problem('AuthenticationUnsuccessful')),
    'reauthorise',
  ],
  ['403 of a firewall', () => answer(403, '<h1>Access denied</h1>'), 'unknown'],
  ['404', () => answer(404, 'The resource cannot be found'), 'unknown'],
  ...['insufficient_scope', 'insufficent_scope'].flatMap((scope): Case[] => [
    [`403 that lacks a scope (${scope})`, () => answer(403, problem(scope)), 'reauthorise'],
    [
      `403 that says so in its head (${scope})`,
      () => answer(403, '', { 'www-authenticate': scope }),
      'reauthorise',
    ],
    [
      `401 that lacks a scope (${scope})`,
      () =>
        answer(401, problem('AuthorizationUnsuccessful', 401), {
          'www-authenticate': `Bearer error="${scope}"`,
        }),
      'reauthorise',
    ],
  ]),
]

async function prepared(bookedAs: XeroBooking) {
  const scene = await xeroScene({ bookings: [bookedAs] })
  const account = bookedAs === 'manual-journals' ? '831' : '090'
  const payments = [paymentOf({ amount: 100n, accountId: accountId(account) })]
  const documents = (await documentsOf(scene, [packetOf('a', { payments, total: 100n })])).slice(0, 1)
  const [reference = ''] = documents.map((document) => document.reference)
  return { scene, documents, reference, word: words[bookedAs] }
}

const verdictOf = (result: SendResult | undefined) =>
  result?.outcome === 'rejected' ? result.reason.kind : result?.outcome

describe.each(xeroBookings)('what comes in place of an answer to %s', (bookedAs) => {
  it.each(cases)('%s', async (_what, faultOf, verdict) => {
    const { scene, documents, reference, word } = await prepared(bookedAs)
    const fault = faultOf(word, reference)
    scene.fake.faults.order({ fault, path: `/${word.collection}`, method: 'PUT', times: 9 })
    const [result] = (await scene.clock.runUntil(sendStage(scene, documents, 0))).values()
    expect(verdictOf(result)).toBe(verdict)
  })

  it('is waited for a while where Xero wants fewer calls and does not say how long', async () => {
    const { scene, documents, word } = await prepared(bookedAs)
    scene.fake.faults.order({ fault: answer(429, ''), path: `/${word.collection}`, method: 'PUT' })
    const before = scene.clock.now()
    const [refused] = (await sendStage(scene, documents, 0)).values()
    expect(refused).toMatchObject({ outcome: 'rejected', reason: { kind: 'rate-limited' } })
    const [sent] = (await scene.clock.runUntil(sendStage(scene, documents, 0))).values()
    expect([sent?.outcome, scene.clock.now() - before]).toEqual(['accepted', 5000])
  })
})

it.each([
  ['invoices', 'ACCPAY'],
  ['bank-transactions', 'SPEND'],
] as const)('an answer to %s of the type %s is unknown', async (bookedAs, Type) => {
  const { scene, documents, reference, word } = await prepared(bookedAs)
  const body = { [word.collection]: [element(word, reference, { Type })] }
  scene.fake.faults.order({ fault: answer(200, body), path: `/${word.collection}`, method: 'PUT' })
  expect([...(await sendStage(scene, documents, 0)).values()]).toMatchObject([
    { outcome: 'unknown', message: expect.stringContaining(`its type there is ${Type}`) },
  ])
})

describe.each(['insufficient_scope', 'insufficent_scope'])('a consent that lacks a scope (%s)', (scope) => {
  it.each(['inspect', 'find', 'disconnect'] as const)('is told by %s', async (method) => {
    const { scene, documents } = await prepared('invoices')
    scene.fake.faults.order({ fault: answer(403, problem(scope)), times: 99 })
    const sought: readonly DocumentIdentity[] = documents
    await expect(scene.connection[method](sought)).rejects.toMatchObject({
      reason: { kind: 'reauthorise', message: expect.stringContaining('does not cover') },
    })
  })
})
