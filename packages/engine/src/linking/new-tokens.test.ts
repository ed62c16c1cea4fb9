import { describe, expect, it } from 'vitest'
import type { Store } from '../ports/store.js'
import { grantScene, type GrantScene, type Machine, storeDuring } from './grant-scene.test-support.js'

describe('new tokens', () => {
  const database = storeDuring('embedded')

  /** A machine whose store is away for the given number of transactions, from the moment the tokens are asked for. */
  function unluckyMachine(scene: GrantScene, failures: number, { afterEffect = false } = {}): Machine {
    let left = 0
    scene.endpoint.arrived = (call) => {
      if (call === 1) left = failures
      return Promise.resolve()
    }
    const { environment } = scene.machine()
    const transaction: Store['transaction'] = async (of, work) => {
      if (left === 0) return environment.store.transaction(of, work)
      left -= 1
      if (afterEffect) await environment.store.transaction(of, work)
      throw new Error('The store is away.')
    }
    return scene.machine({ store: { ...environment.store, transaction }, newToken: () => 'unlucky' })
  }

  it.each([
    [1, false],
    [5, false],
    [1, true],
  ])(
    'are saved when the store is back, after %i failures (each after its effect: %s)',
    async (failures, afterEffect) => {
      const scene = await grantScene(database.store())
      const machine = unluckyMachine(scene, failures, { afterEffect })
      expect(await scene.pass(machine.token())).toBe('access 2')
      expect(scene.endpoint.asked).toHaveLength(1)
      expect(await scene.stored()).toMatchObject({ version: 2, kept: { grant: { accessToken: 'access 2' } } })
      expect(machine.logged.filter((line) => line.includes('could not be saved yet'))).toHaveLength(failures)
    },
  )

  it('are kept in memory when the store stays away, and saved before the integrator is asked again', async () => {
    const scene = await grantScene(database.store(), { graceTime: 0 })
    const machine = unluckyMachine(scene, 6)
    await expect(scene.pass(machine.token())).rejects.toThrow('The store is away.')
    // As if the claim had lapsed.
    await scene.inStore((transaction) => transaction.releaseGrant(scene.address.grantId, 'unlucky'))
    expect(await scene.pass(machine.token())).toBe('access 2')
    expect(scene.endpoint.asked).toEqual(['refresh 1'])
    expect((await scene.stored()).version).toBe(2)
  })

  it('of a machine that was overtaken give way to those of the other', async () => {
    const scene = await grantScene(database.store())
    const [slow, fast] = [scene.machine({ newToken: () => 'slow' }), scene.machine()]
    scene.endpoint.arrived = async (call) => {
      if (call > 1) return
      await scene.inStore((transaction) => transaction.releaseGrant(scene.address.grantId, 'slow'))
      await fast.token()
    }
    expect(await scene.pass(slow.token())).toBe('access 2')
    expect(scene.endpoint.asked).toEqual(['refresh 1', 'refresh 1'])
    expect(await scene.stored()).toMatchObject({ version: 2, kept: { grant: { accessToken: 'access 2' } } })
  })

  it('of a machine that was overtaken by one that got none are saved after all', async () => {
    const scene = await grantScene(database.store(), { graceTime: 0 })
    const slow = scene.machine({ newToken: () => 'slow' })
    scene.endpoint.arrived = async () => {
      await scene.inStore((transaction) => transaction.releaseGrant(scene.address.grantId, 'slow'))
      await scene.claim('dies', 0)
    }
    expect(await scene.pass(slow.token())).toBe('access 2')
    expect(scene.endpoint.asked).toEqual(['refresh 1'])
    expect((await scene.stored()).version).toBe(2)
  })
})
