import type { Clock } from './clock.js'

export interface RetryRules {
  readonly retries: number
  /** Milliseconds. */
  readonly longestWait: number
  readonly clock: Clock
  readonly random: () => number
}

/** What became of an attempt: an answer of any status, or none. */
export type Outcome = { readonly response: Response } | { readonly error: unknown }

/** After these a read is tried again. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

/** With these and a Retry-After the server says that it did nothing, and when to come back. */
const comeBack: ReadonlySet<number> = new Set([429, 503])

const firstBackoff = 500

/** How long to wait before trying again, in milliseconds; null if that is not to be. */
export function waitBeforeRetry(
  method: string,
  done: number,
  outcome: Outcome,
  { retries, longestWait, clock, random }: RetryRules,
): number | null {
  if (done >= retries) return null
  const isRead = method === 'GET'
  const backoff = Math.min(longestWait, firstBackoff * 2 ** done) * (0.5 + random() / 2)
  if ('error' in outcome) return isRead && isConnectionFault(outcome.error) ? backoff : null
  const { response } = outcome
  const asked = retryAfterOf(response, clock.now())
  if (isRead ? !passing.has(response.status) : !(comeBack.has(response.status) && asked !== null)) return null
  if (asked === null) return backoff
  return asked > longestWait ? null : asked
}

/** `fetch` throws a TypeError where there is no answer. */
function isConnectionFault(error: unknown): boolean {
  return error instanceof TypeError
}

/** Retry-After (RFC 9110, section 10.2.3) in milliseconds from now: seconds, or a date; null if there is none. */
export function retryAfterOf({ headers }: Pick<Response, 'headers'>, now: number): number | null {
  const text = headers.get('Retry-After')?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
