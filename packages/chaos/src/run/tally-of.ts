import type { Tally } from '../tally.js'
import type { Played } from './played.js'

/** Adds up what seeds came to. */
export function tallyOf(all: readonly Played[], commit: string): Tally {
  const faults: Record<string, number> = {}
  for (const { world } of all) {
    for (const [name, count] of Object.entries(world.faults)) faults[name] = (faults[name] ?? 0) + count
  }
  const sum = (pick: (played: Played) => number): number => all.reduce((total, each) => total + pick(each), 0)
  return {
    runs: all.length,
    faults,
    lost: sum(({ world }) => world.lost),
    duplicated: sum(({ world }) => world.duplicated),
    centsOff: all.reduce((total, { world }) => total + world.centsOff, 0n),
    calls: sum(({ calls }) => calls?.made ?? 0),
    minimumCalls: sum(({ calls }) => calls?.minimum ?? 0),
    recoveries: all.map(({ world }) => world.recovery),
    broken: all.flatMap(({ world }) => world.broken.map((law) => `seed ${world.seed} at ${commit}: ${law}`)),
  }
}
