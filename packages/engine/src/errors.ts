import { LedgerpostError } from '@ledgerpost/core'

/** The worker no longer holds the integration: another took over, and nothing more may be written. */
export class LeaseLost extends LedgerpostError {
  override readonly name = 'LeaseLost'

  constructor(integrationId: string) {
    super({
      code: 'lease-lost',
      message: `The lease on integration ${integrationId} has lapsed and another worker may hold it. Nothing was written; the job goes on there.`,
      isRetryable: true,
      details: { integrationId },
    })
  }
}
