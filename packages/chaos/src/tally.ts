/** What runs under faults came to. Amounts are minor units. */
export interface Tally {
  readonly runs: number
  /** How often each fault was injected, by its name. */
  readonly faults: Readonly<Record<string, number>>
  /** Documents that the orders demand and the integrator's books lack. */
  readonly lost: number
  /** Documents that the integrator's books hold more than once. */
  readonly duplicated: number
  /** The sum of what the books are off, cell by cell. */
  readonly centsOff: bigint
  readonly calls: number
  /** The fewest calls that the same work takes without faults. */
  readonly minimumCalls: number
  /** From the last fault to the moment at which all was settled, in milliseconds, one for each run. */
  readonly recoveries: readonly number[]
  /** Every law that a run broke, as a sentence that begins with what replays it (a seed, a scenario). */
  readonly broken: readonly string[]
}
