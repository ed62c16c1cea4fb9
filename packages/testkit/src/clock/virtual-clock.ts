import type { Clock } from './clock.js'

interface Timer {
  readonly due: number
  readonly sequence: number
  readonly fire: () => void
}

/** A clock that stands still until it is told to go on. */
export class VirtualClock implements Clock {
  #now: number
  #sequence = 0
  #timers: Timer[] = []

  /** @param start epoch milliseconds; 2026-01-01T00:00:00Z by default */
  constructor(start: number = Date.UTC(2026, 0, 1)) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  /** How many sleepers there are. */
  get sleeping(): number {
    return this.#timers.length
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (Number.isNaN(milliseconds))
      return Promise.reject(new RangeError('Cannot sleep for NaN milliseconds.'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    if (milliseconds <= 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#timers = this.#timers.filter((each) => each !== timer)
        reject(signal?.reason)
      }
      const timer: Timer = {
        due: this.#now + milliseconds,
        sequence: this.#sequence,
        fire: () => {
          signal?.removeEventListener('abort', abort)
          resolve()
        },
      }
      this.#sequence += 1
      this.#timers.push(timer)
      signal?.addEventListener('abort', abort, { once: true })
    })
  }

  /**
   * Lets time pass. Sleepers wake in order of their time, each with the clock showing exactly that time; what one of
   * them starts is run, and its own sleeps within the span are served, before the next wakes.
   */
  async advance(milliseconds: number): Promise<void> {
    if (!(milliseconds >= 0)) throw new RangeError(`Time does not pass by ${milliseconds} milliseconds.`)
    const target = this.#now + milliseconds
    await pendingWork()
    let woken: boolean
    do {
      woken = await this.#wakeNext(target)
    } while (woken)
    this.#now = target
  }

  /**
   * Passes time from sleeper to sleeper until the work settles, and answers its result. The work must wait on
   * nothing but this clock: whenever it is idle, time jumps. Throws if it is idle and nobody sleeps.
   */
  async runUntil<T>(work: Promise<T>): Promise<T> {
    const progress = { settled: false }
    void Promise.allSettled([work]).then(() => {
      progress.settled = true
      return progress
    })
    await pendingWork()
    while (!progress.settled) {
      if (!(await this.#wakeNext(Infinity)) && !progress.settled) {
        throw new Error(
          'The work waits for something other than this clock: it is not done, and nobody sleeps.',
        )
      }
    }
    return work
  }

  /** Lets time pass until the next sleeper wakes; answers whether there was one. */
  advanceToNext(): Promise<boolean> {
    return this.#wakeNext(Infinity)
  }

  async #wakeNext(target: number): Promise<boolean> {
    let next: Timer | undefined
    for (const timer of this.#timers) {
      if (timer.due > target) continue
      if (!next || timer.due < next.due || (timer.due === next.due && timer.sequence < next.sequence))
        next = timer
    }
    if (!next) return false
    this.#timers = this.#timers.filter((each) => each !== next)
    this.#now = Math.max(this.#now, next.due)
    next.fire()
    await pendingWork()
    return true
  }
}

/** Resolves once all promise reactions that are due have run. */
function pendingWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
