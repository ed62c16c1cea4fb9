import { OrderSourceError, type OrderSourceFault } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHarness, type Harness, owner, saleOf } from '../harness.test-support.js'
import type { StoreTransaction } from '../ports/store.js'
import { createWorker } from '../worker/worker.js'
import { Platform } from './platform.test-support.js'

const minute = 60_000
const start = Date.UTC(2026, 2, 10)
const moment = (milliseconds: number) => new Date(milliseconds).toISOString()

let database: TestStore
let platform: Platform
let harness: Harness

beforeEach(async () => {
  database = await openTestStore()
  platform = new Platform()
  harness = createHarness(database.store, { orderSource: platform })
  await harness.configure()
})

afterEach(() => database.close())

function sell(id: string, amount: string, at: number, change: Readonly<Record<string, unknown>> = {}): void {
  const fed = { input: saleOf(id, amount, { lastModifiedTime: moment(at), ...change }) }
  platform.orders = [...platform.orders, { at, fed }]
}

const watermark = () =>
  database.store.transaction('1234', (transaction) => transaction.orderWatermark('1234', 'platform'))

const statesOf = async (recordId: string) =>
  (await harness.engine.syncRecord('1234', recordId)).states.map(({ status, message }) => ({
    status,
    message,
  }))

const failing = (fault: OrderSourceFault, retryAfter?: number) => () => {
  throw new OrderSourceError({ fault, message: `The platform is ${fault}. Do something.`, retryAfter })
}

/** The same subscriber, worked on over a store that behaves as it is told. */
function harnessWith(change: (transaction: StoreTransaction) => StoreTransaction): Harness {
  const { store } = database
  return createHarness(
    {
      acrossSubscribers: (work) => store.acrossSubscribers(work),
      transaction: (of, work) => store.transaction(of, (transaction) => work(change(transaction))),
    },
    { orderSource: platform },
  )
}

/** Has another worker take the job over. */
const steal = () => database.store.acrossSubscribers((queue) => queue.claimJob('thief', 60_000))

