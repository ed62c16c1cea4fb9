import type { Clock, Reason } from '@ledgerpost/core'

/** A vendor's limits. Durations in milliseconds. */
export interface GateLimits {
  /** Calls under way at the same time. */
  readonly concurrency: number
  /** Calls in any span of `span` milliseconds, Infinity for no limit; `burst` of them may follow each other at once. */
  readonly count: number
  readonly span: number
  readonly burst: number
  /** A wait longer than this is refused instead, so that no lease runs out in a queue. */
  readonly longestWait: number
}

export type Passage =
  | { readonly isOpen: true; leave(): void }
  | { readonly isOpen: false; readonly reason: Reason; leave(): void }

/** Keeps calls within a vendor's limits: as many at a time, and as many in a span, as allowed. */
export interface Gate {
  /**
   * Waits for its turn, then lets one call pass; `leave` must be called when it is over.
   * @param until whose turn would come after this moment, in milliseconds since 1970 UTC, is refused instead
   */
  enter(signal?: AbortSignal, until?: number): Promise<Passage>
  /** Lets nothing pass for so long: the vendor said that it is too much. */
  pause(milliseconds: number): void
  /** Whether nobody is inside or waiting and a newly made gate would behave the same. */
  isIdle(): boolean
}

/**
 * Spreads calls evenly after the first few (a generic cell rate algorithm), so that a fixed window of the vendor,
 * wherever it begins, never holds more than `count`.
 */
export function createGate(clock: Clock, limits: GateLimits): Gate {
  const interval = limits.span / (limits.count - limits.burst)
  const tolerance = interval * (limits.burst - 1)
  const queue: (() => void)[] = []
  let inside = 0
  let nextTurn = 0
  let pausedUntil = 0

  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else inside -= 1
  }
  // Who leaves hands the place over, so that nobody slips in between.
  const slot = async (until: number): Promise<boolean> => {
    if (inside >= limits.concurrency) return handedOver(until)
    inside += 1
    return true
  }
  /** Waits for a place in the queue's order; false when the time is over first. */
  const handedOver = (until: number): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = new AbortController()
      const take = (): void => {
        timer.abort()
        resolve(true)
      }
      const giveUp = (): void => {
        const place = queue.indexOf(take)
        if (place < 0) return
        queue.splice(place, 1)
        resolve(false)
      }
      queue.push(take)
      // A sleep that is cut short rejects: the place was had in time.
      if (until < Infinity) clock.sleep(until - clock.now(), timer.signal).then(giveUp, () => undefined)
    })
  const turn = async (until: number, signal?: AbortSignal): Promise<Reason | undefined> => {
    const arrived = clock.now()
    if (arrived > until) return late
    const latest = Math.min(arrived + limits.longestWait, until)
    const mine = Math.max(nextTurn, arrived)
    const wait = Math.max(mine - tolerance, pausedUntil) - arrived
    if (arrived + wait > latest) return tooLong(wait)
    nextTurn = mine + interval
    for (let left = wait; left > 0; left = pausedUntil - clock.now()) {
      if (clock.now() + left > latest) return tooLong(left)
      // The pause may have been prolonged meanwhile.
      await clock.sleep(left, signal)
    }
    return undefined
  }

  return {
    async enter(signal, until = Infinity) {
      if (!(await slot(until))) return { isOpen: false, reason: late, leave: () => undefined }
      let refusal: Reason | undefined
      try {
        refusal = signal?.aborted ? stopped : await turn(until, signal)
      } catch {
        refusal = stopped
      }
      if (refusal === undefined) return { isOpen: true, leave }
      leave()
      return { isOpen: false, reason: refusal, leave: () => undefined }
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds)
    },
    isIdle: () => inside === 0 && queue.length === 0 && Math.max(nextTurn, pausedUntil) <= clock.now(),
  }
}

const stopped: Reason = {
  kind: 'transient',
  message: 'The work was stopped before the call; it goes on when it is taken up again.',
}

const late: Reason = {
  kind: 'transient',
  message: 'The call had no turn in the time in which it had to begin; it is tried again later.',
}

function tooLong(wait: number): Reason {
  const seconds = Math.ceil(wait / 1000)
  return {
    kind: 'rate-limited',
    message: `The integrator's limits allow no call for another ${seconds} s; the work goes on after that.`,
    retryAfter: Math.ceil(wait),
  }
}
