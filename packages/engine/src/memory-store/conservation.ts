import type { SyncRecord } from '../ports/sync-store.js'
import { checkFailed } from './rule-broken.js'
import type { State } from './state.js'

/** The sums of the record's sealed packets by currency. */
export function packetTotalsOf(state: State, recordId: string): Readonly<Record<string, bigint>> {
  const totals: Record<string, bigint> = {}
  for (const { sealed } of state.sealedPacketsOfRecord.of(recordId)) {
    if (sealed) totals[sealed.currency] = (totals[sealed.currency] ?? 0n) + sealed.total
  }
  return totals
}

/** What went in came out: every order read is counted, and the sums are those of the packets. */
export function requireConservation(state: State, record: SyncRecord): void {
  const { id, read, packed, unchanged, excluded, minorUnitsIn } = record
  if (read !== packed + unchanged + excluded) {
    throw checkFailed(
      `the sync ${id} does not add up: ${read} orders read, ${packed} packed, ${unchanged} unchanged, ${excluded} excluded`,
    )
  }
  const totals = packetTotalsOf(state, id)
  for (const currency of Object.keys({ ...minorUnitsIn, ...totals })) {
    const difference = (minorUnitsIn[currency] ?? 0n) - (totals[currency] ?? 0n)
    if (difference !== 0n) {
      throw checkFailed(
        `the sync ${id} does not add up: its packets and its orders differ by ${difference} ${currency} minor units`,
      )
    }
  }
}
