import { describe, expect, it } from 'vitest'
import { owner } from '../harness.test-support.js'
import type { Platform } from './platform.test-support.js'
import { failing, moment, start, usePulling } from './pulling.test-support.js'

const pulling = usePulling()

describe('what is saved of a pull', () => {
  it('is no watermark whose orders are not stored yet', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    for (let index = 0; index < 900; index += 1) scene.sell(`o${index}`, '1.00', start + index)
    platform.portionSize = 300
    let batches = 0
    const dying = scene.harnessWith((transaction) => ({
      ...transaction,
      saveOrders: (...orders) => {
        batches += 1
        return batches === 1 ? transaction.saveOrders(...orders) : Promise.reject(new Error('killed'))
      },
    }))
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await dying.work()
    expect(await scene.watermark()).toBe(moment(start + 299))
  })

  it('is saved before much more is asked for, so that memory does not depend on how much there is', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    // Nothing is packed: what counts is what is stored.
    await harness.engine.save({
      ...harness.address,
      assignments: [],
      preferences: { startDate: '2030-01-01' },
      user: owner,
    })
    for (let index = 0; index < 2000; index += 1) scene.sell(`o${index}`, '1.00', start + index)
    platform.portionSize = 100
    let saved = 0
    let most = 0
    platform.beforePortion = (portion) => {
      most = Math.max(most, (portion - 1) * 100 - saved)
    }
    const watched = scene.harnessWith((transaction) => ({
      ...transaction,
      saveOrders: (subscriberId, orders) => {
        saved += orders.length
        return transaction.saveOrders(subscriberId, orders)
      },
    }))
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await watched.work()
    expect(saved).toBe(2000)
    expect(most).toBeLessThanOrEqual(500)
  })

  it('is nothing once another worker holds the lease', async () => {
    const scene = pulling()
    const { platform, harness, database } = scene
    scene.sell('a', '1.00', start)
    await harness.engine.requestSync({ ...harness.address, user: owner })
    let stolen: Promise<unknown> | undefined
    platform.pull = async function* pull() {
      stolen = database
        .timePasses()
        .then(() => database.store.acrossSubscribers((queue) => queue.claimJob('thief', 60_000)))
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
    const scene = pulling()
    const { platform, harness, database } = scene
    const delays: number[] = []
    const watched = scene.harnessWith((transaction) => ({
      ...transaction,
      postponeJob: (id, lease, delay) => {
        delays.push(delay)
        return transaction.postponeJob(id, lease, delay)
      },
    }))
    await harness.engine.requestSync({ ...harness.address, user: owner })
    for (const retryAfter of [7000, 86_400_000, undefined]) {
      platform.portionSize = 1
      scene.sell('a', '1.00', start)
      platform.beforePortion = failing('unavailable', retryAfter)
      // Each try follows the one before.
      await watched.work()
      await database.timePasses()
    }
    expect(delays).toEqual([7000, 900_000, 64_000])
  })
})

describe('pulled orders that cannot be read', () => {
  const garbage = (platform: Platform, count: number) => {
    platform.portionSize = 100
    platform.orders = Array.from({ length: count }, (_, index) => ({
      at: start + index,
      fed: { unreadable: `garbage ${index}` },
    }))
  }

  it('stand in the history with their reasons, and the rest is booked', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    scene.sell('good', '1.00', start)
    scene.sell('bad', '1.005', start + 1)
    platform.orders = [...platform.orders, { at: start + 2, fed: { unreadable: 'half an order' } }]
    const recordId = await harness.sync()
    const states = await scene.statesOf(recordId)
    expect(states.map(({ status }) => status)).toEqual(['Queued', 'InProgress', 'InProgress', 'Success'])
    expect(states[2]?.message).toMatch(
      /^2 of 3 orders that the order source sent cannot be read and are not in this sync\. .*Order bad: items\[0\]\.netAmount 1\.005 has more than 2 decimals.*\(and \d more\)\. Number 3, without an id: half an order\.$/,
    )
    expect(harness.books.balances().get('method:1')).toBe(100n)
  })

  it('leave a few lines, however many there are', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    garbage(platform, 6000)
    const states = await scene.statesOf(await harness.sync())
    const messages = states.flatMap(({ message }) => message ?? [])
    expect(messages.map((message) => Number(message.split(' ', 1)[0]))).toEqual([500, 1000, 2000, 2500])
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(1000)
    expect(messages[0]).toContain('garbage 4. And 495 more.')
  })

  it('are reported by the transaction that passes them', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    garbage(platform, 1200)
    const dying = scene.harnessWith((transaction) => ({
      ...transaction,
      addSyncState: (recordId, state) =>
        state.message?.includes('garbage') === true
          ? Promise.reject(new Error('killed'))
          : transaction.addSyncState(recordId, state),
    }))
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await dying.work()
    expect(await scene.watermark()).toBeNull()
  })
})
