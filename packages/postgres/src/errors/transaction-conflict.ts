import { LedgerpostError } from '@ledgerpost/core'

/** A transaction collided with others at every attempt. Nothing of it was kept. */
export class TransactionConflict extends LedgerpostError {
  override readonly name = 'TransactionConflict'

  constructor(attempts: number, cause: unknown) {
    super({
      code: 'transaction-conflict',
      message: `The transaction collided with others ${attempts} times and was given up; nothing of it was kept. Run it again later.`,
      isRetryable: true,
      cause,
      details: { attempts },
    })
  }
}
