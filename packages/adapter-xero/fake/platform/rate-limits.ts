import type { Clock } from '@ledgerpost/testkit'

/** Calls to one organisation that the fake allows. */
export interface FakeRateLimits {
  readonly concurrent: number
  readonly perMinute: number
  readonly perDay: number
}

export const publishedRateLimits: FakeRateLimits = { concurrent: 5, perMinute: 60, perDay: 5000 }

const minute = 60_000
const day = 24 * 60 * minute

interface Window {
  began: number
  calls: number
}

/** Counts the calls to each organisation in fixed windows that begin with the first call. */
export class RateLimiter {
  limits: FakeRateLimits | undefined
  /** Every refusal, for tests: which limit it was. */
  readonly refusals: string[] = []
  readonly #clock: Clock
  readonly #tenants = new Map<string, { minute: Window; day: Window; inside: number }>()

  constructor(clock: Clock, limits: FakeRateLimits | undefined) {
    this.#clock = clock
    this.limits = limits
  }

  /** Answers a call within the limits, with the headers that tell what is left; else with status 429. */
  async guard(tenant: string, call: () => Promise<Response>): Promise<Response> {
    const { limits } = this
    if (!limits) return call()
    const now = this.#clock.now()
    const known = this.#tenants.get(tenant)
    const state = known ?? { minute: { began: now, calls: 0 }, day: { began: now, calls: 0 }, inside: 0 }
    this.#tenants.set(tenant, state)
    renew(state.minute, minute, now)
    renew(state.day, day, now)
    if (state.inside >= limits.concurrent) return this.#refuse('concurrent', undefined)
    if (state.day.calls >= limits.perDay) return this.#refuse('day', state.day.began + day - now)
    if (state.minute.calls >= limits.perMinute)
      return this.#refuse('minute', state.minute.began + minute - now)
    state.minute.calls += 1
    state.day.calls += 1
    state.inside += 1
    try {
      const response = await call()
      const headers = new Headers(response.headers)
      headers.set('x-minlimit-remaining', String(limits.perMinute - state.minute.calls))
      headers.set('x-daylimit-remaining', String(limits.perDay - state.day.calls))
      headers.set('x-appminlimit-remaining', '9999')
      return new Response(response.body, { status: response.status, headers })
    } finally {
      state.inside -= 1
    }
  }

  #refuse(limit: string, wait: number | undefined): Response {
    this.refusals.push(limit)
    const headers = new Headers({ 'x-rate-limit-problem': limit })
    if (wait !== undefined) headers.set('retry-after', String(Math.ceil(wait / 1000)))
    return new Response(null, { status: 429, headers })
  }
}

function renew(window: Window, length: number, now: number): void {
  if (now - window.began < length) return
  window.began = now
  window.calls = 0
}
