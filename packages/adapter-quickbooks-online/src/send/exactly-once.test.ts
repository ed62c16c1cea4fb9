import { fc, test } from '@fast-check/vitest'
import { type Document, IntegratorError } from '@ledgerpost/core'
import type { Fault } from '@ledgerpost/testkit'
import { describe, expect } from 'vitest'
import { american, mappedPackets } from '../mapped-packets.test-support.js'
import { createScene, documentsOf, type Scene } from '../scene.test-support.js'

const when = fc.constantFrom('before' as const, 'after' as const)
const throttled = '{"fault":{"error":[{"message":"ThrottleExceeded","code":"3001"}],"type":"SERVICE"}}'

/** JSON that looks like an answer to a batch, and to a query, and says nothing. */
const hollow = '{"BatchItemResponse":[{"bId":"1"}],"queryResponse":{}}'

/** What may happen to a call, whether QuickBooks acted on it or not. */
const faults: fc.Arbitrary<Fault> = fc.oneof(
  when.map((moment): Fault => ({ kind: 'reset', when: moment })),
  when.map((moment): Fault => ({ kind: 'drop', when: moment })),
  when.map((moment): Fault => ({ kind: 'html', when: moment })),
  when.map((moment): Fault => ({ kind: 'answer', when: moment, status: 503, body: '<h1>Unavailable</h1>' })),
  when.map((moment): Fault => ({ kind: 'answer', when: moment, status: 200 })),
  when.map((moment): Fault => ({ kind: 'answer', when: moment, status: 200, body: hollow })),
  fc.nat({ max: 900 }).map((bytes): Fault => ({ kind: 'truncate', bytes, end: 'clean' })),
  fc.nat({ max: 900 }).map((bytes): Fault => ({ kind: 'truncate', bytes, end: 'abrupt' })),
  fc.constant<Fault>({ kind: 'answer', when: 'before', status: 429, body: throttled }),
)

const orders = fc.array(
  fc.record({
    fault: faults,
    path: fc.constantFrom('/batch', '/query'),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 8 },
)

/** Companies that help with duplicates, that do not, and that number their receipts themselves. */
const companies = fc.constantFrom(
  {},
  { refusesDuplicates: false },
  { customNumbers: false },
  { customNumbers: false, renumbers: true },
)

/** Sends as the engine does: what is unknown, or told to be a duplicate, is looked up before it may be sent again. */
async function deliver(scene: Scene, documents: readonly Document[]): Promise<void> {
  const planned = new Map(documents.map((document) => [document.reference, document]))
  const unknown = new Map<string, Document>()
  for (let round = 0; planned.size + unknown.size > 0; round += 1) {
    if (round > 60) throw new Error('the documents never arrive')
    await scene.clock.advance(61_000)
    for (const submission of scene.connection.prepare([...planned.values()], new Map())) {
      for (const result of await scene.clock.runUntil(scene.connection.send(submission, Infinity))) {
        const document = planned.get(result.reference)
        if (!document) throw new Error(`${result.reference} was answered and not asked`)
        const isDuplicate = result.outcome === 'rejected' && result.reason.kind === 'duplicate'
        if (result.outcome === 'accepted') planned.delete(result.reference)
        if (result.outcome === 'unknown' || isDuplicate) {
          planned.delete(result.reference)
          unknown.set(result.reference, document)
        }
      }
    }
    await lookUp(scene, planned, unknown)
  }
}

async function lookUp(
  scene: Scene,
  planned: Map<string, Document>,
  unknown: Map<string, Document>,
): Promise<void> {
  try {
    const found = await scene.clock.runUntil(scene.connection.find([...unknown.values()]))
    const totals = new Map(found.map(({ reference, total }) => [reference, total]))
    for (const [reference, document] of unknown) {
      if (!totals.has(reference)) planned.set(reference, document)
      else if (totals.get(reference) !== document.total)
        throw new Error(`${reference} is there over another total`)
    }
    unknown.clear()
  } catch (error) {
    // Nothing was learned: they stay unknown.
    if (!(error instanceof IntegratorError)) throw error
  }
}

describe('whatever happens to the calls', () => {
  test.prop(
    [
      fc.array(mappedPackets(american), { minLength: 1, maxLength: 4 }),
      orders,
      companies,
      fc.integer({ min: 1, max: 5 }),
      fc.nat({ max: 3 }),
    ],
    { seed: 20_261_201, numRuns: 80 },
  )('every document is booked, and none twice', async (packets, ordered, preferences, batchCount, broken) => {
    const scene = await createScene({ limits: { batchCount } })
    Object.assign(scene.fake.books().company.preferences, preferences)
    const documents = await documentsOf(scene, packets)
    for (const order of ordered) scene.fake.faults.order(order)
    scene.fake.breakNext(broken)
    await deliver(scene, documents)
    const { transactions, ledger } = scene.fake.books()
    expect(transactions).toHaveLength(documents.length)
    const expected = new Map<string, bigint>()
    for (const { account, amount } of documents.flatMap(({ postings }) => postings))
      expected.set(account, (expected.get(account) ?? 0n) + amount)
    const booked = new Map(ledger.trialBalance().map(({ account, balance }) => [account.id, balance]))
    for (const account of new Set([...expected.keys(), ...booked.keys()]))
      expect([account, booked.get(account) ?? 0n]).toEqual([account, expected.get(account) ?? 0n])
  })
})
