import type { Played } from './played.js'

/** What is told of a seed whose world did not come to its end. */
export function unplayable(seed: number, error: unknown): Played {
  const message =
    error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)
  return {
    calls: undefined,
    world: {
      seed,
      hash: '',
      faults: {},
      steps: 0,
      calls: 0,
      writes: 0,
      documents: 0,
      lost: 0,
      duplicated: 0,
      centsOff: 0n,
      recovery: 0,
      broken: [`I6 the world did not come to its end: ${message}`],
      lines: [],
    },
  }
}
