import { describe, expect, it } from 'vitest'
import { day, grantScene, minute, storeDuring } from './grant-scene.test-support.js'

const start = Date.UTC(2026, 0, 1)

describe('a consent that ends', () => {
  const database = storeDuring('embedded')

  it('is told of once a day, from 30 days before on', async () => {
    const scene = await grantScene(database.store(), { refreshExpiresAt: start + 40 * day })
    const machine = scene.machine()
    await scene.pass(machine.token())
    await scene.clock.advance(9 * day)
    await scene.pass(machine.token())
    expect(machine.logged).toEqual([])
    await scene.clock.advance(day)
    await scene.pass(machine.token())
    expect(machine.logged).toEqual([expect.stringContaining('ends on 2026-02-10')])
    await scene.clock.advance(30 * minute)
    await scene.pass(machine.token())
    expect(machine.logged).toHaveLength(1)
    await scene.clock.advance(day)
    await scene.pass(machine.token())
    expect(machine.logged).toHaveLength(2)
  })

  it('asks nobody for tokens once it has ended', async () => {
    const scene = await grantScene(database.store(), { refreshExpiresAt: start + 10 * day })
    await scene.clock.advance(10 * day)
    await expect(scene.pass(scene.machine().token())).rejects.toMatchObject({
      reason: { kind: 'reauthorise', message: expect.stringContaining('ended on 2026-01-11') },
    })
    expect(scene.endpoint.asked).toEqual([])
  })

  it('is not told of where every refresh prolongs it', async () => {
    const scene = await grantScene(database.store(), { refreshExpiresAt: start + 10 * day })
    const machine = scene.machine()
    await scene.clock.advance(5 * day)
    scene.endpoint.refreshExpiresAt = start + 65 * day
    await scene.pass(machine.token())
    expect(machine.logged).toEqual([])
  })
})
