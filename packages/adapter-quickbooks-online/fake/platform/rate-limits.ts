import type { Clock } from '@ledgerpost/testkit'
import { gatewayFault } from './answers.js'

/** Calls to one company that the fake allows. */
export interface FakeRateLimits {
  readonly batchesPerMinute: number
  readonly callsPerMinute: number
  readonly callsPerSecond: number
}

/** developer.intuit.com/app/developer/qbo/docs/learn/limits-and-throttles */
export const publishedRateLimits: FakeRateLimits = {
  batchesPerMinute: 40,
  callsPerMinute: 500,
  callsPerSecond: 10,
}

interface Window {
  began: number
  calls: number
}

/** Counts the calls to each company in fixed windows that begin with the first call. */
export class RateLimiter {
  limits: FakeRateLimits | undefined
  /** What a refusal asks to wait, in seconds; it need not say. */
  retryAfter: number | undefined
  /** Every refusal, for tests: which limit it was. */
  readonly refusals: string[] = []
  readonly #clock: Clock
  readonly #windows = new Map<string, Window>()

  constructor(clock: Clock, limits: FakeRateLimits | undefined) {
    this.#clock = clock
    this.limits = limits
  }

  /** The answer to a call beyond the limits; undefined for one within. */
  refusal(company: string, isBatch: boolean): Response | undefined {
    const { limits } = this
    if (!limits) return undefined
    const counted = [
      ['second', 1000, limits.callsPerSecond],
      ['minute', 60_000, limits.callsPerMinute],
      ...(isBatch ? [['batch', 60_000, limits.batchesPerMinute] as const] : []),
    ] as const
    const windows = counted.map(([name, length, allowed]) => ({
      name,
      allowed,
      window: this.#window(`${company} ${name}`, length),
    }))
    const exceeded = windows.find(({ window, allowed }) => window.calls >= allowed)
    if (exceeded) return this.#refuse(exceeded.name)
    for (const { window } of windows) window.calls += 1
    return undefined
  }

  #window(key: string, length: number): Window {
    const now = this.#clock.now()
    const known = this.#windows.get(key)
    if (known && now - known.began < length) return known
    const window = { began: now, calls: 0 }
    this.#windows.set(key, window)
    return window
  }

  #refuse(limit: string): Response {
    this.refusals.push(limit)
    const time = new Date(this.#clock.now()).toISOString()
    const message = 'message=ThrottleExceeded; errorCode=003001; statusCode=429'
    const response = gatewayFault(429, 'SERVICE', '3001', message, time)
    if (this.retryAfter !== undefined) response.headers.set('retry-after', String(this.retryAfter))
    return response
  }
}
