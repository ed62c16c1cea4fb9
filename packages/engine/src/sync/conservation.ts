import { LedgerpostError } from '@ledgerpost/core'
import { NotFound } from '../errors.js'
import type { StoreTransaction } from '../ports/store.js'

/**
 * What went in came out: every order read is packed, unchanged or excluded, and the packets have the sums of the
 * orders' changes. The sums of the packets are added up by the database.
 */
export async function checkConservation(transaction: StoreTransaction, recordId: string): Promise<void> {
  const record = await transaction.syncRecord(recordId)
  if (!record) throw new NotFound(`The sync record ${recordId}`, 'Call Sync again.')
  const { read, packed, unchanged, excluded, minorUnitsIn } = record
  const totals = await transaction.packetTotals(recordId)
  const currencies = new Set([...Object.keys(minorUnitsIn), ...Object.keys(totals)])
  const broken = [...currencies]
    .filter((currency) => (minorUnitsIn[currency] ?? 0n) !== (totals[currency] ?? 0n))
    .map(
      (currency) =>
        `${minorUnitsIn[currency] ?? 0n} ${currency} minor units in, ${totals[currency] ?? 0n} in packets`,
    )
  if (read !== packed + unchanged + excluded) {
    broken.push(`${read} orders read, but ${packed} packed, ${unchanged} unchanged and ${excluded} excluded`)
  }
  if (broken.length === 0) return
  throw new LedgerpostError({
    code: 'conservation-violated',
    message: `The sync ${recordId} does not add up: ${broken.join('; ')}. Nothing of it was sent. This is a defect of Ledgerpost: please report it with the record's id.`,
    details: { recordId },
  })
}
