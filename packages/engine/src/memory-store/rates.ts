import type { RateStore } from '../ports/rate-store.js'
import type { RateRow } from './rows.js'
import type { State } from './state.js'

/** Turns by a generic cell rate algorithm: each one puts off when all turns taken would have been due. */
export function rates(state: State): RateStore {
  const rowOf = (key: string): RateRow =>
    state.rates.get(key) ?? { key, dueAt: -Infinity, pausedUntil: -Infinity }

  return {
    async takeTurn(buckets, longestWait) {
      const now = state.now()
      const turns = buckets.map(({ key, count, span, burst }) => {
        const interval = span / (count - burst)
        const row = rowOf(key)
        const dueAt = Math.max(row.dueAt, now)
        const wait = Math.max(dueAt - interval * (burst - 1), row.pausedUntil) - now
        return { row: { ...row, dueAt: dueAt + interval }, wait }
      })
      const wait = turns.reduce((longest, turn) => Math.max(longest, turn.wait), 0)
      const isTaken = wait <= longestWait
      if (isTaken) for (const { row } of turns) state.rates.put(row)
      return { isTaken, wait: Math.ceil(wait) }
    },

    async pauseBucket(key, milliseconds) {
      const row = rowOf(key)
      state.rates.put({ ...row, pausedUntil: Math.max(row.pausedUntil, state.now() + milliseconds) })
    },
  }
}
