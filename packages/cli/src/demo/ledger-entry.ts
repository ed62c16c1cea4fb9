/** What a ledger says of one account on one day, read without help of the code that wrote it. */
export interface LedgerRow {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly account: string
  /** Minor units; a debit is above zero. */
  readonly amount: bigint
  /** The integrator's tax rate, where one account holds several taxes. */
  readonly taxId: string | null
}
