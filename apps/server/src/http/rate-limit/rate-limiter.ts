import type { Clock } from '@ledgerpost/core'

/** What may be asked of the server, evenly spread or at once. */
export interface RateLimit {
  /** Requests a minute in the long run. */
  readonly perMinute: number
  /** Requests at once, after a pause. */
  readonly burst: number
  /** Callers that are remembered; of more, those that were away longest are forgotten and begin anew. */
  readonly mostCallers: number
}

/** Whether a request may pass, and what its caller may still do. */
export interface RateDecision {
  readonly isAllowed: boolean
  /** Requests that may be made at once after a pause. */
  readonly limit: number
  /** Requests that may be made at once now. */
  readonly remaining: number
  /** Seconds until as many as `limit` may be made at once again, rounded up. */
  readonly reset: number
  /** Seconds until the next request may pass, rounded up; 0 if one may now. */
  readonly retryAfter: number
}

/** Counts requests by caller. */
export interface RateLimiter {
  take(caller: string): RateDecision
}

/** Times are sums of fractions of milliseconds; what lies closer together is the same. */
const precision = 1e-3

/**
 * The generic cell rate algorithm in the memory of the process: of each caller it keeps one number, the time at which
 * all that was asked for would have been due, had it been spread evenly.
 */
export function createRateLimiter({ perMinute, burst, mostCallers }: RateLimit, clock: Clock): RateLimiter {
  const interval = 60_000 / perMinute
  const tolerance = interval * burst
  // Small numbers keep more digits after the point.
  const start = clock.now()
  const dueTimes = new Map<string, number>()

  function remember(caller: string, due: number): void {
    // A map keeps the order of insertion: whoever was away longest comes first.
    dueTimes.delete(caller)
    dueTimes.set(caller, due)
    if (dueTimes.size <= mostCallers) return
    for (const [first] of dueTimes) {
      dueTimes.delete(first)
      return
    }
  }

  return {
    take(caller) {
      const now = clock.now() - start
      // Never further ahead than the rules allow: a clock that is set back must lock nobody out.
      const due = Math.min(Math.max(dueTimes.get(caller) ?? now, now), now + tolerance)
      const next = due + interval
      const isAllowed = next - now <= tolerance + precision
      const settled = isAllowed ? next : due
      remember(caller, settled)
      const room = now + tolerance - settled
      return {
        isAllowed,
        limit: burst,
        remaining: Math.max(0, Math.floor((room + precision) / interval)),
        reset: seconds(settled - now),
        retryAfter: seconds(settled + interval - tolerance - now),
      }
    },
  }
}

function seconds(milliseconds: number): number {
  return Math.max(0, Math.ceil((milliseconds - precision) / 1000))
}
