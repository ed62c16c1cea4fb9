import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assign, createHarness, type Harness, owner, saleOf } from '../harness.test-support.js'

let database: TestStore
let harness: Harness

beforeEach(async () => {
  database = await openTestStore()
  harness = createHarness(database.store)
})

afterEach(() => database.close())

async function packetsOf(recordId: string) {
  return harness.engine.packetsOfRecord('1234', recordId, { after: 0n, limit: 100, orderIds: 1 })
}

/** What is booked, in its order. */
const booked = () => harness.books.booked.map(({ document: { kind, total } }) => `${kind} ${total}`)

describe('packets of one series', () => {
  it('wait while the fate of an earlier one is open, and say so once; others go', async () => {
    await harness.configure()
    harness.books.overlooks = ({ total }) => total === 100n
    await harness.feed([saleOf('a', '1.00')])
    const first = await harness.sync()
    expect(await harness.statuses()).toEqual({ InDoubt: 1 })
    const [doubtful] = await packetsOf(first)
    await harness.feed([saleOf('a', '3.00'), saleOf('b', '4.00')])
    const second = await harness.sync()
    expect(await harness.statuses()).toEqual({ InDoubt: 1, Pending: 1, Sent: 1 })
    const [waiting] = await packetsOf(second)
    expect(waiting?.states.map(({ status, code }) => [status, code])).toEqual([
      ['Pending', null],
      ['Pending', 'Queued'],
    ])
    expect(waiting?.states.at(-1)?.message).toContain(`waits for packet ${doubtful?.packet.key}`)
    expect(waiting?.documents).toEqual([])
    await harness.sync()
    expect((await packetsOf(second))[0]?.states).toHaveLength(2)
    harness.books.overlooks = () => false
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 3 })
    expect(booked()).toEqual([
      'invoice 400',
      'payment 400',
      'invoice 100',
      'payment 100',
      'invoice 200',
      'payment 200',
    ])
  })

  it('go in waves, those of different series in the same calls', async () => {
    await harness.configure()
    const ids = Array.from({ length: 20 }, (_, index) => `o${index}`)
    for (const amount of ['1.00', '3.00', '7.00']) {
      const unmapped = {
        items: [{ id: '1', revenueCategoryId: '6', netAmount: amount, taxes: [], total: amount }],
      }
      await harness.feed(ids.map((id) => saleOf(id, amount, unmapped)))
      await harness.sync()
    }
    expect(await harness.statuses()).toEqual({ Held: 60 })
    const assignments = [assign('revenueCategory', '6', 'category:6')]
    await harness.engine.map({ ...harness.address, assignments, user: owner })
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 60 })
    expect(harness.books.calls).toEqual([1, 2, 3].flatMap(() => ['invoice 20', 'payment 20']))
    expect(booked()).toEqual(
      [100, 200, 400].flatMap((total) => [
        ...Array(20).fill(`invoice ${total}`),
        ...Array(20).fill(`payment ${total}`),
      ]),
    )
  })

  it('do not wait for one that is held or refused', async () => {
    await harness.configure()
    harness.books.refusesReference = ({ total }) =>
      total === 100n ? { kind: 'invalid', message: 'No.' } : undefined
    await harness.feed([saleOf('a', '1.00')])
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Rejected: 1 })
    await harness.feed([saleOf('a', '3.00')])
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Rejected: 1, Sent: 1 })
  })
})
