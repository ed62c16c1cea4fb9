/** A balanced entry in terms that any ledger can take: amounts in minor units by role, debits above zero. */
export interface JudgedEntry {
  readonly reference: string
  readonly lines: readonly { readonly role: string; readonly amount: bigint }[]
}

/** Minor units by role, without zeros. */
export type TrialBalance = Readonly<Record<string, bigint>>

/** A ledger that nobody of us wrote: books entries, refuses what does not balance, and says what they come to. */
export type Judge = (entries: readonly JudgedEntry[]) => Promise<TrialBalance>

/** Without zeros, by name. */
export function trialBalanceOf(sums: Iterable<readonly [role: string, amount: bigint]>): TrialBalance {
  return Object.fromEntries(
    [...sums].filter(([, amount]) => amount !== 0n).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/** Entries of what is told by role, document by document. */
export function judgedEntries(
  told: readonly { readonly reference: string; readonly role: string; readonly amount: bigint }[],
): readonly JudgedEntry[] {
  const references = [...new Set(told.map(({ reference }) => reference))]
  return references.map((reference) => ({
    reference,
    lines: told.filter((each) => each.reference === reference),
  }))
}
