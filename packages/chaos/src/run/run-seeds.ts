import type { Played } from './played.js'
import { Player } from './player.js'

/** Which seeds are played, and how long. */
export interface SeedRun {
  readonly first: number
  /** How many; until the time is up if left out. */
  readonly count?: number
  /** Milliseconds. */
  readonly duration?: number
  readonly threads: number
  readonly now: () => number
  /** Called after each seed. */
  readonly onPlayed: (played: Played) => void
}

/** Plays seeds on several threads; which seeds are played, but not what becomes of them, depends on the machine. */
export async function runSeeds({
  first,
  count = Infinity,
  duration = Infinity,
  threads,
  now,
  onPlayed,
}: SeedRun): Promise<void> {
  const end = now() + duration
  let next = first
  const work = async (): Promise<void> => {
    const player = new Player()
    try {
      while (next < first + count && now() < end) {
        const seed = next
        next += 1
        // A thread plays one world at a time.
        onPlayed(await player.play(seed))
      }
    } finally {
      await player.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(threads, count) }, work))
}
