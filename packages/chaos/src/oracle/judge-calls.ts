import type { WorldResult } from '../simulation/play-world.js'

/**
 * I7: calls that write are few: as many as without faults and a quarter more, since work that comes at other times is cut
 * into other calls; two for each fault, and one for each document that there is more.
 */
export function judgeCalls(world: WorldResult, calm: WorldResult): string[] {
  const faults = Object.values(world.faults).reduce((sum, count) => sum + count, 0)
  const more = Math.max(0, world.documents - calm.documents)
  const allowed = Math.ceil(calm.writes * 1.25) + 2 * faults + more
  return world.writes <= allowed
    ? []
    : [
        `I7 ${world.writes} calls wrote, ${allowed} are allowed: ${calm.writes} without faults, ${faults} faults`,
      ]
}
