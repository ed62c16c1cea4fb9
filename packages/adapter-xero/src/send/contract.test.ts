import type { Document, DocumentIdentity, SendResult } from '@ledgerpost/core'
import { mswHandlers } from '@ledgerpost/testkit'
import { http } from 'msw'
import { type SetupServer, setupServer } from 'msw/node'
import { VirtualClock } from '@ledgerpost/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountId, createFakeXero, type FakeXero, ledgerEntries } from '../../fake/index.js'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import {
  acceptedIn,
  documentsOf,
  sendAll,
  sendStage,
  type XeroScene,
  xeroScene,
} from '../xero-scene.test-support.js'

let server: SetupServer
let fake: FakeXero
let scene: XeroScene

/** Everything here goes through the built-in fetch to Xero's real addresses, which msw answers from the fake. */
beforeEach(async () => {
  const clock = new VirtualClock()
  fake = createFakeXero({ clock, rateLimits: false })
  server = setupServer(...mswHandlers(http, fake.handler, fake.hosts))
  server.listen({ onUnhandledRequest: 'error' })
  scene = await xeroScene({ fake, clock, fetch: (...call) => fetch(...call) })
})
afterEach(() => {
  server.close()
})

const writes = () => fake.calls.filter(({ method }) => method === 'PUT')
const outcomes = (results: Iterable<SendResult>) => [...results].map(({ outcome }) => outcome)
const identities = (results: Iterable<DocumentIdentity>): DocumentIdentity[] =>
  [...results].map(({ reference, kind, date }) => ({ reference, kind, date }))
const elementIn = ({ content }: Document) => content['element'] as object
const balanceOf = (code: string) => fake.books().ledger.balance(accountId(code))

describe('the tests themselves', () => {
  it('fail on any request that no handler knows', async () => {
    await expect(fetch('https://api.xero.example/Invoices')).rejects.toThrow('MSW')
    await expect(fetch('https://us.xero.com/')).rejects.toThrow('MSW')
  })
})

