import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import type { Adapter, Reason } from '@ledgerpost/core'
import { fc } from '@fast-check/vitest'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, type Harness, owner, saleOf } from '../harness.test-support.js'

let database: TestStore
let harness: Harness

beforeEach(async () => {
  database = await openTestStore()
  harness = createHarness(database.store)
  await harness.configure()
})

afterEach(() => database.close())

const orders = (count: number) => Array.from({ length: count }, (_, index) => saleOf(`o${index}`, '1.00'))

/** Each packet is an invoice and a payment, booked once. */
function expectBookedOnce(packets: number): void {
  const references = harness.books.booked.map(({ document }) => document.reference)
  expect(references).toHaveLength(2 * packets)
  expect(new Set(references).size).toBe(2 * packets)
  expect(harness.books.balances().get('method:1')).toBe(BigInt(packets) * 100n)
}

describe('an answer that never came', () => {
  it('is not repeated when the effect had landed', async () => {
    harness.books.answer = (call) => (call === 1 || call === 3 ? { kind: 'lost-after' } : { kind: 'normal' })
    await harness.feed(orders(5))
    await harness.sync()
    expectBookedOnce(5)
    expect(await harness.statuses()).toEqual({ Sent: 5 })
    expect(harness.books.calls).toEqual(['invoice 5', 'find 5', 'payment 5', 'find 5'])
  })

  it('is looked up once an effect that began as late as possible would have landed', async () => {
    const times: number[] = []
    const books = new FakeBooks()
    const plain = fakeAdapter(books)
    const adapter: Adapter = {
      ...plain,
      manifest: { ...plain.manifest, settlingTime: 90_000 },
      connect(context) {
        const connection = plain.connect(context)
        return {
          ...connection,
          async send(...call) {
            await context.clock.sleep(50_000)
            times.push(context.clock.now())
            return connection.send(...call)
          },
          find(sought) {
            times.push(context.clock.now())
            return connection.find(sought)
          },
        }
      },
    }
    books.answer = (call) => (call === 1 ? { kind: 'lost-after' } : { kind: 'normal' })
    harness = createHarness(database.store, { adapter, subscriberId: 'slow' })
    await harness.configure()
    await harness.feed(orders(1))
    await harness.sync()
    const [sent = 0, lookedUp = 0] = times
    expect(lookedUp - sent).toBe(90_000)
    expect(await harness.statuses()).toEqual({ Sent: 1 })
  })

  it('is sent again when the look-up finds nothing', async () => {
    harness.books.answer = (call) => (call === 1 ? { kind: 'lost-before' } : { kind: 'normal' })
    await harness.feed(orders(5))
    await harness.sync()
    expectBookedOnce(5)
    expect(await harness.statuses()).toEqual({ Sent: 5 })
  })

  it('leaves the packet in doubt after some rounds, and the next sync goes on', async () => {
    harness.books.answer = () => ({ kind: 'lost-before' })
    await harness.feed(orders(2))
    await harness.sync()
    expect(await harness.statuses()).toEqual({ InDoubt: 2 })
    harness.books.answer = () => ({ kind: 'normal' })
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 2 })
    expectBookedOnce(2)
  })

  it('leaves a document that differs at the integrator to a person, and never overwrites it', async () => {
    harness.books.answer = (call) => (call === 1 ? { kind: 'lost-after' } : { kind: 'normal' })
    await harness.feed(orders(1))
    const receive = harness.books.receive.bind(harness.books)
    harness.books.receive = (submission) => {
      const results = receive(submission)
      const [first] = harness.books.booked
      if (first) first.total += 1n
      return results
    }
    const recordId = await harness.sync()
    expect(await harness.statuses()).toEqual({ InDoubt: 1 })
    const [view] = await harness.engine.packetsOfRecord('1234', recordId, {
      after: 0n,
      limit: 1,
      orderIds: 1,
    })
    expect(view?.states.at(-1)?.message).toContain('its total there is 101 minor units')
    await harness.sync()
    expect(harness.books.booked).toHaveLength(1)
  })

  it.each(['lost-before', 'lost-after'] as const)(
    'costs no document and no duplicate, whichever calls it hits (%s)',
    async (kind) => {
      let runs = 0
      await fc.assert(
        fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), async (faults) => {
          runs += 1
          harness = createHarness(database.store, { subscriberId: `run ${runs}` })
          await harness.configure()
          harness.books.answer = (call): Answer => (faults[call - 1] ? { kind } : { kind: 'normal' })
          await harness.feed(orders(45))
          await harness.sync()
          harness.books.answer = () => ({ kind: 'normal' })
          await harness.sync()
          expectBookedOnce(45)
          expect(await harness.statuses()).toEqual({ Sent: 45 })
        }),
        { numRuns: 15 },
      )
    },
  )
})

