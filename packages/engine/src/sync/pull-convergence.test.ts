import { fc, test } from '@fast-check/vitest'
import type { FedOrder } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, owner, saleOf } from '../harness.test-support.js'
import { createMemoryStore } from '../memory-store/index.js'
import type { Store } from '../ports/store.js'
import { Platform } from './platform.test-support.js'

const minute = 60_000
const overlap = 5 * minute
const start = Date.UTC(2026, 2, 10)

/** A store whose process is dead from the given moment on; moments are before and after each transaction. */
function mortalStore(store: Store, dieAt: number) {
  const life = { moments: 0, isOver: false }
  const moment = () => {
    life.moments += 1
    if (life.moments === dieAt) life.isOver = true
    if (life.isOver) throw new Error('killed')
  }
  const survived = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    moment()
    const result = await work()
    moment()
    return result
  }
  const mortal: Store = {
    transaction: (of, work) => survived(() => store.transaction(of, work)),
    acrossSubscribers: (work) => survived(() => store.acrossSubscribers(work)),
  }
  return { mortal, life }
}

interface Revision {
  readonly id: string
  readonly cents: number
  readonly at: number
  /** When the platform shows it. */
  readonly visibleAt: number
  readonly fed: FedOrder
}

/** Shows the latest revision of each order that is visible at the moment. */
class SlowPlatform extends Platform {
  now = start
  revisions: readonly Revision[] = []

  modify(id: string, cents: number, delay: number): void {
    const at = this.now
    const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    const fed = { input: saleOf(id, amount, { lastModifiedTime: new Date(at).toISOString() }) }
    this.revisions = [...this.revisions, { id, cents, at, visibleAt: at + delay, fed }]
    this.show()
  }

  pass(milliseconds: number): void {
    this.now += milliseconds
    this.show()
  }

  latest(): readonly Revision[] {
    const visible = this.revisions.filter(({ visibleAt }) => visibleAt <= this.now)
    const byId = new Map<string, Revision>()
    for (const revision of visible) {
      const known = byId.get(revision.id)
      if (!known || known.at <= revision.at) byId.set(revision.id, revision)
    }
    return [...byId.values()]
  }

  show(): void {
    this.orders = this.latest()
  }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('modify' as const),
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      cents: fc.integer({ min: 1, max: 9999 }),
      delay: fc.integer({ min: 0, max: overlap }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      milliseconds: fc.integer({ min: 1, max: 2 * overlap }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sync' as const), dieAt: fc.integer({ min: 1, max: 40 }) }),
  },
)

let subscribers = 0

describe('what is pulled', () => {
  test.prop([fc.array(step, { maxLength: 14 }), fc.integer({ min: 1, max: 3 })], { numRuns: 25 })(
    'is what the platform has in the end, however late it shows it and wherever syncs are killed',
    async (steps, portionSize) => {
      subscribers += 1
      const storeClock = new VirtualClock()
      const store = createMemoryStore(storeClock)
      const subscriberId = `pulling ${subscribers}`
      const books = new FakeBooks()
      const platform = new SlowPlatform()
      platform.portionSize = portionSize
      const options = { subscriberId, adapter: fakeAdapter(books), orderSource: platform }
      const healthy = createHarness(store, options)
      await healthy.configure()
      for (const each of steps) {
        if (each.kind === 'modify') platform.modify(each.id, each.cents, each.delay)
        else if (each.kind === 'pass') platform.pass(each.milliseconds)
        else {
          const { mortal, life } = mortalStore(store, each.dieAt)
          await healthy.engine.requestSync({ ...healthy.address, user: owner })
          // Each step follows the one before.
          await createHarness(mortal, options)
            .work()
            .catch((error: unknown) => {
              if (!life.isOver) throw error
            })
          // Longer than a lease and than any delay of a job.
          await storeClock.advance(3_600_000)
        }
      }
      platform.pass(overlap)
      await healthy.work()
      await healthy.sync()
      const expected = platform.latest().reduce((sum, { cents }) => sum + cents, 0)
      expect(books.balances().get('method:1') ?? 0n).toBe(BigInt(expected))
    },
  )
})
