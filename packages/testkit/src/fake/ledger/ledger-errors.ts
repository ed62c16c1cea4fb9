/** The entry's lines do not sum to zero, so it was not written. */
export class UnbalancedEntryError extends Error {
  override readonly name = 'UnbalancedEntryError'
  constructor(
    readonly sourceId: string,
    /** Minor units by which the debits exceed the credits. */
    readonly difference: bigint,
  ) {
    super(`The entry of ${sourceId} is off by ${difference} minor units; its lines must sum to zero.`)
  }
}

/** An account that the ledger does not have was named. */
export class UnknownLedgerAccountError extends Error {
  override readonly name = 'UnknownLedgerAccountError'
  constructor(readonly accountId: string) {
    super(`The ledger has no account ${accountId}; open it before posting to it.`)
  }
}
