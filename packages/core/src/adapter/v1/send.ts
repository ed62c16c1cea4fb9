import type { AcceptedDocument } from './document.js'
import type { Reason } from './reason.js'

/**
 * One call to the integrator, frozen before its first byte leaves: the same submission is sent with the same
 * bytes and the same key however often it is repeated.
 */
export interface Submission {
  /** The idempotency key, derived from the documents and never from a job or the time. */
  readonly key: string
  /** The documents in it, by our reference. */
  readonly references: readonly string[]
  /** The request body. */
  readonly body: string
  /** The call that the body belongs to, in the adapter's own words (`PUT Invoices`). */
  readonly operation: string
}

/**
 * What became of one document:
 * - accepted: the integrator has it, for certain
 * - rejected: the integrator does not have it, for certain
 * - unknown: anything else; it must be looked up before it may be sent again
 */
export type SendResult =
  | ({ readonly outcome: 'accepted' } & AcceptedDocument)
  | { readonly outcome: 'rejected'; readonly reference: string; readonly reason: Reason }
  | { readonly outcome: 'unknown'; readonly reference: string; readonly message: string }
