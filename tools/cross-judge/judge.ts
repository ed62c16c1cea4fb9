import type { JudgedEntry } from '@ledgerpost/testkit/conformance'

/** Minor units by role, without zeros, in order. */
export type TrialBalance = Readonly<Record<string, bigint>>

/** A ledger that nobody of us wrote: books entries, refuses what does not balance, and says what they come to. */
export type Judge = (
  entries: readonly JudgedEntry[],
) => Promise<Iterable<readonly [role: string, amount: bigint]>>

/** Without zeros, by name. */
export function trialBalanceOf(sums: Iterable<readonly [role: string, amount: bigint]>): TrialBalance {
  return Object.fromEntries(
    [...sums].filter(([, amount]) => amount !== 0n).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}
