import { isResendable, packetStatuses } from '@ledgerpost/core'
import type { EngineEnvironment, User } from '../environment.js'
import { Conflict, NotFound } from '../errors.js'
import { flagBrokenRules } from '../configuration/inspection.js'
import { integrationFor } from '../linking/integration-of.js'
import { openSync } from './open-sync.js'

/**
 * Queues a sync and answers the id of its record. While one is queued or running, that one's id is answered.
 * A rule that has broken since refuses the sync with the reasons; what is merely unmapped does not: its packets are held.
 */
export async function requestSync(
  environment: EngineEnvironment,
  request: { readonly subscriberId: string; readonly type: string; readonly user: User },
): Promise<{ readonly recordId: string }> {
  const outcome = await environment.store.transaction(
    request.subscriberId,
    async (transaction): Promise<SyncRequestOutcome> => {
      const integration = await integrationFor(
        environment,
        transaction,
        request.subscriberId,
        request.type,
        'Sync',
      )
      const reasons = await flagBrokenRules(environment, transaction, integration.id)
      if (reasons.length > 0) return { kind: 'refused', reasons }
      const record = await openSync(environment, transaction, integration.id, request.user)
      return { kind: 'queued', recordId: record.id }
    },
  )
  if (outcome.kind === 'queued') return { recordId: outcome.recordId }
  throw new Conflict(
    'Sync is not possible: map items point to what the integrator no longer offers. Map them anew and Save.',
    outcome.reasons,
  )
}

type SyncRequestOutcome =
  | { readonly kind: 'queued'; readonly recordId: string }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }

/** Queues the sending of a record's packets that were not accepted; nothing is read or packed again. */
export async function requestResync(
  environment: EngineEnvironment,
  request: { readonly subscriberId: string; readonly type: string; readonly recordId: string },
): Promise<void> {
  await environment.store.transaction(request.subscriberId, async (transaction) => {
    const integration = await integrationFor(
      environment,
      transaction,
      request.subscriberId,
      request.type,
      'Resync',
    )
    const record = await transaction.syncRecord(request.recordId)
    if (record?.integrationId !== integration.id) {
      throw new NotFound(
        `The sync record ${request.recordId}`,
        'Take the Id from SyncHistory of this subscriber and type.',
      )
    }
    const counts = await transaction.packetCounts(record.id)
    const isAllAccepted = !packetStatuses.some((status) => isResendable(status) && (counts[status] ?? 0) > 0)
    if (isAllAccepted) return
    await transaction.addJob({
      id: environment.newId(),
      integrationId: integration.id,
      task: { kind: 'resync', recordId: record.id },
    })
  })
}

/** Queues a re-reading of the integrator's configuration; done when an inspection time later than now appears. */
export async function requestRefresh(
  environment: EngineEnvironment,
  request: { readonly subscriberId: string; readonly type: string },
): Promise<void> {
  await environment.store.transaction(request.subscriberId, async (transaction) => {
    const integration = await integrationFor(
      environment,
      transaction,
      request.subscriberId,
      request.type,
      'Refresh',
    )
    await transaction.addJob({
      id: environment.newId(),
      integrationId: integration.id,
      task: { kind: 'refresh' },
    })
  })
}
