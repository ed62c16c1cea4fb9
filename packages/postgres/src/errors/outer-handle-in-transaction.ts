import { LedgerpostError } from '@ledgerpost/core'

/** Code inside a transaction used the database handle instead of the transaction. */
export class OuterHandleInTransaction extends LedgerpostError {
  override readonly name = 'OuterHandleInTransaction'

  constructor() {
    super({
      code: 'outer-handle-in-transaction',
      message:
        'The database handle was used inside a transaction. On the embedded database, which has a single session, it ' +
        'would wait for that transaction forever. Use the transaction that was passed to the work.',
    })
  }
}