describe('a batch', () => {
  it('carries 120 mixed packets in six calls, to the cent', async () => {
    const packets = Array.from({ length: 120 }, (_, index) => {
      const net = BigInt(1000 + index * 7)
      const sign = index % 3 === 2 ? -1n : 1n
      const lines = [lineOf({ net: sign * net, tax: sign * 83n, taxId: 'TAX001' })]
      return index % 10 === 9
        ? packetOf(`zero ${index}`, { lines: [lineOf({ net }), lineOf({ net: -net })], total: 0n })
        : packetOf(`packet ${index}`, { lines, total: sign * (net + 83n) })
    })
    const documents = await documentsOf(scene, packets)
    const results = await sendAll(scene, documents)
    expect(results.size).toBe(documents.length)
    expect(new Set(outcomes(results.values()))).toEqual(new Set(['accepted']))
    const counts = writes().map(({ path, query, body }) => [
      path.split('/').at(-1),
      query,
      body.split('"Date":').length - 1,
    ])
    expect(counts).toEqual([
      ['Invoices', '?summarizeErrors=false', 50],
      ['Invoices', '?summarizeErrors=false', 34],
      ['CreditNotes', '?summarizeErrors=false', 36],
      ['Payments', '?summarizeErrors=false', 50],
      ['Payments', '?summarizeErrors=false', 50],
      ['Payments', '?summarizeErrors=false', 8],
    ])
    expect(balanceOf('090')).toBe(packets.reduce((sum, { parts }) => sum + (parts[0]?.total ?? 0n), 0n))
    expect(balanceOf('610')).toBe(0n)
    expect(await scene.connection.find(identities(documents))).toHaveLength(documents.length)
  })

  it('that fails by half says so document by document', async () => {
    const bad = lineOf({ net: 500n, revenueId: accountId('299') })
    const packets = [
      packetOf('a', { total: 100n }),
      packetOf('b', { lines: [bad], total: 500n }),
      packetOf('c', { total: 300n }),
      packetOf('d', { lines: [lineOf({ net: 400n, taxId: 'TAX009' })], total: 400n }),
    ]
    const documents = await documentsOf(scene, packets)
    const results = await sendStage(scene, documents, 0)
    expect([...results.values()]).toMatchObject([
      { outcome: 'accepted' },
      {
        outcome: 'rejected',
        reason: { kind: 'unknown-account', message: expect.stringContaining('archived') },
      },
      { outcome: 'accepted' },
      { outcome: 'rejected', reason: { kind: 'tax' } },
    ])
    expect(fake.books().documents).toHaveLength(2)
  })

  it('whose answer summarises the errors leaves the others in doubt, where a look-up finds them', async () => {
    const packets = [
      packetOf('a', { total: 100n }),
      packetOf('b', { lines: [lineOf({ net: 5n, revenueId: accountId('299') })], total: 5n }),
    ]
    const documents = await documentsOf(scene, packets)
    const summarising = new Proxy(scene.environment.fetch, {
      apply: (target, _this, [url, init]: Parameters<typeof fetch>) =>
        target(String(url).replace('summarizeErrors=false', ''), init),
    })
    const other = await xeroScene({ fake, clock: scene.clock, fetch: summarising })
    const results = await sendStage(other, documents, 0)
    expect([...results.values()]).toMatchObject([{ outcome: 'unknown' }, { outcome: 'rejected' }])
    expect(await scene.connection.find(identities(documents))).toMatchObject([
      { reference: documents[0]?.reference },
    ])
  })

  it('is prepared the same from stored documents whose members are in another order', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const reordered = documents.map((document) => ({
      ...document,
      content: {
        element: Object.fromEntries(Object.entries(elementIn(document)).toReversed()),
      },
    }))
    const [once, again] = [documents, reordered].map((each) =>
      scene.connection.prepare(each.slice(0, 1), new Map()),
    )
    expect(again).toEqual(once)
    expect(once?.[0]?.key).toMatch(/^[\da-f]{64}$/)
  })

  it('stays below the bytes allowed', async () => {
    const small = await xeroScene({ limits: { batchBytes: 2000 } })
    const documents = await documentsOf(
      small,
      Array.from({ length: 9 }, (_, index) => packetOf(`p${index}`, { total: 100n })),
    )
    const submissions = small.connection.prepare(
      documents.filter(({ stage }) => stage === 0),
      new Map(),
    )
    expect(submissions.length).toBeGreaterThan(1)
    for (const { body } of submissions) expect(body.length).toBeLessThanOrEqual(2000)
    expect(submissions.flatMap(({ references }) => references)).toHaveLength(9)
  })
})

describe('an answer that is lost', () => {
  it.each([
    ['reset', { kind: 'reset', when: 'after' }],
    ['HTML with status 200', { kind: 'html', when: 'after' }],
    ['half a document', { kind: 'truncate', bytes: 300, end: 'clean' }],
    ['a body that breaks off', { kind: 'truncate', bytes: 300, end: 'abrupt' }],
    [
      'status 503 after the effect',
      { kind: 'answer', when: 'after', status: 503, body: '<h1>Unavailable</h1>' },
    ],
    ['an empty 200', { kind: 'answer', when: 'after', status: 200 }],
    ['other casing', { kind: 'answer', when: 'after', status: 200, body: '{"invoices":[]}' }],
  ] as const)('%s is unknown, found, and not booked again by the same submission', async (_name, fault) => {
    const documents = await documentsOf(scene, [
      packetOf('a', { total: 100n }),
      packetOf('b', { total: 200n }),
    ])
    const sales = documents.filter(({ stage }) => stage === 0)
    const [submission] = scene.connection.prepare(sales, new Map())
    if (!submission) throw new Error('nothing to send')
    fake.faults.order({ fault, path: '/Invoices', method: 'PUT' })
    expect(outcomes(await scene.connection.send(submission))).toEqual(['unknown', 'unknown'])
    const found = await scene.connection.find(identities(sales))
    expect(found).toMatchObject(
      sales.map(({ reference, total, date }) => ({
        reference,
        total,
        date,
        kind: 'invoice',
        isVoided: false,
      })),
    )
    expect(outcomes(await scene.connection.send(submission))).toEqual(['accepted', 'accepted'])
    expect([fake.idempotencyKeys.replays, fake.books().documents.length]).toEqual([1, 2])
  })

  it('before the effect is unknown too, and the document is not there', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    fake.faults.order({ fault: { kind: 'reset', when: 'before' }, path: '/Invoices', method: 'PUT' })
    expect(outcomes((await sendStage(scene, documents, 0)).values())).toEqual(['unknown'])
    expect(await scene.connection.find(identities(documents))).toEqual([])
    expect(outcomes((await sendAll(scene, documents)).values())).toEqual(['accepted', 'accepted'])
  })

  it('after a payment was booked does not lead to a second one, even when the key is forgotten', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const accepted = acceptedIn((await sendStage(scene, documents, 0)).values())
    fake.faults.order({ fault: { kind: 'reset', when: 'after' }, path: '/Payments' })
    expect(outcomes((await sendStage(scene, documents, 1, accepted)).values())).toEqual(['unknown'])
    await scene.clock.advance(7 * 60_000)
    const [again] = (await sendStage(scene, documents, 1, accepted)).values()
    expect(again).toMatchObject({ outcome: 'rejected', reason: { kind: 'duplicate' } })
    expect(fake.books().payments).toHaveLength(1)
    expect(
      await scene.connection.find(identities(documents.filter(({ stage }) => stage === 1))),
    ).toMatchObject([{ kind: 'payment', total: 100n, isVoided: false }])
  })
})

