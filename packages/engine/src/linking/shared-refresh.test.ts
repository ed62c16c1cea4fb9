import { describe, expect, it } from 'vitest'
import type { Store } from '../ports/store.js'
import { grantScene, storeDuring } from './grant-scene.test-support.js'

describe('a refresh within one process', () => {
  const database = storeDuring('embedded')

  it('is waited for by whoever comes meanwhile, and asks the store once', async () => {
    const scene = await grantScene(database.store())
    let transactions = 0
    const { environment } = scene.machine()
    const transaction: Store['transaction'] = (of, work) => {
      transactions += 1
      return environment.store.transaction(of, work)
    }
    const machine = scene.machine({ store: { ...environment.store, transaction } })
    const tokens = await scene.pass(Promise.all(Array.from({ length: 20 }, () => machine.token())))
    expect([scene.endpoint.asked.length, new Set(tokens)]).toEqual([1, new Set(['access 2'])])
    // Each reads; then one reads again, claims and saves.
    expect(transactions).toBe(20 + 3)
  })

  it('is left at once by a caller that stops, while another waits on', async () => {
    const scene = await grantScene(database.store())
    scene.endpoint.answer = () => ({ afterMilliseconds: 5000 })
    const machine = scene.machine()
    const stop = new AbortController()
    const stays = machine.token()
    const leaves = machine.token(undefined, stop.signal)
    scene.endpoint.arrived = () => {
      stop.abort(new Error('drained'))
      return Promise.resolve()
    }
    const start = scene.clock.now()
    const left = leaves.catch((error: unknown) => [String(error), scene.clock.now() - start])
    expect(await scene.pass(stays)).toBe('access 2')
    expect(await left).toEqual(['Error: drained', 0])
  })

  it('saves the tokens that are on their way although everybody stopped', async () => {
    const scene = await grantScene(database.store())
    scene.endpoint.answer = () => ({ afterMilliseconds: 5000 })
    const machine = scene.machine()
    const stop = new AbortController()
    scene.endpoint.arrived = () => {
      stop.abort(new Error('drained'))
      return Promise.resolve()
    }
    await scene.pass(Promise.allSettled([1, 2].map(() => machine.token(undefined, stop.signal))))
    expect(await scene.stored()).toMatchObject({ version: 2, kept: { grant: { accessToken: 'access 2' } } })
    expect(await machine.token()).toBe('access 2')
  })

  it('is not begun, and not waited for at another machine, by whoever stopped', async () => {
    const scene = await grantScene(database.store())
    const stop = new AbortController()
    await scene.claim('busy', 600_000)
    const waiting = scene.machine().token(undefined, stop.signal)
    const ended = scene.pass(Promise.allSettled([waiting]))
    stop.abort(new Error('drained'))
    expect(await ended).toMatchObject([{ status: 'rejected', reason: { message: 'drained' } }])
    await expect(scene.machine().token(undefined, stop.signal)).rejects.toThrow('drained')
    expect(scene.endpoint.asked).toEqual([])
  })

  it('answers another token than the refused one, although one is under way that will bring just that', async () => {
    const scene = await grantScene(database.store())
    scene.endpoint.answer = () => ({ afterMilliseconds: 1000 })
    const machine = scene.machine()
    const tokens = await scene.pass(Promise.all([machine.token(), machine.token('access 2')]))
    expect(tokens).toEqual(['access 2', 'access 3'])
    expect(scene.endpoint.asked).toEqual(['refresh 1', 'refresh 2'])
  })
})