describe('a sync with an order source', () => {
  it('reads all there is, then what was modified from the overlap before its watermark on', async () => {
    sell('a', '10.00', start)
    sell('b', '5.00', start + 20 * minute)
    sell('c', '1.00', start + 20 * minute)
    await harness.sync()
    expect(harness.logged).toEqual(['Pulled orders.'])
    expect(harness.books.balances().get('method:1')).toBe(1600n)
    sell('late', '0.50', start + 16 * minute)
    sell('d', '2.00', start + 30 * minute)
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(1850n)
    await harness.sync()
    expect(platform.pulls.map(({ modifiedSince }) => modifiedSince)).toEqual([
      null,
      moment(start + 15 * minute),
      moment(start + 25 * minute),
    ])
    const [newest] = await harness.engine.syncHistory('1234', { before: null, limit: 1 })
    expect(newest?.record).toMatchObject({ status: 'Success', read: 0, packed: 0 })
  })

  it('goes by the overlap that the source names, and begins anew for a source of another name', async () => {
    Object.assign(platform, { overlap: minute })
    sell('a', '10.00', start)
    await harness.sync()
    await harness.sync()
    Object.assign(platform, { name: 'another' })
    await harness.sync()
    expect(platform.pulls.map(({ modifiedSince }) => modifiedSince)).toEqual([
      null,
      moment(start - minute),
      null,
    ])
  })

  it('is not misled by an order from the future', async () => {
    sell('future', '10.00', Date.UTC(9999, 0, 1))
    await harness.sync()
    expect(await watermark()).toBe(moment(Date.UTC(2026, 2, 15, 12)))
    sell('now', '1.00', Date.UTC(2026, 2, 15, 12))
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(1100n)
  })

  it('begins at the beginning where the overlap reaches back before the calendar', async () => {
    sell('a', '1.00', Date.parse('0001-01-01T00:00:00Z'))
    await harness.sync()
    await harness.sync()
    expect(platform.pulls.map(({ modifiedSince }) => modifiedSince)).toEqual([null, null])
  })

  it('waits for a platform that is unavailable as long as it asks for, however often', async () => {
    sell('a', '10.00', start)
    platform.beforePortion = failing('unavailable', 7000)
    const { recordId } = await harness.engine.requestSync({ ...harness.address, user: owner })
    for (let tries = 1; tries <= 7; tries += 1) {
      // Each try follows the one before.
      await harness.work()
      await database.timePasses()
    }
    expect(platform.pulls).toHaveLength(7)
    platform.beforePortion = () => undefined
    await harness.work()
    expect((await statesOf(recordId)).map(({ status }) => status)).toEqual([
      'Queued',
      'InProgress',
      'Success',
    ])
    expect(harness.books.balances().get('method:1')).toBe(1000n)
  })

  it.each([
    ['garbled', 5],
    ['unauthorised', 1],
    ['not-found', 1],
    ['unsupported', 1],
    ['unusable', 1],
  ] as const)('is Failed with what to do when the source is %s, after %i tries', async (fault, tries) => {
    for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) sell(id, '1.00', start + index * minute)
    platform.beforePortion = (portion) => {
      if (portion > 1) failing(fault)()
    }
    const { recordId } = await harness.engine.requestSync({ ...harness.address, user: owner })
    for (let round = 1; round <= 7; round += 1) {
      await harness.work()
      await database.timePasses()
    }
    expect(platform.pulls).toHaveLength(tries)
    expect((await statesOf(recordId)).at(-1)).toEqual({
      status: 'Failed',
      message: `The platform is ${fault}. Do something.`,
    })
    expect((await harness.engine.initialise(harness.address)).integration.status).toBe('Configured')
    // What came before the fault stays, and is not asked for again.
    expect(await watermark()).toBe(moment(start + minute))
    expect(harness.books.booked).toEqual([])
    platform.beforePortion = () => undefined
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(400n)
  })

  it('takes a watermark back when the source does', async () => {
    sell('a', '1.00', start)
    await harness.sync()
    platform.pull = async function* pull() {
      yield { orders: [], watermark: moment(0) }
      failing('unusable')()
    }
    await harness.sync()
    expect(await watermark()).toBe(moment(0))
  })

  it('refuses a watermark that is no moment', async () => {
    platform.pull = async function* pull() {
      yield { orders: [{ input: saleOf('a', '1.00') }], watermark: 'yesterday' }
    }
    const recordId = await harness.sync()
    expect((await statesOf(recordId)).at(-1)?.message).toContain("'yesterday'")
    expect(await watermark()).toBeNull()
  })

  it('does not read the source when it only sends again or inspects', async () => {
    const recordId = await harness.sync()
    await harness.engine.requestResync({ ...harness.address, recordId })
    await harness.engine.requestRefresh(harness.address)
    await harness.work()
    expect(platform.pulls).toHaveLength(1)
  })

  it('does not read the source again when it had packed and goes on', async () => {
    sell('a', '1.00', start)
    harness.books.answer = (call) =>
      call === 1
        ? { kind: 'refused', reason: { kind: 'quota', message: 'used up', retryAfter: 3_600_000 } }
        : { kind: 'normal' }
    await harness.sync()
    sell('b', '1.00', start + minute)
    await database.timePasses()
    await harness.work()
    expect(platform.pulls).toHaveLength(1)
    expect(harness.books.balances().get('method:1')).toBe(100n)
  })

  it('stops when the worker is drained, and goes on where it was', async () => {
    const drain = new AbortController()
    for (let index = 0; index < 6; index += 1) sell(`o${index}`, '1.00', start + index * minute)
    platform.beforePortion = (portion, { signal }) => {
      if (portion === 2) drain.abort(new Error('The server stops.'))
      signal.throwIfAborted()
    }
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await createWorker(harness.environment, { name: 'drained' }).runDueJobs(drain.signal)
    expect(harness.logged).toEqual([])
    expect(await watermark()).toBeNull()
    await harness.work()
    expect(platform.pulls).toHaveLength(2)
    expect(harness.books.balances().get('method:1')).toBe(600n)
  })

  it('stops between portions also where the source does not listen', async () => {
    const drain = new AbortController()
    for (let index = 0; index < 6; index += 1) sell(`o${index}`, '1.00', start + index * minute)
    let portions = 0
    platform.beforePortion = () => {
      portions += 1
      drain.abort(new Error('The server stops.'))
    }
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await createWorker(harness.environment, { name: 'drained' }).runDueJobs(drain.signal)
    expect(portions).toBe(1)
  })
})

