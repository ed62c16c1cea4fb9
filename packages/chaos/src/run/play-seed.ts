import { judgeCalls } from '../oracle/judge-calls.js'
import { playWorld } from '../simulation/play-world.js'
import type { Played } from './played.js'

/** Plays the world of a seed, and the same one without faults to know how few calls it takes. */
export async function playSeed(seed: number, options: { readonly isLogged?: boolean } = {}): Promise<Played> {
  const calm = await playWorld(seed, { isCalm: true })
  const world = await playWorld(seed, options)
  const broken = [...calm.broken.map((law) => `${law} (without any fault)`), ...world.broken]
  return {
    world: { ...world, broken: [...broken, ...judgeCalls(world, calm)] },
    minimumCalls: calm.calls,
  }
}
