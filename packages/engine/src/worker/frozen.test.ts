import type { Adapter } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, owner, saleOf } from '../harness.test-support.js'
import type { AroundStep } from '../steps/steps.js'

let database: TestStore

beforeEach(async () => {
  database = await openTestStore()
})

afterEach(() => database.close())

/** A process that stands still from the nth call of `send` on, its heartbeat too, until it is thawed. */
class Freezer {
  readonly #frozenAt: number
  readonly isFrozen: Promise<void>
  readonly #isThawed: Promise<void>
  #freeze: () => void = () => undefined
  thaw: () => void = () => undefined
  #calls = 0

  constructor(frozenAt: number) {
    this.#frozenAt = frozenAt
    this.isFrozen = new Promise((resolve) => {
      this.#freeze = resolve
    })
    this.#isThawed = new Promise((resolve) => {
      this.thaw = resolve
    })
  }

  readonly aroundStep: AroundStep = async (name, work) => {
    if (name === 'send.send') this.#calls += 1
    if (this.#calls >= this.#frozenAt) {
      this.#freeze()
      await this.#isThawed
    }
    return work()
  }
}

it.each([1, 2])(
  'a worker that was frozen past its lease begins no call (frozen at call %i)',
  async (frozenAt) => {
    const books = new FakeBooks()
    const adapter = fakeAdapter(books)
    const freezer = new Freezer(frozenAt)
    const healthy = createHarness(database.store, { adapter })
    const frozen = createHarness(database.store, { adapter, aroundStep: freezer.aroundStep })
    await healthy.configure()
    await healthy.feed([saleOf('a', '1.00'), saleOf('b', '2.00')])
    await healthy.engine.requestSync({ ...healthy.address, user: owner })
    const standing = frozen.work('frozen')
    await freezer.isFrozen
    await database.timePasses()
    await healthy.work('healthy')
    expect(await healthy.statuses()).toEqual({ Sent: 2 })
    await frozen.clock.advance(61_000)
    freezer.thaw()
    await standing
    expect(books.turnedAway).toBe(2)
    expect(books.booked).toHaveLength(4)
    expect(Object.fromEntries(books.balances())).toEqual({ 'category:1': -300n, 'method:1': 300n })
    expect(frozen.logged).toEqual([expect.stringContaining('has lapsed')])
    expect(await healthy.statuses()).toEqual({ Sent: 2 })
  },
)

it('calls may begin for as long as the lease is held, and longer when it is prolonged', async () => {
  const books = new FakeBooks()
  const plain = fakeAdapter(books)
  const startBys: number[] = []
  const adapter: Adapter = {
    ...plain,
    connect(context) {
      const connection = plain.connect(context)
      return {
        ...connection,
        async send(submission, startBy) {
          startBys.push(startBy)
          await context.clock.sleep(50_000)
          return connection.send(submission, startBy)
        },
      }
    },
  }
  const harness = createHarness(database.store, { adapter })
  await harness.configure()
  await harness.feed([saleOf('a', '1.00')])
  const begun = harness.clock.now()
  await harness.sync()
  expect(await harness.statuses()).toEqual({ Sent: 1 })
  expect(startBys).toEqual([begun + 60_000, begun + 100_000])
})
