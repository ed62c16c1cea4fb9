import type { WorldResult } from '../simulation/play-world.js'

/** What a thread tells of a seed: how its world ended, and how few calls the same world takes without faults. */
export interface Played {
  readonly world: WorldResult
  readonly minimumCalls: number
}
