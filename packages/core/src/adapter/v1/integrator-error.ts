import { LedgerpostError } from '../../errors/ledgerpost-error.js'
import type { Reason } from './reason.js'

/** A call to the integrator other than `send` failed: `inspect`, `find`, `readBack`, `createTaxRate`, `disconnect` or linking. */
export class IntegratorError extends LedgerpostError {
  override readonly name = 'IntegratorError'
  readonly reason: Reason

  constructor(reason: Reason, cause?: unknown) {
    super({
      code: `integrator-${reason.kind}`,
      message: reason.message,
      isRetryable: reason.kind === 'transient' || reason.kind === 'rate-limited',
      cause,
    })
    this.reason = reason
  }
}
