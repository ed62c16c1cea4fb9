import type { WorldResult } from '../simulation/play-world.js'

/** What a thread tells of a seed. */
export interface Played {
  readonly world: WorldResult
  /** Calls to integrators, and how few the same world takes without faults; undefined where that was not measured. */
  readonly calls: { readonly made: number; readonly minimum: number } | undefined
}
