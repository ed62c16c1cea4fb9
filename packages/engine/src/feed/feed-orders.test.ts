import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHarness, type Harness, saleOf } from '../harness.test-support.js'

let database: TestStore
let harness: Harness

beforeEach(async () => {
  database = await openTestStore()
  harness = createHarness(database.store)
  await harness.configure()
})

afterEach(() => database.close())

const outcomes = async (orders: Iterable<unknown>) =>
  (await harness.feed(orders)).map(({ orderId, outcome }) => `${orderId} ${outcome}`)

describe('a feed', () => {
  it('lets the newer revision win, in one feed and over several', async () => {
    const older = saleOf('a', '1.00')
    const newer = saleOf('a', '2.00')
    expect(await outcomes([newer, older])).toEqual(['a accepted', 'a stale'])
    expect(await outcomes([older, newer])).toEqual(['a stale', 'a unchanged'])
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(200n)
  })

  it('lets the later delivered of two revisions of the same moment win', async () => {
    const first = saleOf('a', '1.00')
    const second = saleOf('a', '2.00', { lastModifiedTime: first['lastModifiedTime'] })
    expect(await outcomes([first, second])).toEqual(['a accepted', 'a accepted'])
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(200n)
  })

  it('refuses what cannot be read, each for itself, and takes the rest', async () => {
    const receipts = await harness.feed([
      saleOf('good', '1.00'),
      saleOf('cents', '1.001'),
      'not an order',
      saleOf('negative', '-1.00'),
      { id: 'empty' },
      saleOf('also good', '2.00'),
    ])
    expect(receipts.map(({ orderId, outcome }) => [orderId, outcome])).toEqual([
      ['good', 'accepted'],
      ['cents', 'rejected'],
      [null, 'rejected'],
      ['negative', 'rejected'],
      ['empty', 'rejected'],
      ['also good', 'accepted'],
    ])
    expect(receipts[1]).toMatchObject({
      position: 2,
      problems: expect.arrayContaining([
        { member: 'items[0].netAmount', problem: expect.stringContaining('more than 2 decimals') },
      ]),
    })
  })

  it('says of every order what became of it, in the order of the feed, over many batches', async () => {
    const ids = Array.from({ length: 1203 }, (_, index) => `o${index}`)
    const receipts = await harness.feed(ids.map((id) => (id === 'o700' ? {} : saleOf(id, '1.00'))))
    expect(receipts.map(({ orderId }) => orderId)).toEqual(ids.map((id) => (id === 'o700' ? null : id)))
  })

  it('is refused for a subscriber that nobody told about', async () => {
    const feed = harness.engine.feedOrders('nobody', [{ input: saleOf('a', '1.00') }])
    await expect(feed[Symbol.asyncIterator]().next()).rejects.toThrow('Subscriber nobody does not exist')
  })
})
