import type { Document } from '@ledgerpost/core'
import { type FakeXero, ledgerEntries } from '../fake/index.js'

/** Sums by reference, account and tax, without the zero ones. */
function sums(
  rows: Iterable<readonly [reference: string, account: string, tax: string | undefined, amount: bigint]>,
): [string, bigint][] {
  const totals = new Map<string, bigint>()
  for (const [reference, account, tax, amount] of rows) {
    const key = JSON.stringify([reference, account, tax ?? null])
    totals.set(key, (totals.get(key) ?? 0n) + amount)
  }
  return [...totals]
    .filter(([, amount]) => amount !== 0n)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
}

/** What the fake booked, by reference, account and tax. */
export function bookedIn(fake: FakeXero): [string, bigint][] {
  return sums(
    ledgerEntries(fake.books()).map(
      (entry) => [entry.source, entry.account.id, entry.taxType ?? undefined, BigInt(entry.amount)] as const,
    ),
  )
}

/** What documents state that they do, in the same form. */
export function statedBy(documents: readonly Document[]): [string, bigint][] {
  return sums(
    documents.flatMap(({ reference, postings }) =>
      postings.map((posting) => [reference, posting.account, posting.taxId, posting.amount] as const),
    ),
  )
}
