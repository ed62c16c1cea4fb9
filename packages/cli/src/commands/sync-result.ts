import type { SyncRecord } from '@ledgerpost/client'
import type { Result } from '../output/result.js'
import { counted, money } from '../output/words.js'

/** What a sync came to, in words. */
export function syncResult(record: SyncRecord): Result {
  const { Id, Status, Outcome, States = [] } = record
  const open = Outcome.Held + Outcome.Rejected + Outcome.InDoubt
  const message = States.at(-1)?.Message ?? null
  const isWell = Status !== 'Failed' && open === 0 && Outcome.Excluded === 0
  return {
    json: record,
    lines: [
      `Sync ${Id}: ${Status}${message === null ? '' : `. ${message}`}`,
      `  ${counted(Outcome.Read, 'order')} read: ${Outcome.Packed} packed, ${Outcome.Unchanged} unchanged, ${Outcome.Excluded} left out.`,
      `  Packets: ${Outcome.Sent} sent, ${Outcome.Held} held, ${Outcome.Rejected} rejected, ${Outcome.InDoubt} in doubt, ${Outcome.Pending + Outcome.Sending} to go.`,
      ...Outcome.Totals.map(({ Currency, Amount }) => `  ${money(Amount, Currency)} in all packets.`),
    ],
    isWell,
    ...(isWell ? {} : { next: `ledgerpost history ${Id} --open` }),
  }
}
