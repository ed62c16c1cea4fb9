import { adapterOf } from '../linking/connect.js'
import type { StoredDocument } from '../ports/document-store.js'
import { lookUp } from './look-up.js'
import type { Sending } from './sending.js'

const pageSize = 200

/** Whether it is not known what became of the document. */
export function isUnsettled({ status }: Pick<StoredDocument, 'status'>): boolean {
  return status === 'sending' || status === 'unknown'
}

/**
 * Finds out what became of documents that were sent and not answered for certain: waits until a late effect would
 * have landed, then looks them up. Those found different stay unknown.
 * @param calledUntil after this moment nothing was begun to be sent, in milliseconds since 1970 UTC
 */
export async function settle(
  sending: Sending,
  unsettled: readonly StoredDocument[],
  calledUntil: number,
): Promise<void> {
  if (unsettled.length === 0) return
  const { run } = sending
  const { settlingTime } = adapterOf(run.environment, run.integration.type).manifest
  const wait = calledUntil + settlingTime - run.environment.clock.now()
  if (wait > 0) await run.wait('send.wait-to-settle', wait)
  const outcomes = await lookUp(sending, unsettled, (some) =>
    run.call('send.find', () => sending.connection.find(some)),
  )
  await run.write('send.record-look-up', (transaction) =>
    transaction.recordOutcomes(run.integration.id, outcomes, null),
  )
}

/** Settles everything that an earlier run of the integration left open. */
export async function settleLeftovers(sending: Sending): Promise<void> {
  const { run } = sending
  let after: string | null = null
  for (;;) {
    const page: readonly StoredDocument[] = await run.read('send.read-unsettled', (transaction) =>
      transaction.unsettledDocuments(run.integration.id, { after, limit: pageSize }),
    )
    await settle(sending, page, run.begunAt)
    after = page.at(-1)?.reference ?? null
    if (after === null || page.length < pageSize) return
  }
}
