import { judgeCalls } from '../oracle/judge-calls.js'
import { playWorld } from '../simulation/play-world.js'
import type { Played } from './played.js'

/** Of so many seeds one is played without faults too. */
const measuredSeeds = 4

/** Plays the world of a seed, and now and then the same one without faults to know how few calls it takes. */
export async function playSeed(seed: number, options: { readonly isLogged?: boolean } = {}): Promise<Played> {
  const world = await playWorld(seed, options)
  if (seed % measuredSeeds !== 0) return { world, calls: undefined }
  const calm = await playWorld(seed, { isCalm: true })
  const broken = [
    ...world.broken,
    ...calm.broken.map((law) => `${law} (without any fault)`),
    ...judgeCalls(world, calm),
  ]
  return { world: { ...world, broken }, calls: { made: world.calls, minimum: calm.calls } }
}
