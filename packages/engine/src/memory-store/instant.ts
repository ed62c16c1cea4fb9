import type { Instant } from '@ledgerpost/core'
import { RuleBroken } from './rule-broken.js'

/** The moment in its one form, to the millisecond. */
export function canonicalInstant(text: string): Instant {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) throw new RuleBroken('22007', `'${text}' is no moment.`)
  return new Date(milliseconds).toISOString()
}
