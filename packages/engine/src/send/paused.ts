import { LedgerpostError, type Reason } from '@ledgerpost/core'

/** The connection does not allow sending on now. No packet failed by it: what was not sent is Pending. */
export class ConnectionPaused extends LedgerpostError {
  override readonly name = 'ConnectionPaused'
  readonly reason: Reason

  constructor(reason: Reason) {
    super({
      code: `paused-${reason.kind}`,
      message: reason.message,
      isRetryable: reason.kind !== 'reauthorise',
    })
    this.reason = reason
  }
}
