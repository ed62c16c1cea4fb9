import { defaultPreferences } from '@ledgerpost/core'
import { openTestStore, probeTestServer, type TestStore } from '@ledgerpost/postgres/testing'
import { requirement } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHarness } from '../harness.test-support.js'
import { createScheduler } from './scheduler.js'

const server = await requirement('a PostgreSQL server', probeTestServer)
const subscribers = Array.from({ length: 1000 }, (_, index) => `s${index}`)
const due = '2026-03-15T04:00:00.000Z'

/** For each subscriber, as many at once as there are connections. */
async function inLanes(work: (subscriberId: string) => Promise<unknown>): Promise<void> {
  const left = subscribers.values()
  const lane = async () => {
    for (const subscriberId of left) await work(subscriberId)
  }
  await Promise.all(Array.from({ length: 10 }, lane))
}

describe.skipIf(!server.available)('eight schedulers at once', () => {
  let database: TestStore
  beforeAll(async () => {
    database = await openTestStore({ kind: 'server', poolSize: 10 })
  })
  afterAll(() => database.close())

  it('start the syncs of a thousand subscribers, each once', async () => {
    const { store } = database
    const { environment } = createHarness(store)
    /** Books that could be synced, due at four in the morning. */
    const add = (subscriberId: string) =>
      store.transaction(subscriberId, async (transaction) => {
        const terms = { currency: 'USD', timeZone: 'UTC', cutOff: 0, locations: {} }
        await transaction.saveSubscriber({ id: subscriberId, region: 'US', pricingLevel: null, terms })
        await transaction.createIntegration({
          id: `books of ${subscriberId}`,
          subscriberId,
          type: 'Fake',
          status: 'Configured',
          preferences: { ...defaultPreferences, syncAt: '04:00' },
          settings: null,
          organisationId: null,
          grantId: null,
          linkedOn: null,
          configuration: null,
          inspectionTimes: [],
          cursor: 0n,
          lastModifiedTime: due,
        })
        await transaction.saveSchedule(`books of ${subscriberId}`, due)
      })
    await inLanes(add)

    const starting = Array.from({ length: 8 }, () =>
      createScheduler(environment).startDueSyncs(new AbortController().signal),
    )
    const started = await Promise.all(starting)
    expect(started.reduce((sum, each) => sum + each, 0)).toBe(subscribers.length)
    expect(await store.acrossSubscribers((queue) => queue.backlog())).toMatchObject({
      due: subscribers.length,
    })
    const days: string[] = []
    await inLanes((subscriberId) =>
      store.transaction(subscriberId, async (transaction) => {
        const records = await transaction.syncRecords(subscriberId, { before: null, limit: 10 })
        const next = await transaction.lockSchedule(`books of ${subscriberId}`)
        days.push(`${records.length} record, then ${next?.slice(0, 14)}`)
      }),
    )
    expect(new Set(days)).toEqual(new Set(['1 record, then 2026-03-16T04:']))
  })
})
