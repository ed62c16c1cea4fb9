import type { Document, FoundDocument } from '@ledgerpost/core'

/** How a document found at the integrator differs from the one that was meant; undefined if it is the same. */
export function differenceOf(meant: Document, found: FoundDocument): string | undefined {
  if (found.isVoided) return 'it was voided or deleted there'
  if (found.kind !== meant.kind) return `it is a ${found.kind} there and was meant as a ${meant.kind}`
  if (found.total !== meant.total) {
    return `its total there is ${found.total} minor units and was meant to be ${meant.total}`
  }
  return found.date === meant.date
    ? undefined
    : `it is dated ${found.date} there and was meant for ${meant.date}`
}
