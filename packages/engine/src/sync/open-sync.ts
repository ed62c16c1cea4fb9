import { type EngineEnvironment, now, type User } from '../environment.js'
import type { StoreTransaction } from '../ports/store.js'

/** Opens a sync of the integration and queues its job, or answers the one that is queued or running. */
export async function openSync(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  integrationId: string,
  { userId, userName }: User,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const record = await transaction.openSyncRecord({
    id: environment.newId(),
    integrationId,
    userId,
    userName,
    time: now(environment),
  })
  if (record.isNew) {
    await transaction.addJob({
      id: environment.newId(),
      integrationId,
      task: { kind: 'sync', recordId: record.id },
    })
  }
  return record
}
