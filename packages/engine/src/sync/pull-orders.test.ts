import { describe, expect, it } from 'vitest'
import { owner, saleOf } from '../harness.test-support.js'
import { createWorker } from '../worker/worker.js'
import { failing, minute, moment, start, usePulling } from './pulling.test-support.js'

const pulling = usePulling()

describe('a sync with an order source', () => {
  it('reads all there is, then what was modified from the overlap before its watermark on', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    scene.sell('a', '10.00', start)
    scene.sell('b', '5.00', start + 20 * minute)
    scene.sell('c', '1.00', start + 20 * minute)
    await harness.sync()
    expect(harness.logged).toEqual(['Pulled orders.'])
    expect(harness.books.balances().get('method:1')).toBe(1600n)
    scene.sell('late', '0.50', start + 16 * minute)
    scene.sell('d', '2.00', start + 30 * minute)
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
    const scene = pulling()
    const { platform, harness } = scene
    Object.assign(platform, { overlap: minute })
    scene.sell('a', '10.00', start)
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
    const scene = pulling()
    const { harness } = scene
    scene.sell('future', '10.00', Date.UTC(9999, 0, 1))
    await harness.sync()
    expect(await scene.watermark()).toBe(moment(Date.UTC(2026, 2, 15, 12)))
    scene.sell('now', '1.00', Date.UTC(2026, 2, 15, 12))
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(1100n)
  })

  it('begins at the beginning where the overlap reaches back before the calendar', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    scene.sell('a', '1.00', Date.parse('0001-01-01T00:00:00Z'))
    await harness.sync()
    await harness.sync()
    expect(platform.pulls.map(({ modifiedSince }) => modifiedSince)).toEqual([null, null])
  })

  it('waits for a platform that is unavailable as long as it asks for, however often', async () => {
    const scene = pulling()
    const { platform, harness, database } = scene
    scene.sell('a', '10.00', start)
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
    expect((await scene.statesOf(recordId)).map(({ status }) => status)).toEqual([
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
    const scene = pulling()
    const { platform, harness, database } = scene
    for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) scene.sell(id, '1.00', start + index * minute)
    platform.beforePortion = (portion) => {
      if (portion > 1) failing(fault)()
    }
    const { recordId } = await harness.engine.requestSync({ ...harness.address, user: owner })
    for (let round = 1; round <= 7; round += 1) {
      await harness.work()
      await database.timePasses()
    }
    expect(platform.pulls).toHaveLength(tries)
    expect((await scene.statesOf(recordId)).at(-1)).toEqual({
      status: 'Failed',
      message: `The platform is ${fault}. Do something.`,
    })
    expect((await harness.engine.initialise(harness.address)).integration.status).toBe('Configured')
    // What came before the fault stays, and is not asked for again.
    expect(await scene.watermark()).toBe(moment(start + minute))
    expect(harness.books.booked).toEqual([])
    platform.beforePortion = () => undefined
    await harness.sync()
    expect(harness.books.balances().get('method:1')).toBe(400n)
  })

  it('takes a watermark back when the source does', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    scene.sell('a', '1.00', start)
    await harness.sync()
    platform.pull = async function* pull() {
      yield { orders: [], watermark: moment(0) }
      failing('unusable')()
    }
    await harness.sync()
    expect(await scene.watermark()).toBe(moment(0))
  })

  it('refuses a watermark that is no moment', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    platform.pull = async function* pull() {
      yield { orders: [{ input: saleOf('a', '1.00') }], watermark: 'yesterday' }
    }
    const recordId = await harness.sync()
    expect((await scene.statesOf(recordId)).at(-1)?.message).toContain("'yesterday'")
    expect(await scene.watermark()).toBeNull()
  })

  it('does not read the source when it only sends again or inspects', async () => {
    const { platform, harness } = pulling()
    const recordId = await harness.sync()
    await harness.engine.requestResync({ ...harness.address, recordId })
    await harness.engine.requestRefresh(harness.address)
    await harness.work()
    expect(platform.pulls).toHaveLength(1)
  })

  it('does not read the source again when it had packed and goes on', async () => {
    const scene = pulling()
    const { platform, harness, database } = scene
    scene.sell('a', '1.00', start)
    harness.books.answer = (call) =>
      call === 1
        ? { kind: 'refused', reason: { kind: 'quota', message: 'used up', retryAfter: 3_600_000 } }
        : { kind: 'normal' }
    await harness.sync()
    scene.sell('b', '1.00', start + minute)
    await database.timePasses()
    await harness.work()
    expect(platform.pulls).toHaveLength(1)
    expect(harness.books.balances().get('method:1')).toBe(100n)
  })

  it('stops when the worker is drained, and goes on where it was', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    const drain = new AbortController()
    for (let index = 0; index < 6; index += 1) scene.sell(`o${index}`, '1.00', start + index * minute)
    platform.beforePortion = (portion, { signal }) => {
      if (portion === 2) drain.abort(new Error('The server stops.'))
      signal.throwIfAborted()
    }
    await harness.engine.requestSync({ ...harness.address, user: owner })
    await createWorker(harness.environment, { name: 'drained' }).runDueJobs(drain.signal)
    expect(harness.logged).toEqual([])
    expect(await scene.watermark()).toBeNull()
    await harness.work()
    expect(platform.pulls).toHaveLength(2)
    expect(harness.books.balances().get('method:1')).toBe(600n)
  })

  it('stops between portions also where the source does not listen', async () => {
    const scene = pulling()
    const { platform, harness } = scene
    const drain = new AbortController()
    for (let index = 0; index < 6; index += 1) scene.sell(`o${index}`, '1.00', start + index * minute)
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
