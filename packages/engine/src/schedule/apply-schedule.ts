import type { IntegrationStatus, SynchronizationPreferences } from '@ledgerpost/core'
import { type EngineEnvironment, now } from '../environment.js'
import { subscriberOf } from '../linking/integration-of.js'
import type { StoreTransaction } from '../ports/store.js'
import { jitterOf, nextSync } from './next-sync.js'

/** In these an integration has no schedule, since only linking leads out of them; in all others it keeps the one it has. */
const unscheduled: readonly IntegrationStatus[] = ['Unavailable', 'Available', 'Inactive']

/**
 * Makes the schedule what the integration's preferences and status say. One that is there stays as it is, though it may
 * be due at this moment, unless its time of day or the subscriber's zone has changed.
 */
export async function applySchedule(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  integrationId: string,
  { hasChanged }: { readonly hasChanged: boolean },
): Promise<void> {
  const integration = await transaction.integrationById(integrationId)
  const syncAt = integration?.preferences?.syncAt ?? null
  const current = await transaction.lockSchedule(integrationId)
  if (!integration || syncAt === null || unscheduled.includes(integration.status)) {
    if (current !== null) await transaction.saveSchedule(integrationId, null)
    return
  }
  if (current !== null && !hasChanged) return
  const { terms } = await subscriberOf(transaction, integration.subscriberId)
  await transaction.saveSchedule(
    integrationId,
    nextSyncOf(environment, integrationId, syncAt, terms.timeZone),
  )
}

/** When the integration's next scheduled sync begins, counted from now: days that were missed are not made up for one by one. */
export function nextSyncOf(
  environment: EngineEnvironment,
  integrationId: string,
  syncAt: NonNullable<SynchronizationPreferences['syncAt']>,
  timeZone: string,
): string {
  return nextSync(now(environment), syncAt, timeZone, jitterOf(integrationId, environment.digest))
}
