import { OrderSourceError, type OrderSourceFault } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach } from 'vitest'
import { createHarness, type Harness, saleOf } from '../harness.test-support.js'
import type { StoreTransaction } from '../ports/store.js'
import { Platform } from './platform.test-support.js'

export const minute = 60_000
export const start = Date.UTC(2026, 2, 10)
export const moment = (milliseconds: number) => new Date(milliseconds).toISOString()

/** A subscriber whose syncs read a platform, afresh for each test of a file. */
export class Pulling {
  readonly platform = new Platform()
  readonly harness: Harness

  constructor(readonly database: TestStore) {
    this.harness = createHarness(database.store, { orderSource: this.platform })
  }

  /** The platform sells something; `at` is the moment of modification. */
  sell(id: string, amount: string, at: number): void {
    const fed = { input: saleOf(id, amount, { lastModifiedTime: moment(at) }) }
    this.platform.orders = [...this.platform.orders, { at, fed }]
  }

  watermark(): Promise<string | null> {
    return this.database.store.transaction('1234', (transaction) =>
      transaction.orderWatermark('1234', 'platform'),
    )
  }

  async statesOf(recordId: string) {
    const { states } = await this.harness.engine.syncRecord('1234', recordId)
    return states.map(({ status, message }) => ({ status, message }))
  }

  /** The same subscriber, worked on over a store that behaves as it is told. */
  harnessWith(change: (transaction: StoreTransaction) => StoreTransaction): Harness {
    const { store } = this.database
    return createHarness(
      {
        acrossSubscribers: (work) => store.acrossSubscribers(work),
        transaction: (of, work) => store.transaction(of, (transaction) => work(change(transaction))),
      },
      { orderSource: this.platform },
    )
  }
}

/** Answers what makes the scene of the test that is running. */
export function usePulling(): () => Pulling {
  let current: Pulling | undefined
  beforeEach(async () => {
    current = new Pulling(await openTestStore())
    await current.harness.configure()
  })
  afterEach(async () => {
    await current?.database.close()
    current = undefined
  })
  return () => {
    if (!current) throw new Error('the scene is there while a test runs')
    return current
  }
}

export const failing = (fault: OrderSourceFault, retryAfter?: number) => () => {
  throw new OrderSourceError({ fault, message: `The platform is ${fault}. Do something.`, retryAfter })
}