describe('a number that is used already', () => {
  it('is a duplicate to be looked up, and never overwritten', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const [invoice] = documents
    await sendStage(scene, documents, 0)
    await scene.clock.advance(7 * 60_000)
    const results = await sendStage(scene, documents, 0)
    expect([...results.values()]).toMatchObject([{ outcome: 'rejected', reason: { kind: 'duplicate' } }])
    expect(await scene.connection.find(identities(documents.slice(0, 1)))).toMatchObject([
      { reference: invoice?.reference, total: 100n, isVoided: false },
    ])
    expect(balanceOf('610')).toBe(100n)
  })

  it('is found with what became of it since', async () => {
    const documents = await documentsOf(scene, [
      packetOf('a', { total: 100n }),
      packetOf('r', { total: -50n }),
    ])
    await sendAll(scene, documents)
    const [invoice, payment, note] = documents
    fake.books().deletePayment(payment?.reference ?? '')
    fake.books().voidDocument('invoice', invoice?.reference ?? '')
    const found = new Map(
      (await scene.connection.find(identities(documents))).map((each) => [each.reference, each]),
    )
    expect(found.get(invoice?.reference ?? '')).toMatchObject({ isVoided: true, kind: 'invoice' })
    expect(found.get(payment?.reference ?? '')).toMatchObject({ isVoided: true, kind: 'payment' })
    expect(found.get(note?.reference ?? '')).toMatchObject({
      isVoided: false,
      kind: 'credit-note',
      total: 50n,
    })
  })
})

describe('payments', () => {
  it('that are refused leave their invoice, and go through when the account was mended', async () => {
    const payments = [paymentOf({ amount: 60n }), paymentOf({ amount: 40n, accountId: accountId('832') })]
    const documents = await documentsOf(scene, [packetOf('a', { payments, total: 100n })])
    const results = await sendAll(scene, documents)
    expect(outcomes(results.values())).toEqual(['accepted', 'accepted', 'rejected'])
    expect([...results.values()].at(-1)).toMatchObject({ reason: { kind: 'unknown-account' } })
    const { organisation } = fake.books()
    organisation.accounts = organisation.accounts.map((account) =>
      account.Code === '832' ? { ...account, EnablePaymentsToAccount: true } : account,
    )
    const refused = documents.filter(({ reference }) => results.get(reference)?.outcome === 'rejected')
    const retried = await sendStage(scene, refused, 1, acceptedIn(results.values()))
    expect(outcomes(retried.values())).toEqual(['accepted'])
    expect(fake.books().documents[0]).toMatchObject({ status: 'PAID', settled: 100n })
  })

  it('of what somebody else paid are stale', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const accepted = acceptedIn((await sendStage(scene, documents, 0)).values())
    const byHand = documents.slice(1).map((document) => ({
      ...document,
      reference: 'by hand',
      content: { ...document.content, element: { ...elementIn(document), Reference: 'by hand' } },
    }))
    expect(outcomes((await sendStage(scene, byHand, 1, accepted)).values())).toEqual(['accepted'])
    const results = await sendStage(scene, documents, 1, accepted)
    expect([...results.values()]).toMatchObject([{ outcome: 'rejected', reason: { kind: 'stale' } }])
  })
})

