import type { Document } from '@ledgerpost/core'

/** What is wrong with documents that an adapter rendered, so that they can neither be stored nor sent; undefined if nothing is. */
export function defectOf(documents: readonly Document[]): string | undefined {
  const earlier = new Map<string, number>()
  for (const { reference, total, postings, settles, stage } of documents.toSorted(byStage)) {
    const sum = postings.reduce((result, { amount }) => result + amount, 0n)
    if (sum !== 0n) return `the postings of ${reference} add up to ${sum} minor units and not to zero`
    if (total < 0n) return `the total of ${reference} is below zero`
    if (earlier.has(reference)) return `${reference} is the reference of two documents`
    if (settles !== null && !((earlier.get(settles) ?? stage) < stage)) {
      return `${reference} settles ${settles}, which is no document of an earlier stage`
    }
    earlier.set(reference, stage)
  }
  return undefined
}

function byStage(one: Document, other: Document): number {
  return one.stage - other.stage
}
