import type { WorldResult } from '../simulation/play-world.js'

/** I7: calls that write are few: as many as without faults and a twentieth more, and two for each fault. */
export function judgeCalls(world: WorldResult, calm: WorldResult): string[] {
  const faults = Object.values(world.faults).reduce((sum, count) => sum + count, 0)
  const allowed = Math.ceil(calm.writes * 1.05) + 2 * faults
  return world.writes <= allowed
    ? []
    : [
        `I7 ${world.writes} calls wrote, ${allowed} are allowed: ${calm.writes} without faults, ${faults} faults`,
      ]
}
