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

describe('a packet that cannot be sent', () => {
  it('is held with the missing ids while the others flow, and goes on once mapped', async () => {
    await harness.configure()
    await harness.feed([
      saleOf('known', '1.00'),
      saleOf('unknown', '2.00', {
        items: [{ id: '1', revenueCategoryId: '6', netAmount: '2.00', taxes: [], total: '2.00' }],
        payments: [{ id: '1', paymentMethodId: '6', amount: '2.00' }],
      }),
    ])
    const recordId = await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 1, Held: 1 })
    const packets = await harness.engine.packetsOfRecord('1234', recordId, {
      after: 0n,
      limit: 10,
      orderIds: 10,
    })
    const held = packets.find(({ packet }) => packet.status === 'Held')
    expect(held?.orderIds).toEqual(['unknown'])
    expect(held?.states.at(-1)).toMatchObject({ code: 'MappingMissing' })
    expect(held?.states.at(-1)?.message).toContain('revenue category 6, payment method 6')
    await harness.engine.map({
      ...harness.address,
      assignments: [assign('revenueCategory', '6', 'category:6'), assign('paymentMethod', '6', 'method:6')],
      user: owner,
    })
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Sent: 2 })
    expect(harness.books.balances().get('method:6')).toBe(200n)
  })

  it('is held in a locked period before anything is sent, or booked on the first open day if the owner prefers', async () => {
    harness.books.lockedThrough = '2026-03-31'
    await harness.configure()
    await harness.feed([saleOf('a', '1.00')])
    const recordId = await harness.sync()
    expect(await harness.statuses()).toEqual({ Held: 1 })
    expect(harness.books.calls).toEqual([])
    await harness.engine.save({
      ...harness.address,
      assignments: [],
      preferences: { lockedPeriod: 'first-open-day' },
      user: owner,
    })
    await harness.engine.requestResync({ ...harness.address, recordId })
    await harness.work()
    expect(await harness.statuses()).toEqual({ Sent: 1 })
    expect(harness.books.booked.map(({ document }) => document.date)).toEqual(['2026-04-01', '2026-04-01'])
  })

  it('is rejected with the integrator’s reason, and sent by a resync after the repair', async () => {
    await harness.configure()
    harness.books.refusesReference = ({ kind }) =>
      kind === 'payment'
        ? { kind: 'unknown-account', message: 'Account 090 is archived. Restore it.' }
        : undefined
    await harness.feed([saleOf('a', '1.00')])
    const recordId = await harness.sync()
    expect(await harness.statuses()).toEqual({ Rejected: 1 })
    await harness.sync()
    expect(await harness.statuses()).toEqual({ Rejected: 1 })
    harness.books.refusesReference = () => undefined
    await harness.engine.requestResync({ ...harness.address, recordId })
    await harness.work()
    expect(await harness.statuses()).toEqual({ Sent: 1 })
    expect(harness.books.booked).toHaveLength(2)
    const calls = harness.books.calls.length
    await harness.engine.requestResync({ ...harness.address, recordId })
    await harness.work()
    expect(harness.books.calls).toHaveLength(calls)
  })

  it('keeps the states of every try', async () => {
    await harness.configure()
    harness.books.refusesReference = () => ({ kind: 'invalid', message: 'No.' })
    await harness.feed([saleOf('a', '1.00')])
    const recordId = await harness.sync()
    harness.books.refusesReference = () => undefined
    await harness.engine.requestResync({ ...harness.address, recordId })
    await harness.work()
    const [view] = await harness.engine.packetsOfRecord('1234', recordId, {
      after: 0n,
      limit: 1,
      orderIds: 1,
    })
    expect(view?.states.map(({ status }) => status)).toEqual([
      'Pending',
      'Sending',
      'Rejected',
      'Sending',
      'Sent',
    ])
  })

  it('is held when its period was locked while it was in doubt, and the sync goes on', async () => {
    await harness.configure()
    harness.books.answer = () => ({ kind: 'lost-before' })
    await harness.feed([saleOf('a', '1.00')])
    await harness.sync()
    expect(await harness.statuses()).toEqual({ InDoubt: 1 })
    harness.books.answer = () => ({ kind: 'normal' })
    harness.books.lockedThrough = '2026-03-31'
    await harness.engine.requestRefresh(harness.address)
    await harness.work()
    await harness.feed([saleOf('b', '2.00', { orderDate: '2026-04-02T10:00:00' })])
    await harness.sync()
    expect(harness.logged).toEqual([])
    expect(await harness.statuses()).toEqual({ Held: 1, Sent: 1 })
  })
})
