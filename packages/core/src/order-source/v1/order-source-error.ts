import { LedgerpostError } from '../../errors/ledgerpost-error.js'

/**
 * Why a source cannot be read.
 * - unavailable: it does not answer, or wants fewer calls; this passes, and the sync waits for it
 * - garbled: an answer came and is not whole; the sync tries a few times, then it is Failed
 * - unauthorised: our credentials are refused
 * - not-found: it does not know the subscriber or the address
 * - unsupported: it refuses what it is asked for
 * - unusable: it answers something else than it was asked for
 */
export type OrderSourceFault =
  | 'unavailable'
  | 'garbled'
  | 'unauthorised'
  | 'not-found'
  | 'unsupported'
  | 'unusable'

/** An order source cannot be read on. Only `unavailable` and `garbled` are tried again by themselves. */
export class OrderSourceError extends LedgerpostError {
  override readonly name = 'OrderSourceError'
  readonly fault: OrderSourceFault
  /** How long to wait, in milliseconds, if the source told. */
  readonly retryAfter: number | undefined

  constructor(options: {
    readonly fault: OrderSourceFault
    /** What happened and what to do next, for people; free of secrets. */
    readonly message: string
    readonly retryAfter?: number | undefined
    readonly cause?: unknown
  }) {
    const { fault, message, retryAfter, cause } = options
    super({
      code: `order-source-${fault}`,
      message,
      isRetryable: fault === 'unavailable' || fault === 'garbled',
      cause,
    })
    this.fault = fault
    this.retryAfter = retryAfter
  }
}
