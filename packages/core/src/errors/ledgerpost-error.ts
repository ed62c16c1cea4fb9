export interface LedgerpostErrorOptions {
  /** Stable identifier; `docs/errors/<code>.md` explains it. */
  readonly code: string
  /** What happened, to which order or document, and what to do next. */
  readonly message: string
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly isRetryable?: boolean
  readonly cause?: unknown
  /** Structured particulars (ids, members, values) for machines. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** The base of every error that Ledgerpost throws on purpose. */
export class LedgerpostError extends Error {
  override readonly name: string = 'LedgerpostError'
  readonly code: string
  readonly isRetryable: boolean
  readonly details: Readonly<Record<string, unknown>>

  constructor(options: LedgerpostErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = options.code
    this.isRetryable = options.isRetryable ?? false
    this.details = options.details ?? {}
  }
}
