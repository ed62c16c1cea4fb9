import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createHarness, type Harness, owner } from '../harness.test-support.js'
import type { Store } from '../ports/store.js'
import { createScheduler } from './scheduler.js'

let database: TestStore
let count = 0

beforeAll(async () => {
  database = await openTestStore()
})
afterAll(() => database.close())

const made: Harness[] = []
/** Schedulers see what is due of everybody. */
afterEach(async () => {
  for (const { environment, address } of made.splice(0)) {
    await environment.store.transaction(address.subscriberId, async (transaction) => {
      const integration = await transaction.integration(address.subscriberId, address.type)
      if (integration) await transaction.saveSchedule(integration.id, null)
    })
  }
})

const day = 86_400_000

/** A configured integration in New York that syncs at 04:00, and its scheduler. It is noon in UTC, 08:00 there. */
async function scheduled(options: { readonly store?: Store } = {}) {
  count += 1
  const harness = createHarness(options.store ?? database.store, { subscriberId: `scheduled ${count}` })
  made.push(harness)
  await harness.configure()
  const saveTime = (syncAt: string | null) =>
    harness.engine.save({ ...harness.address, assignments: [], preferences: { syncAt }, user: owner })
  await saveTime('04:00')
  const scheduler = createScheduler(harness.environment)
  return {
    ...harness,
    saveTime,
    start: () => scheduler.startDueSyncs(new AbortController().signal),
    due: () => dueOf(harness),
    history: () => harness.engine.syncHistory(harness.address.subscriberId, { before: null, limit: 100 }),
  }
}

/** When the subscriber's next scheduled sync is due. */
function dueOf({ environment, address }: Harness): Promise<string | null> {
  return environment.store.transaction(address.subscriberId, async (transaction) => {
    const integration = await transaction.integration(address.subscriberId, address.type)
    return integration ? transaction.lockSchedule(integration.id) : null
  })
}

/** Within the ten minutes that syncs of one time of day are spread over. */
const shortlyAfter = (time: string) => {
  const from = Date.parse(time)
  return expect.toSatisfy(
    (due: unknown) =>
      typeof due === 'string' && Date.parse(due) >= from && Date.parse(due) < from + 10 * 60_000,
    `shortly after ${time}`,
  )
}

