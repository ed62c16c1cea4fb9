import type { SyncRecord } from '@ledgerpost/client'

/** So often is looked at least: what is held again at once looks as if nothing had begun. */
const leastLooks = 2
/** And at most, although something is still waiting: it may wait for another day. */
const mostLooks = 8

/** Whether to look once more at what is sent again. @param looks how often was looked since */
export function isResending({ Outcome }: Pick<SyncRecord, 'Outcome'>, looks: number): boolean {
  const { Pending, Sending, Held, Rejected, InDoubt } = Outcome
  if (Pending + Sending + Held + Rejected + InDoubt === 0 || looks >= mostLooks) return false
  return looks < leastLooks || Pending + Sending > 0
}
