import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { playStudio } from '@ledgerpost/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assign, createHarness, type Harness, owner, saleOf } from '../harness.test-support.js'
import { camelCased } from '../wire.test-support.js'

let database: TestStore
beforeEach(async () => {
  database = await openTestStore()
})
afterEach(() => database.close())

const march = { from: '2026-03-01', to: '2026-03-03' }
const daysOf = async ({ engine, address }: Harness, span: { from: string; to: string } = march) =>
  (await engine.days({ ...address, ...span })).days

describe('days', () => {
  it('are all there, and sold becomes posted', async () => {
    const harness = createHarness(database.store)
    await harness.configure()
    await harness.feed([
      saleOf('1', '10.00'),
      saleOf('2', '5.00', { type: 'Void' }),
      saleOf('3', '-2.50', { type: 'Refund', orderDate: '2026-03-03T10:00:00' }),
    ])
    const nothing = { held: 0n, rejected: 0n, inDoubt: 0n, waiting: 0n }
    const [first, second, third] = await daysOf(harness)
    expect(first).toEqual({
      date: '2026-03-01',
      orders: 2,
      sold: 1000n,
      posted: 0n,
      ...nothing,
      state: 'SomethingHeld',
    })
    expect(second).toEqual({
      date: '2026-03-02',
      orders: 0,
      sold: 0n,
      posted: 0n,
      ...nothing,
      state: 'Nothing',
    })
    expect(third).toMatchObject({ sold: -250n, state: 'SomethingHeld' })
    await harness.sync()
    expect(await daysOf(harness)).toMatchObject([
      { sold: 1000n, posted: 1000n, state: 'AllSent' },
      { state: 'Nothing' },
      { sold: -250n, posted: -250n, state: 'AllSent' },
    ])
  })

  it('show what is held, and what changed since it was posted', async () => {
    const harness = createHarness(database.store)
    await harness.configure()
    await harness.feed([saleOf('1', '10.00')])
    await harness.sync()
    const other = { payments: [{ id: '1', paymentMethodId: 'new', amount: '7.00' }] }
    await harness.feed([saleOf('1', '11.00'), saleOf('2', '7.00', other)])
    expect((await daysOf(harness))[0]).toMatchObject({ sold: 1800n, posted: 1000n, state: 'SomethingHeld' })
    await harness.sync()
    expect((await daysOf(harness))[0]).toMatchObject({
      sold: 1800n,
      posted: 1100n,
      held: 700n,
      state: 'SomethingHeld',
    })
  })

  it('before the start have only what was posted all the same', async () => {
    const harness = createHarness(database.store)
    const { engine, address } = harness
    await harness.configure({ startDate: '2026-03-01' })
    await harness.feed([saleOf('1', '10.00')])
    await harness.sync()
    await engine.save({ ...address, assignments: [], preferences: { startDate: '2026-03-03' }, user: owner })
    const onSecond = { orderDate: '2026-03-02T10:00:00' }
    await harness.feed([saleOf('late', '3.00'), saleOf('2', '4.00', onSecond)])
    await harness.sync()
    expect(await daysOf(harness)).toMatchObject([
      { orders: 1, sold: 1000n, posted: 1000n, state: 'AllSent' },
      { orders: 0, sold: 0n, state: 'Nothing' },
      { state: 'Nothing' },
    ])
  })

  it('are there without an integration too, and leave out other currencies', async () => {
    const harness = createHarness(database.store)
    await harness.introduce()
    await harness.feed([saleOf('1', '10.00'), saleOf('2', '5.00', { currency: 'EUR' })])
    expect((await daysOf(harness))[0]).toMatchObject({ orders: 1, sold: 1000n, posted: 0n })
    await expect(harness.engine.days({ ...harness.address, type: 'Nobody', ...march })).rejects.toThrow(
      "'Nobody'",
    )
  })

  it('end with the last that there is', async () => {
    const harness = createHarness(database.store)
    await harness.introduce()
    const days = await daysOf(harness, { from: '9999-12-30', to: '9999-12-31' })
    expect(days.map(({ date }) => date)).toEqual(['9999-12-30', '9999-12-31'])
  })

  it.each([false, true])(
    'of a whole studio are equal when all is sent (summaries: %s)',
    async (summarise) => {
      const harness = createHarness(database.store)
      await harness.configure({ summarise })
      const span = { from: '2026-01-01', to: '2026-01-31' }
      const studio = playStudio({ seed: 7, startDate: '2026-01-05', days: 14, orders: 120 })
      await harness.feed([...studio].map(camelCased))
      await harness.sync()
      const days = await daysOf(harness, span)
      expect(days.filter(({ state }) => state === 'AllSent').length).toBeGreaterThan(5)
      for (const { sold, posted, orders, state } of days) {
        expect(posted).toBe(sold)
        expect(state).toBe(orders === 0 && sold === 0n ? 'Nothing' : 'AllSent')
      }
    },
  )
})

