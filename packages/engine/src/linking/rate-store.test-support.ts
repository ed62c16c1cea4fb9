import type { VirtualClock } from '@ledgerpost/testkit'
import type { RateStore } from '../ports/rate-store.js'
import type { CommonTransaction, Store } from '../ports/store.js'

/** A store of turns on a virtual clock, as the port describes it; it does nothing else. */
export function rateStoreOn(clock: VirtualClock): Pick<Store, 'acrossSubscribers'> {
  const buckets = new Map<string, { dueAt: number; pausedUntil: number }>()
  const bucketOf = (key: string) => {
    const bucket = buckets.get(key) ?? { dueAt: 0, pausedUntil: 0 }
    buckets.set(key, bucket)
    return bucket
  }
  const rates: RateStore = {
    takeTurn(wanted, longestWait) {
      const now = clock.now()
      const turns = wanted.map(({ key, count, span, burst }) => {
        const bucket = bucketOf(key)
        const interval = span / (count - burst)
        const dueAt = Math.max(bucket.dueAt, now)
        return { bucket, dueAt, interval, at: Math.max(dueAt - interval * (burst - 1), bucket.pausedUntil) }
      })
      const wait = Math.max(0, ...turns.map(({ at }) => at - now))
      if (wait > longestWait) return Promise.resolve({ isTaken: false, wait: Math.ceil(wait) })
      for (const { bucket, dueAt, interval } of turns) bucket.dueAt = dueAt + interval
      return Promise.resolve({ isTaken: true, wait: Math.ceil(wait) })
    },
    pauseBucket(key, milliseconds) {
      const bucket = bucketOf(key)
      bucket.pausedUntil = Math.max(bucket.pausedUntil, clock.now() + milliseconds)
      return Promise.resolve()
    },
  }
  return {
    acrossSubscribers: (work) => work(rates as CommonTransaction),
  }
}
