import {
  defaultPreferences,
  type MapAssignment,
  statusAfter,
  type SynchronizationPreferences,
  validateMaps,
} from '@ledgerpost/core'
import { type EngineEnvironment, now, type User } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import type { StoreTransaction } from '../ports/store.js'
import { integrationFor, subscriberOf } from '../linking/integration-of.js'
import { applySchedule } from '../schedule/apply-schedule.js'
import { type IntegrationView, viewOf } from './initialise.js'
import { rulesFrom } from './map.js'

/**
 * Saves what validates of the maps and preferences. When all is valid, an Initialized or broken integration becomes
 * Configured; that is the only way to get there. An Inactive one stays so.
 */
export async function save(
  environment: EngineEnvironment,
  request: {
    readonly subscriberId: string
    readonly type: string
    readonly assignments: readonly MapAssignment[]
    readonly preferences: Partial<SynchronizationPreferences> | null
    readonly user: User
  },
): Promise<IntegrationView> {
  const { subscriberId, type } = request
  return environment.store.transaction(subscriberId, async (transaction) => {
    const integration = await integrationFor(environment, transaction, subscriberId, type, 'Save')
    const known = await transaction.rules(integration.id)
    const { usable } = rulesFrom(environment, integration, request.assignments, known, request.user)
    await transaction.saveRules(integration.id, usable)
    const preferences = request.preferences
      ? { ...defaultPreferences, ...integration.preferences, ...request.preferences }
      : integration.preferences
    await transaction.updateIntegration(integration.id, {
      preferences,
      ...(readsDifferently(integration.preferences, preferences) ? { cursor: 0n } : {}),
      status: (await isValid(transaction, integration, preferences))
        ? statusAfter('Save', integration.status)
        : integration.status,
      lastModifiedTime: now(environment),
    })
    const hasChanged = integration.preferences?.syncAt !== preferences?.syncAt
    await applySchedule(environment, transaction, integration.id, { hasChanged })
    return viewOf(environment, transaction, subscriberId, type)
  })
}

/** Whether orders that were read before must be read again: what was excluded may now count. */
function readsDifferently(
  before: SynchronizationPreferences | null,
  after: SynchronizationPreferences | null,
): boolean {
  return before?.startDate !== after?.startDate || before?.roundingTolerance !== after?.roundingTolerance
}

async function isValid(
  transaction: StoreTransaction,
  integration: Integration,
  preferences: SynchronizationPreferences | null,
): Promise<boolean> {
  if (!integration.configuration || !preferences) return false
  const { configuration } = await subscriberOf(transaction, integration.subscriberId)
  if (!configuration) return false
  const { missing, broken } = validateMaps(
    await transaction.rules(integration.id),
    configuration,
    integration.configuration,
    await transaction.occurringSources(integration.subscriberId),
  )
  return missing.length === 0 && broken.length === 0
}
