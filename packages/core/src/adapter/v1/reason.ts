/**
 * Why an integrator refused, read from what its answer says and never from the status code alone.
 * - unbalanced: totals, taxes or debits and credits do not agree
 * - period-locked: the date lies in a period that was closed
 * - unknown-account: an account, item or other mapped target does not exist, is archived or may not be used so
 * - tax: the tax rate or tax amount is not accepted
 * - contact: the customer record is not accepted
 * - duplicate: a document of that number exists; it is looked up, compared and adopted
 * - quota: a plan's allowance is used up
 * - rate-limited: too many calls; nothing was done
 * - reauthorise: the owner must link again
 * - stale: the document changed meanwhile
 * - invalid: any other definite refusal of the content
 * - transient: a fault of the integrator that certainly did nothing
 */
export const reasonKinds = [
  'unbalanced',
  'period-locked',
  'unknown-account',
  'tax',
  'contact',
  'duplicate',
  'quota',
  'rate-limited',
  'reauthorise',
  'stale',
  'invalid',
  'transient',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

export interface Reason {
  readonly kind: ReasonKind
  /** What the integrator said and what to do next, for people. */
  readonly message: string
  /** For `rate-limited` and `quota`: how long to wait, in milliseconds, if the integrator told. */
  readonly retryAfter?: number
}

/** Whether the reason lies with the connection rather than with the document: such a packet stays Pending and never fails. */
export function isConnectionReason(kind: ReasonKind): boolean {
  return kind === 'rate-limited' || kind === 'quota' || kind === 'reauthorise' || kind === 'transient'
}