describe('what is saved of a pull', () => {
  it('is no watermark whose orders are not stored yet', async () => {
    for (let index = 0; index < 900; index += 1) sell(`o${index}`, '1.00', start + index)
    platform.portionSize = 300
    let batches = 0
    const dying = harnessWith((transaction) => ({
      ...transaction,
      saveOrders: (...orders) => {
        batches += 1
        return batches === 1 ? transaction.saveOrders(...orders) : Promise.reject(new Error('killed'))
      },
    }))
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await dying.work()
    expect(await watermark()).toBe(moment(start + 299))
  })

  it('is nothing once another worker holds the lease', async () => {
    sell('a', '1.00', start)
    await harness.engine.requestSync({ ...harness.address, user: owner })
    let stolen: Promise<unknown> | undefined
    platform.pull = async function* pull() {
      stolen = database.timePasses().then(() => steal())
      await stolen
      yield { orders: platform.orders.map(({ fed }) => fed), watermark: moment(start) }
    }
    await harness.work()
    expect(stolen).toBeDefined()
    expect(harness.logged.at(-1)).toContain('The lease on integration')
    const left = await database.store.transaction('1234', async (transaction) => ({
      last: await transaction.lastSequence('1234'),
      watermark: await transaction.orderWatermark('1234', 'platform'),
    }))
    expect(left).toEqual({ last: 0n, watermark: null })
  })

  it('is put off for as long as the platform asks, a quarter of an hour at most', async () => {
    const delays: number[] = []
    const watched = harnessWith((transaction) => ({
      ...transaction,
      postponeJob: (id, lease, delay) => {
        delays.push(delay)
        return transaction.postponeJob(id, lease, delay)
      },
    }))
    await harness.engine.requestSync({ ...harness.address, user: owner })
    for (const retryAfter of [7000, 86_400_000, undefined]) {
      platform.portionSize = 1
      sell('a', '1.00', start)
      platform.beforePortion = failing('unavailable', retryAfter)
      // Each try follows the one before.
      await watched.work()
      await database.timePasses()
    }
    expect(delays).toEqual([7000, 900_000, 64_000])
  })
})

describe('pulled orders that cannot be read', () => {
  const garbage = (count: number) => {
    platform.portionSize = 100
    platform.orders = Array.from({ length: count }, (_, index) => ({
      at: start + index,
      fed: { unreadable: `garbage ${index}` },
    }))
  }

  it('stand in the history with their reasons, and the rest is booked', async () => {
    sell('good', '1.00', start)
    sell('bad', '1.005', start + 1)
    platform.orders = [...platform.orders, { at: start + 2, fed: { unreadable: 'half an order' } }]
    const recordId = await harness.sync()
    const states = await statesOf(recordId)
    expect(states.map(({ status }) => status)).toEqual(['Queued', 'InProgress', 'InProgress', 'Success'])
    expect(states[2]?.message).toMatch(
      /^2 of 3 orders that the order source sent cannot be read and are not in this sync\. .*Order bad: items\[0\]\.netAmount 1\.005 has more than 2 decimals.*\(and \d more\)\. Number 3, without an id: half an order\.$/,
    )
    expect(harness.books.balances().get('method:1')).toBe(100n)
  })

  it('leave a few lines, however many there are', async () => {
    garbage(6000)
    const states = await statesOf(await harness.sync())
    const messages = states.flatMap(({ message }) => message ?? [])
    expect(messages.map((message) => Number(message.split(' ', 1)[0]))).toEqual([500, 1000, 2000, 2500])
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(1000)
    expect(messages[0]).toContain('garbage 4. And 495 more.')
  })

  it('are reported by the transaction that passes them', async () => {
    garbage(1200)
    const dying = harnessWith((transaction) => ({
      ...transaction,
      addSyncState: (recordId, state) =>
        state.message?.includes('garbage') === true
          ? Promise.reject(new Error('killed'))
          : transaction.addSyncState(recordId, state),
    }))
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await dying.work()
    expect(await watermark()).toBeNull()
  })
})