describe('locked periods', () => {
  it.each(['periodLockDate', 'endOfYearLockDate'] as const)(
    'are told by %s and by refusals',
    async (lock) => {
      const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
      fake.books().organisation[lock] = '2026-03-15'
      expect((await scene.connection.inspect()).organisation.lockedThrough).toBe('2026-03-15')
      const results = await sendStage(scene, documents, 0)
      expect([...results.values()]).toMatchObject([
        { outcome: 'rejected', reason: { kind: 'period-locked' } },
      ])
    },
  )
})

describe('the connection', () => {
  it('renews its token once and sends the same bytes', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    fake.identity.tokens.expireAccessTokens()
    const before = scene.grant().accessToken
    expect(outcomes((await sendStage(scene, documents, 0)).values())).toEqual(['accepted'])
    expect([fake.identity.tokens.refreshes, scene.grant().accessToken === before]).toEqual([1, false])
  })

  it('that was ended inside Xero asks for a new consent, and keeps the documents', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    fake.identity.connections.disconnect(fake.books().organisation.tenantId)
    const results = await sendStage(scene, documents, 0)
    expect([...results.values()]).toMatchObject([{ outcome: 'rejected', reason: { kind: 'reauthorise' } }])
    await expect(scene.connection.inspect()).rejects.toMatchObject({ reason: { kind: 'reauthorise' } })
  })

  it('takes back its link to one organisation only', async () => {
    fake.identity.connections.connect(
      '7e4a0000-0000-4000-8000-00000000000f',
      'Another',
      'fa4e0000-0000-4000-8000-ffffffffffff',
    )
    await scene.connection.disconnect()
    expect(fake.identity.connections.list(null)).toMatchObject([{ tenantName: 'Another' }])
    await scene.connection.disconnect()
  })

  it('writes no token to the log', async () => {
    await sendAll(scene, await documentsOf(scene, [packetOf('a', { total: 100n })]))
    expect(scene.logged.length).toBeGreaterThan(4)
    expect(scene.logged.join('\n')).not.toContain(scene.grant().accessToken)
    expect(scene.logged.join('\n')).not.toContain(scene.grant().refreshToken)
  })

  it('links to the document', async () => {
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const [invoice] = (await sendStage(scene, documents, 0)).values()
    expect(invoice).toMatchObject({
      link: expect.stringContaining(
        `shortcode=!Dm0US&redirecturl=/AccountsReceivable/View.aspx?InvoiceID=${fake.books().documents[0]?.id}`,
      ),
    })
  })
})

describe('reading back', () => {
  it('gives the entries that Xero booked, voided ones left out', async () => {
    const packets = Array.from({ length: 130 }, (_, index) =>
      packetOf(`p${index}`, {
        lines: [
          lineOf({ net: 1000n, tax: 87n, taxId: 'TAX002' }),
          lineOf({ net: BigInt(index), revenueId: accountId('830') }),
        ],
        total: 1087n + BigInt(index),
      }),
    )
    const documents = await documentsOf(scene, [...packets, packetOf('back', { total: -333n })])
    await sendAll(scene, documents)
    const [invoice, payment] = documents
    fake.books().deletePayment(payment?.reference ?? '')
    fake.books().voidDocument('invoice', invoice?.reference ?? '')
    const totals = new Map<string, bigint>()
    for await (const { account, amount, reference } of scene.connection.readBack({
      from: '2026-03-01',
      to: '2026-03-01',
    })) {
      expect(reference).toMatch(/^LP-/)
      totals.set(account, (totals.get(account) ?? 0n) + amount)
    }
    for (const { account, balance } of fake.books().ledger.trialBalance())
      expect(totals.get(account.id) ?? 0n).toBe(balance)
    expect(ledgerEntries(fake.books()).length).toBeGreaterThan(500)
    const earlier = []
    for await (const entry of scene.connection.readBack({ from: '2026-01-01', to: '2026-02-28' }))
      earlier.push(entry)
    expect(earlier).toEqual([])
  })
})
