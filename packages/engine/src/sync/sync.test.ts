import type { Adapter } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { playStudio, salesOf } from '@ledgerpost/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assign, createHarness, type Harness, owner, saleOf } from '../harness.test-support.js'
import { fakeAdapter, type FakeBooks } from '../fake-books.test-support.js'
import { camelCased } from '../wire.test-support.js'

let database: TestStore
let harness: Harness

beforeEach(async () => {
  database = await openTestStore()
  harness = createHarness(database.store)
})

afterEach(() => database.close())

describe('a sync', () => {
  it('books an order as an invoice and its payment', async () => {
    await harness.configure()
    await harness.feed([saleOf('a', '10.00')])
    await harness.sync()
    expect(harness.logged).toEqual([])
    expect(await harness.statuses()).toEqual({ Sent: 1 })
    expect(Object.fromEntries(harness.books.balances())).toEqual({ 'category:1': -1000n, 'method:1': 1000n })
  })

  it('does nothing at the integrator when nothing changed', async () => {
    await harness.configure()
    await harness.feed([saleOf('a', '10.00')])
    await harness.sync()
    const calls = harness.books.calls.length
    await harness.sync()
    expect(harness.books.calls).toHaveLength(calls)
    const [newest] = await harness.engine.syncHistory('1234', { before: null, limit: 1 })
    expect(newest?.record).toMatchObject({ status: 'Success', read: 0, packed: 0 })
  })

  it.each([false, true])(
    'follows edits, a moved day and a void by difference (summarise: %s)',
    async (summarise) => {
      await harness.configure({ summarise })
      await harness.feed([saleOf('a', '10.00'), saleOf('b', '5.00')])
      await harness.sync()
      await harness.feed([
        saleOf('a', '12.50', { orderDate: '2026-03-02T09:00:00' }),
        saleOf('b', '5.00', { type: 'Void' }),
      ])
      await harness.sync()
      expect(Object.fromEntries(harness.books.balances())).toEqual({
        'category:1': -1250n,
        'method:1': 1250n,
      })
      const byDate = new Map<string, bigint>()
      for (const { document } of harness.books.booked) {
        for (const { account, amount } of document.postings) {
          if (account === 'method:1') byDate.set(document.date, (byDate.get(document.date) ?? 0n) + amount)
        }
      }
      expect(Object.fromEntries(byDate)).toEqual({ '2026-03-01': 0n, '2026-03-02': 1250n })
    },
  )

  it('makes one packet for each day and payment method when summarising, however many chunks it reads', async () => {
    await harness.configure({ summarise: true })
    const orders = Array.from({ length: 1100 }, (_, index) =>
      saleOf(`o${index}`, '1.00', {
        orderDate: `2026-03-0${1 + (index % 2)}T10:00:00`,
        payments: [{ id: '1', paymentMethodId: index % 3 === 0 ? '1' : '2', amount: '1.00' }],
      }),
    )
    await harness.feed(orders)
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 4 })
    expect(harness.books.balances().get('category:1')).toBe(-110000n)
  })

  it('excludes what does not balance and what is before the start, with the reason, and takes it up when mended', async () => {
    await harness.configure({ startDate: '2026-03-01' })
    await harness.feed([
      saleOf('off', '10.00', { payments: [{ id: '1', paymentMethodId: '1', amount: '9.99' }] }),
      saleOf('early', '10.00', { orderDate: '2026-02-28T23:59:59' }),
      saleOf('good', '10.00'),
    ])
    const recordId = await harness.sync()
    const { record } = await harness.engine.syncRecord('1234', recordId)
    expect(record).toMatchObject({
      read: 3,
      packed: 1,
      excluded: 2,
      unchanged: 0,
      minorUnitsIn: { USD: 1000n },
    })
    const exclusions = await harness.engine.exclusionsOfRecord('1234', recordId, { after: null, limit: 10 })
    expect(exclusions.map(({ orderId, reason }) => [orderId, reason])).toEqual([
      ['early', 'BeforeStartDate'],
      ['off', 'UnbalancedOrder'],
    ])
    expect(exclusions[1]?.message).toContain('9.99 USD')
    await harness.feed([saleOf('off', '10.00')])
    await harness.engine.save({
      ...harness.address,
      assignments: [],
      preferences: { startDate: '2026-02-01' },
      user: owner,
    })
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(3000n)
  })

  it('obeys preferences that change while it reads', async () => {
    await harness.configure({ startDate: '2026-03-01' })
    await harness.feed(
      Array.from({ length: 1500 }, (_, index) =>
        saleOf(`o${index}`, '1.00', { orderDate: `2026-0${2 + (index % 2)}-10T10:00:00` }),
      ),
    )
    const { store } = database
    let transactions = 0
    const meddled = createHarness(
      {
        acrossSubscribers: (work) => store.acrossSubscribers(work),
        async transaction(of, work) {
          const result = await store.transaction(of, work)
          transactions += 1
          if (transactions === 4) {
            await harness.engine.save({
              ...harness.address,
              assignments: [],
              preferences: { startDate: '2026-01-01' },
              user: owner,
            })
          }
          return result
        },
      },
      { adapter: fakeAdapter(harness.books) },
    )
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await meddled.work()
    expect(meddled.logged).toEqual([])
    expect(harness.books.balances().get('method:1')).toBe(150000n)
  })

  it('books what an earlier sync had collected when it failed for good', async () => {
    await harness.configure({ summarise: true })
    await harness.feed([saleOf('a', '1.00')])
    const { store } = database
    const broken = createHarness(
      {
        acrossSubscribers: (work) => store.acrossSubscribers(work),
        transaction: (of, work) =>
          store.transaction(of, (transaction) =>
            work({ ...transaction, sealPackets: () => Promise.reject(new Error('the disk is full')) }),
          ),
      },
      { adapter: fakeAdapter(harness.books) },
    )
    const { recordId } = await harness.engine.requestSync({ ...harness.address, user: owner })
    for (let tries = 1; tries <= 5; tries += 1) {
      // Each try follows the one before.
      await broken.work()
      await database.timePasses()
    }
    expect((await harness.engine.syncRecord('1234', recordId)).record.status).toBe('Failed')
    expect(harness.books.booked).toEqual([])
    await harness.feed([saleOf('b', '2.00')])
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(300n)
  })

  it('is done for every subscriber by one worker, each from its own orders', async () => {
    const other = createHarness(database.store, { subscriberId: '5678' })
    await harness.configure()
    await other.configure()
    await harness.feed([saleOf('a', '1.00')])
    await other.feed([saleOf('a', '2.00')])
    const books = new Map([
      ['1234', harness.books],
      ['5678', other.books],
    ])
    const shared = createHarness(database.store, { adapter: adapterOfBooks(books) })
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await other.engine.requestSync({ ...other.address, user: owner })
    await shared.work()
    expect(shared.logged).toEqual([])
    expect(harness.books.balances().get('method:1')).toBe(100n)
    expect(other.books.balances().get('method:1')).toBe(200n)
    const [record] = await other.engine.syncHistory('5678', { before: null, limit: 10 })
    await expect(harness.engine.syncRecord('1234', record?.record.id ?? '')).rejects.toThrow('does not exist')
  })

  it('answers fifty calls with one record', async () => {
    await harness.configure()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => harness.engine.requestSync({ ...harness.address, user: owner })),
    )
    expect(new Set(answers.map(({ recordId }) => recordId)).size).toBe(1)
    await harness.work()
    expect(await harness.engine.syncHistory('1234', { before: null, limit: 10 })).toHaveLength(1)
  })

  it('refuses while a rule points to an archived account, and says which', async () => {
    await harness.configure()
    harness.books.archived.add('category:1')
    await harness.engine.requestRefresh(harness.address)
    await harness.work()
    await expect(harness.engine.requestSync({ ...harness.address, user: owner })).rejects.toThrow(/Error/)
    const view = await harness.engine.initialise(harness.address)
    expect(view.integration.status).toBe('Error')
    expect(view.rules.filter(({ errorFlag }) => errorFlag).map(({ sourceId }) => sourceId)).toEqual(['1'])
    await harness.engine.save({
      ...harness.address,
      assignments: [assign('revenueCategory', '1', 'category:2')],
      preferences: null,
      user: owner,
    })
    expect((await harness.engine.initialise(harness.address)).integration.status).toBe('Configured')
  })

  it.each([false, true])(
    'books the studio to the cent, in three syncs (summarise: %s)',
    async (summarise) => {
      await harness.configure({ summarise })
      const played = [...playStudio({ orders: 600, days: 30, seed: 7 })]
      const third = Math.ceil(played.length / 3)
      for (const start of [0, third, 2 * third]) {
        await harness.feed(played.slice(start, start + third).map(camelCased))
        await harness.sync()
      }
      expect(harness.logged).toEqual([])
      const sales = salesOf(played)
      const expected = new Map<string, bigint>()
      const add = (account: string, amount: bigint) =>
        expected.set(account, (expected.get(account) ?? 0n) + amount)
      for (const [key, amount] of sales.byMethod) add(`method:${key.split('|')[2] ?? ''}`, amount)
      for (const [key, amount] of sales.byCategory) add(`category:${key.split('|')[1] ?? ''}`, -amount)
      for (const [key, amount] of sales.taxByTaxSet) add(`tax:${key.split('|')[1] ?? ''}`, -amount)
      const nonZero = (sums: ReadonlyMap<string, bigint>) =>
        Object.fromEntries([...sums].filter(([, amount]) => amount !== 0n))
      expect(nonZero(harness.books.balances())).toEqual(nonZero(expected))
      expect(await harness.statuses()).toEqual({ Sent: expect.any(Number) })
    },
  )
})

/** The fake books of several subscribers behind one adapter. */
function adapterOfBooks(books: ReadonlyMap<string, FakeBooks>): Adapter {
  const adapters = new Map([...books].map(([id, each]) => [id, fakeAdapter(each)]))
  const [plain] = [...adapters.values()]
  if (!plain) throw new Error('There are books.')
  return {
    ...plain,
    connect: (context) => (adapters.get(context.subscriberId) ?? plain).connect(context),
    render(packet, configuration) {
      for (const each of adapters.values()) each.render(packet, configuration)
      return plain.render(packet, configuration)
    },
  }
}
