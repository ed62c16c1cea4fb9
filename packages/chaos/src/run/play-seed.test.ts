import { describe, expect, it } from 'vitest'
import { playSeed } from './play-seed.js'

describe('worlds', { timeout: 300_000 }, () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('of seed %s break no law', async (seed) => {
    const { world } = await playSeed(seed)
    expect(world.broken).toEqual([])
    expect(world.steps).toBeGreaterThan(0)
  })

  it('are the same each time they are played', async () => {
    const [first, second, other] = [await playSeed(9), await playSeed(9), await playSeed(10)]
    expect(second.world.hash).toBe(first.world.hash)
    expect(other.world.hash).not.toBe(first.world.hash)
  })
})
