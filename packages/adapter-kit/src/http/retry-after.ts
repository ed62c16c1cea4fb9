/** A vendor that asks for more than a day is not believed. */
const longest = 24 * 60 * 60 * 1000

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: whole or fractional seconds, or an HTTP date
 * (RFC 9110 section 10.2.3). Undefined if it is absent or says nothing usable; at most 24 hours.
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (text === undefined || text === '') return undefined
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), longest)
  if (!/^[A-Za-z]{3},? /.test(text)) return undefined
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - now, 0), longest)
}
