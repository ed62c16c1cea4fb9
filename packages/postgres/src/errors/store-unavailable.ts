import { LedgerpostError } from '@ledgerpost/core'

/**
 * Why the database cannot be used.
 *
 * - `unreachable`: no connection could be made.
 * - `lost`: a connection broke while it was in use.
 * - `busy`: the server has no connection or no memory to spare.
 * - `full`: the disk has no room left.
 * - `refused`: the server does not know the user, the password or the database, or is too old.
 * - `failed`: the embedded engine stopped (a failing disk, a damaged directory).
 * - `closed`: it was closed by this process.
 */
export type StoreTrouble = 'unreachable' | 'lost' | 'busy' | 'full' | 'refused' | 'failed' | 'closed'

/** Whether the work that failed left nothing behind (`none`), or may have been committed (`unknown`). */
export type StoreEffect = 'none' | 'unknown'

const retryable: ReadonlySet<StoreTrouble> = new Set(['unreachable', 'lost', 'busy', 'full'])

const advice: Readonly<Record<StoreTrouble, string>> = {
  unreachable:
    'Check that the server runs and that its address is right; the work is taken up again when it answers.',
  lost: 'The work is taken up again on a new connection.',
  busy: 'Raise max_connections on the server or lower the pool size of the processes.',
  full: 'Free space on the disk of the database.',
  refused: 'Check the user, password, database and version that the connection string names.',
  failed: 'Check the disk, then restart the process: what was committed is recovered at the start.',
  closed: 'Open the database again before using it.',
}

/** The database cannot be used at the moment (retryable), or not until somebody acts (not retryable). */
export class StoreUnavailable extends LedgerpostError {
  override readonly name = 'StoreUnavailable'
  readonly trouble: StoreTrouble
  readonly effect: StoreEffect
  readonly database: string

  /** `database` says which one, without its password. */
  constructor(database: string, trouble: StoreTrouble, effect: StoreEffect, cause?: unknown) {
    super({
      code: 'store-unavailable',
      message: `${database} is unavailable (${trouble})${reasonOf(cause)}. ${advice[trouble]}`,
      isRetryable: retryable.has(trouble),
      cause,
      details: { database, trouble, effect },
    })
    this.database = database
    this.trouble = trouble
    this.effect = effect
  }

  /** The same trouble, known to have left nothing behind. */
  withoutEffect(): StoreUnavailable {
    return this.effect === 'none'
      ? this
      : new StoreUnavailable(this.database, this.trouble, 'none', this.cause)
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
  // An attempt on several addresses fails with an AggregateError, whose own message is empty.
  if (cause instanceof AggregateError && cause.message === '') return reasonOf(cause.errors[0])
  return `: ${cause.message.trim().replace(/\.+$/, '')}`
}
