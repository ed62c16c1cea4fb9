import { now } from '../environment.js'
import type { StoredDocument } from '../ports/document-store.js'
import { lookUp } from './look-up.js'
import { markSending } from './mark-sending.js'
import type { Sending } from './sending.js'

/** Whether the store was restored from a copy lately: what it calls unsent may have been sent after that was made. */
export async function isRestored({ run }: Sending): Promise<boolean> {
  const until = await run.common('send.read-restoration', (queue) => queue.lookUpUntil())
  return until !== null && Date.parse(until) > run.environment.clock.now()
}

/**
 * Looks up documents that were never sent as far as the store knows, see `lookUp`: one that is there and is the same is
 * accepted, one that differs is unknown, with the difference. The others are sent as ever.
 */
export async function lookUpFirst(sending: Sending, documents: readonly StoredDocument[]): Promise<void> {
  const { run, connection } = sending
  const unsent = documents.filter(({ status, attempts }) => status === 'planned' && attempts === 0)
  const outcomes = await lookUp(sending, unsent, (some) =>
    run.call('send.look-up-first', () => connection.find(some)),
  )
  const there = outcomes.filter(({ status }) => status !== 'planned')
  if (there.length === 0) return
  const references = new Set(there.map(({ reference }) => reference))
  const keys = new Set(
    unsent.filter(({ reference }) => references.has(reference)).map(({ packetKey }) => packetKey),
  )
  await run.write('send.record-look-up-first', async (transaction) => {
    await transaction.recordOutcomes(run.integration.id, there, null)
    await markSending(transaction, [...keys], now(run.environment))
  })
}