describe('scheduled syncs', () => {
  it('begin at their time of day, once a day, and stand in the history as the schedule’s', async () => {
    const { clock, start, due, history, work } = await scheduled()
    expect(await due()).toEqual(shortlyAfter('2026-03-16T08:00:00.000Z'))
    expect(await start()).toBe(0)
    await clock.advance(day)
    expect([await start(), await start()]).toEqual([1, 0])
    expect(await due()).toEqual(shortlyAfter('2026-03-17T08:00:00.000Z'))
    expect(await history()).toMatchObject([
      { record: { userId: 'scheduler', userName: 'Schedule', status: 'Queued' } },
    ])
    await work()
    expect(await history()).toMatchObject([{ record: { status: 'Success' } }])
    await clock.advance(day)
    expect(await start()).toBe(1)
    expect(await history()).toHaveLength(2)
    await work()
  })

  it('that were missed are caught up by one', async () => {
    const { clock, start, due, history, work } = await scheduled()
    await clock.advance(5 * day)
    expect([await start(), await start()]).toEqual([1, 0])
    expect(await history()).toHaveLength(1)
    expect(await due()).toEqual(shortlyAfter('2026-03-21T08:00:00.000Z'))
    await work()
  })

  it('join one that is queued already', async () => {
    const { clock, engine, address, start, history, work } = await scheduled()
    await engine.requestSync({ ...address, user: owner })
    await clock.advance(day)
    expect(await start()).toBe(0)
    expect(await history()).toMatchObject([{ record: { userId: owner.userId } }])
    await work()
  })

  it('are left out on days on which the integration is not Configured, and go on afterwards', async () => {
    const { clock, environment, address, start, due, history, work } = await scheduled()
    const setStatus = (status: 'Error' | 'Configured') =>
      environment.store.transaction(address.subscriberId, async (transaction) => {
        const integration = await transaction.integration(address.subscriberId, address.type)
        if (integration) await transaction.updateIntegration(integration.id, { status })
      })
    await setStatus('Error')
    await clock.advance(day)
    expect(await start()).toBe(0)
    expect(await history()).toEqual([])
    expect(await due()).toEqual(shortlyAfter('2026-03-17T08:00:00.000Z'))
    await setStatus('Configured')
    await clock.advance(day)
    expect(await start()).toBe(1)
    await work()
  })

  it('follow the preferences, the zone and the link', async () => {
    const { engine, environment, address, saveTime, due } = await scheduled()
    const first = await due()
    await engine.save({ ...address, assignments: [], preferences: { byLocation: true }, user: owner })
    expect(await due()).toBe(first)
    await saveTime('05:30')
    expect(await due()).toEqual(shortlyAfter('2026-03-16T09:30:00.000Z'))
    const terms = { currency: 'USD', timeZone: 'Asia/Tokyo', cutOff: 0, locations: {} }
    await engine.saveSubscriber({ id: address.subscriberId, region: 'US', pricingLevel: null, terms })
    expect(await due()).toEqual(shortlyAfter('2026-03-15T20:30:00.000Z'))
    await engine.deactivate(address)
    expect(await due()).toBeNull()
    await engine.link({ ...address, settings: {}, redirectUri: '', user: owner })
    expect(await due()).toEqual(shortlyAfter('2026-03-15T20:30:00.000Z'))
    await saveTime(null)
    expect(await due()).toBeNull()
    await saveTime('05:30')
    await engine.remove(address)
    expect(await due()).toBeNull()
    expect(environment.clock.now()).toBe(Date.UTC(2026, 2, 15, 12))
  })

  it('wait while the oldest job has been due for too long, and those that are called for do not', async () => {
    const { clock, environment, engine, address, start, history, work, logged } = await scheduled()
    await clock.advance(day)
    let age = 15 * 60_000 + 1
    const { store } = environment
    const aged: Store = {
      transaction: (of, inside) => store.transaction(of, inside),
      acrossSubscribers: (inside) =>
        store.acrossSubscribers((queue) =>
          inside({ ...queue, backlog: () => Promise.resolve({ due: 1, age }) }),
        ),
    }
    const scheduler = createScheduler({ ...environment, store: aged })
    const startAged = () => scheduler.startDueSyncs(new AbortController().signal)
    expect([await startAged(), await startAged()]).toEqual([0, 0])
    expect(logged.filter((line) => line.includes('far behind'))).toHaveLength(1)
    age -= 1
    expect(await startAged()).toBe(1)
    await work()
    age += 1
    await engine.requestSync({ ...address, user: owner })
    await work()
    expect(await history()).toMatchObject([
      { record: { status: 'Success' } },
      { record: { status: 'Success' } },
    ])
    expect(await start()).toBe(0)
  })

  it('of one integration that cannot be started hold up no others', async () => {
    const broken = await scheduled()
    const { store } = broken.environment
    const failing: Store = {
      acrossSubscribers: (inside) => store.acrossSubscribers(inside),
      transaction: (of, inside) =>
        store.transaction(of, (transaction) =>
          inside({
            ...transaction,
            openSyncRecord: (record) =>
              of === broken.address.subscriberId
                ? Promise.reject(new Error('a defect'))
                : transaction.openSyncRecord(record),
          }),
        ),
    }
    const sound = await scheduled({ store: failing })
    await broken.clock.advance(day)
    await sound.clock.advance(day)
    expect(await sound.start()).toBe(1)
    expect(sound.logged.some((line) => line.includes('a defect'))).toBe(true)
    expect(await broken.due()).toBe(new Date(broken.clock.now() + 15 * 60_000).toISOString())
    await sound.work()
  })
})
