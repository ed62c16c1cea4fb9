import { VirtualClock } from '@ledgerpost/testkit'
import { expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, owner, saleOf } from '../harness.test-support.js'
import { createMemoryStore } from '../memory-store/index.js'
import type { AroundStep, StepName } from '../steps/steps.js'

/** Steps of the heart, which beats beside the work. */
const besides = new Set<StepName>(['job.wait-to-extend', 'job.extend-lease'])

/** A process that dies before or after a step: from then on nothing it does reaches the store or the books. */
class Mortal {
  readonly moments: string[] = []
  readonly #dieAt: number

  constructor(dieAt: number) {
    this.#dieAt = dieAt
  }

  get isDead(): boolean {
    return this.moments.length >= this.#dieAt
  }

  readonly aroundStep: AroundStep = async (name, work) => {
    if (besides.has(name)) return work()
    this.#moment(`before ${name}`)
    const result = await work()
    this.#moment(`after ${name}`)
    return result
  }

  #moment(what: string): void {
    if (!this.isDead) this.moments.push(what)
    if (this.isDead) throw new Error(`killed ${this.moments.at(-1)}`)
  }
}

/** Runs a sync with edits to its end, killing the worker's process at the given moment: before or after a step. */
async function syncWithDeathAt(dieAt: number, summarise: boolean) {
  const storeClock = new VirtualClock()
  const store = createMemoryStore(storeClock)
  const books = new FakeBooks()
  const mortal = new Mortal(dieAt)
  const adapter = fakeAdapter(books)
  const healthy = createHarness(store, { adapter })
  await healthy.configure({ summarise })
  await healthy.feed([saleOf('a', '10.00'), saleOf('b', '5.00'), saleOf('c', '1.00')])
  await healthy.sync()
  await healthy.feed([saleOf('a', '12.00'), saleOf('b', '5.00', { type: 'Void' }), saleOf('d', '4.00')])
  const doomed = createHarness(store, { adapter, aroundStep: mortal.aroundStep })
  await healthy.engine.requestSync({ ...healthy.address, user: owner })
  await doomed.work('worker').catch((error: unknown) => {
    if (!mortal.isDead) throw error
  })
  // Longer than a lease, and shorter than a day, after which a sweep would be due.
  await storeClock.advance(3_600_000)
  await healthy.work('worker')
  return { books, mortal, statuses: await healthy.statuses() }
}

/** Steps that the kills must have met; the others wait for faults or belong to other jobs. */
const met: readonly StepName[] = [
  'job.claim',
  'job.read-integration',
  'job.close-connection',
  'job.finish',
  'sync.begin',
  'sync.succeed',
  'pack.read-leftovers',
  'pack.chunk',
  'pack.seal',
  'pack.check',
  'send.read-waiting',
  'send.read-rules',
  'send.read-unsettled',
  'send.read-restoration',
  'send.read-page',
  'send.read-predecessors',
  'send.plan',
  'send.read-documents',
  'send.record-intent',
  'send.send',
  'send.record-outcomes',
  'send.conclude',
]

it.each([false, true])(
  'loses and doubles nothing, before or after whichever step the process is killed (summarise: %s)',
  async (summarise) => {
    const undisturbed = await syncWithDeathAt(Infinity, summarise)
    const expected = Object.fromEntries(undisturbed.books.balances())
    expect(expected).toEqual({ 'category:1': -1700n, 'method:1': 1700n })
    const documents = undisturbed.books.booked.length
    const { moments } = undisturbed.mortal
    expect(moments).toEqual(
      expect.arrayContaining(met.flatMap((name) => [`before ${name}`, `after ${name}`])),
    )
    for (const [index, moment] of moments.entries()) {
      const { books, mortal, statuses } = await syncWithDeathAt(index + 1, summarise)
      expect(mortal.isDead, `killed ${moment}`).toBe(true)
      expect(Object.fromEntries(books.balances()), `killed ${moment}`).toEqual(expected)
      const references = new Set(books.booked.map(({ document }) => document.reference))
      expect([references.size, books.booked.length], `killed ${moment}`).toEqual([documents, documents])
      expect(Object.keys(statuses), `killed ${moment}`).toEqual(['Sent'])
    }
  },
)
