/**
 * What an allocation must add up to, in signed minor units: each row is an amount to spread, each column
 * a payment to spread over. Both add up to the same total.
 */
export interface Margins {
  readonly rows: readonly bigint[]
  readonly columns: readonly bigint[]
}
