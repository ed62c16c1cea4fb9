import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, owner, saleOf } from '../harness.test-support.js'
import type { Store } from '../ports/store.js'

/** A process that dies at a chosen moment: from then on nothing it does reaches the store or the books. */
class Mortal {
  moments = 0
  isDead = false
  readonly #dieAt: number

  constructor(dieAt: number) {
    this.#dieAt = dieAt
  }

  /** One of the moments at which a process can be killed. */
  moment(): void {
    this.moments += 1
    if (this.moments === this.#dieAt) this.isDead = true
    if (this.isDead) throw new Error('killed')
  }

  store(store: Store): Store {
    const watched = async <Transaction, Result>(
      begin: (work: (transaction: Transaction) => Promise<Result>) => Promise<Result>,
      work: (transaction: Transaction) => Promise<Result>,
    ): Promise<Result> => {
      this.moment()
      const result = await begin(async (transaction) => {
        const done = await work(transaction)
        this.moment()
        return done
      })
      this.moment()
      return result
    }
    return {
      transaction: (of, work) => watched((inside) => store.transaction(of, inside), work),
      acrossSubscribers: (work) => watched((inside) => store.acrossSubscribers(inside), work),
    }
  }
}

let database: TestStore

beforeAll(async () => {
  database = await openTestStore()
})

afterAll(() => database.close())

/**
 * Runs a sync with edits to its end, killing the worker's process at the given moment: before and after every
 * transaction, in the middle of every one, before and after every effect at the integrator.
 */
async function syncWithDeathAt(dieAt: number, summarise: boolean) {
  const { store } = database
  const subscriberId = `killed at ${dieAt}, ${summarise}`
  const books = new FakeBooks()
  const mortal = new Mortal(dieAt)
  const healthy = createHarness(store, { subscriberId, adapter: fakeAdapter(books) })
  await healthy.configure({ summarise })
  await healthy.feed([saleOf('a', '10.00'), saleOf('b', '5.00'), saleOf('c', '1.00')])
  await healthy.sync()
  await healthy.feed([saleOf('a', '12.00'), saleOf('b', '5.00', { type: 'Void' }), saleOf('d', '3.00')])
  const doomed = createHarness(mortal.store(store), { subscriberId, adapter: mortalAdapter(books, mortal) })
  await healthy.engine.requestSync({ ...healthy.address, user: owner })
  await doomed.work('worker').catch((error: unknown) => {
    if (!mortal.isDead) throw error
  })
  await database.timePasses()
  await healthy.work('worker')
  return { books, mortal, statuses: await healthy.statuses() }
}

function mortalAdapter(books: FakeBooks, mortal: Mortal) {
  const adapter = fakeAdapter(books)
  return {
    ...adapter,
    connect: (context: Parameters<typeof adapter.connect>[0]) => {
      const connection = adapter.connect(context)
      return {
        ...connection,
        send: async (...call: Parameters<typeof connection.send>) => {
          mortal.moment()
          const results = await connection.send(...call)
          mortal.moment()
          return results
        },
      }
    },
  }
}

it.each([false, true])(
  'loses and doubles nothing, wherever the process is killed (summarise: %s)',
  async (summarise) => {
    const undisturbed = await syncWithDeathAt(Infinity, summarise)
    const expected = Object.fromEntries(undisturbed.books.balances())
    expect(expected).toEqual({ 'category:1': -1600n, 'method:1': 1600n })
    const documents = undisturbed.books.booked.length
    expect(undisturbed.mortal.moments).toBeGreaterThan(20)
    for (let dieAt = 1; dieAt <= undisturbed.mortal.moments; dieAt += 1) {
      const { books, mortal, statuses } = await syncWithDeathAt(dieAt, summarise)
      expect(mortal.isDead, `moment ${dieAt}`).toBe(true)
      expect(Object.fromEntries(books.balances()), `killed at moment ${dieAt}`).toEqual(expected)
      const references = new Set(books.booked.map(({ document }) => document.reference))
      expect([references.size, books.booked.length], `killed at moment ${dieAt}`).toEqual([
        documents,
        documents,
      ])
      expect(Object.keys(statuses), `killed at moment ${dieAt}`).toEqual(['Sent'])
    }
  },
  120_000,
)