describe('a review of maps', () => {
  it('weighs the latest 90 business days', async () => {
    const harness = createHarness(database.store)
    const { engine, address } = harness
    await harness.configure()
    await harness.feed([
      saleOf('1', '10.00'),
      saleOf('2', '-4.00', { type: 'Refund' }),
      saleOf('old', '99.00', { orderDate: '2025-12-15T10:00:00' }),
      saleOf('off', '1.00', { payments: [] }),
      saleOf('3', '5.00', {
        items: [{ id: '1', revenueCategoryId: 'new', netAmount: '5.00', taxes: [], total: '5.00' }],
      }),
    ])
    const review = await engine.mappingReview(address)
    // The clock stands at 2026-03-15.
    expect(review).toMatchObject({
      since: '2025-12-16',
      currency: 'USD',
      coverage: { mapped: 1400n, total: 1900n },
    })
    const amounts = review.items.map(({ sourceId, amount, integrationId }) => [
      sourceId,
      amount,
      integrationId,
    ])
    expect(amounts).toEqual(
      expect.arrayContaining([
        ['1', 1400n, 'category:1'],
        ['new', 500n, null],
        ['none', 1900n, 'tax:none'],
      ]),
    )
    await engine.map({ ...address, assignments: [assign('revenueCategory', 'new', 'x')], user: owner })
    expect((await engine.mappingReview(address)).coverage).toEqual({ mapped: 1900n, total: 1900n })
  })

  it('is refused as Map is while nothing is linked', async () => {
    const { engine, address, introduce } = createHarness(database.store)
    await introduce()
    await expect(engine.mappingReview(address)).rejects.toThrow(
      'Map is not possible while the integration is Available',
    )
  })
})

describe('the integrations that are offered', () => {
  it('are told without storing anything, and with what is linked', async () => {
    const harness = createHarness(database.store)
    const { engine, address } = harness
    await harness.introduce()
    const { subscriberId } = address
    expect(await engine.integrations(subscriberId)).toMatchObject([
      {
        adapter: { manifest: { type: 'Fake' } },
        status: 'Available',
        organisation: null,
        lastSyncTime: null,
      },
    ])
    const stored = await database.store.transaction(subscriberId, (tx) =>
      tx.integration(subscriberId, 'Fake'),
    )
    expect(stored).toBeUndefined()
    await harness.configure()
    await harness.sync()
    const [offered] = await engine.integrations(subscriberId)
    const { integration } = await engine.initialise(address)
    expect(offered).toMatchObject({
      status: 'Configured',
      organisation: integration.configuration?.organisation.name,
    })
    expect(offered?.lastSyncTime).toMatch(/^2026-03-15T/)
    await engine.remove(address)
    expect((await engine.integrations(subscriberId))[0]).toMatchObject({
      status: 'Available',
      organisation: null,
      lastSyncTime: offered?.lastSyncTime,
    })
    await expect(engine.integrations('ghost')).rejects.toThrow('Subscriber ghost')
  })
})
