import { fc } from '@fast-check/vitest'
import type { Claim, CommonTransaction, Lease, StoreTransaction } from '@ledgerpost/engine'

/** Times are compared though the clocks differ: what lasts, lasts for weeks, and everything else is over at once. */
export const weeks = 1_000_000_000
export const durations = fc.constantFrom(weeks, 2 * weeks, 0, -weeks)

/** Names that no other sequence uses, by small numbers, so that steps meet. */
export class Names {
  readonly #prefix: string

  constructor(sequence: number) {
    this.#prefix = `${sequence}.`
  }

  of(what: string, number: number): string {
    return `${this.#prefix}${what}${number}`
  }
}

/** What a sequence of steps has on one store. */
export interface Player {
  readonly names: Names
  readonly claims: Claim[]
}

/** One call in a transaction. */
export interface Step<Transaction> {
  run(transaction: Transaction, player: Player): Promise<unknown>
}

export type ScopedStep = Step<StoreTransaction>
export type CommonStep = Step<CommonTransaction>

/** A step with parameters, which a failure shows. */
export function step<Transaction, Parameters>(
  name: string,
  parameters: fc.Arbitrary<Parameters>,
  run: (transaction: Transaction, parameters: Parameters, player: Player) => Promise<unknown>,
): fc.Arbitrary<Step<Transaction>> {
  return parameters.map((chosen) => ({
    run: (transaction: Transaction, player: Player) => run(transaction, chosen, player),
    [fc.toStringMethod]: () => `${name} ${fc.stringify(chosen)}`,
  }))
}

/** A step in the scope of a subscriber. */
export function scoped<Parameters>(
  name: string,
  parameters: fc.Arbitrary<Parameters>,
  run: (transaction: StoreTransaction, parameters: Parameters, player: Player) => Promise<unknown>,
): fc.Arbitrary<ScopedStep> {
  return step(name, parameters, run)
}

/** One of the leases that were claimed so far, or one that nobody ever had. */
export function leaseOf({ claims, names }: Player, choice: number): { lease: Lease; jobId: string } {
  const claim = claims.at(-1 - choice)
  if (claim) return { lease: claim.lease, jobId: claim.job.id }
  return { lease: { integrationId: names.of('integration', 0), fence: 7n }, jobId: names.of('job', 0) }
}