describe('a number that is taken', () => {
  it('means that the document exists: it is looked up and adopted', async () => {
    await harness.feed(orders(1))
    const receive = harness.books.receive.bind(harness.books)
    harness.books.receive = (submission) => {
      if (harness.books.calls.length === 0) receive(submission)
      return receive(submission)
    }
    await harness.sync()
    expect(harness.books.calls).toEqual(['invoice 1', 'invoice 1', 'find 1', 'payment 1'])
    expectBookedOnce(1)
  })
})

describe('a connection that is the problem', () => {
  const refuse = (reason: Reason, until: () => boolean) => {
    harness.books.answer = () => (until() ? { kind: 'normal' } : { kind: 'refused', reason })
  }

  it('is waited for when the integrator asks for slowness', async () => {
    const start = harness.clock.now()
    refuse(
      { kind: 'rate-limited', message: 'Slow down.', retryAfter: 30_000 },
      () => harness.clock.now() >= start + 30_000,
    )
    await harness.feed(orders(3))
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 3 })
    expectBookedOnce(3)
  })

  it('fails no packet when the owner must link again; after that the next sync goes on', async () => {
    let isLinked = false
    refuse({ kind: 'reauthorise', message: 'Link again.' }, () => isLinked)
    await harness.feed(orders(3))
    const recordId = await harness.sync()
    expect(await harness.statuses()).toEqual({ Pending: 3 })
    expect((await harness.engine.syncRecord('1234', recordId)).record.status).toBe('Failed')
    expect((await harness.engine.initialise(harness.address)).integration.status).toBe('Error')
    isLinked = true
    await harness.engine.link({ ...harness.address, settings: {}, redirectUri: '', user: owner })
    await harness.engine.save({ ...harness.address, assignments: [], preferences: null, user: owner })
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 3 })
  })

  it('puts the sync off when a quota is used up, and goes on with the same record', async () => {
    let isRenewed = false
    refuse({ kind: 'quota', message: 'Used up for today.', retryAfter: 3_600_000 }, () => isRenewed)
    await harness.feed(orders(3))
    const recordId = await harness.sync()
    expect((await harness.engine.syncRecord('1234', recordId)).record.status).toBe('InProgress')
    expect(await harness.statuses()).toEqual({ Pending: 3 })
    isRenewed = true
    await database.timePasses()
    await harness.work()
    expect((await harness.engine.syncRecord('1234', recordId)).record.status).toBe('Success')
    expectBookedOnce(3)
  })
})

describe('a poisoned packet', () => {
  it('holds nobody else up', async () => {
    harness.books.refusesReference = (document) =>
      document.total === 666n ? { kind: 'invalid', message: 'No.' } : undefined
    await harness.feed([saleOf('poison', '6.66'), ...orders(30)])
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 30, Rejected: 1 })
  })
})

describe('a look-up that is refused for good', () => {
  it('fails the sync after some tries, with the message, and the next sync goes on', async () => {
    harness.books.answer = (call) => (call === 1 ? { kind: 'lost-after' } : { kind: 'normal' })
    harness.books.findFails = { kind: 'invalid', message: 'The look-up cannot be read. Mend the books.' }
    await harness.feed(orders(2))
    const recordId = await harness.sync()
    for (let tries = 2; tries <= 5; tries += 1) {
      // Each try follows the one before.
      await database.timePasses()
      await harness.work()
    }
    const { record, states } = await harness.engine.syncRecord('1234', recordId)
    expect(record.status).toBe('Failed')
    expect(states.at(-1)?.message).toBe('The look-up cannot be read. Mend the books.')
    expect(await harness.statuses()).toEqual({ InDoubt: 2 })
    harness.books.findFails = undefined
    await harness.sync()
    expectBookedOnce(2)
    expect(await harness.statuses()).toEqual({ Sent: 2 })
  })
})
