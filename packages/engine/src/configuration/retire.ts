import { IntegratorError, statusAfter } from '@ledgerpost/core'
import { type EngineEnvironment, now } from '../environment.js'
import { integrationFor } from '../linking/integration-of.js'
import { withConnection } from '../linking/connect.js'
import { applySchedule } from '../schedule/apply-schedule.js'
import { type IntegrationView, viewOf } from './initialise.js'

/** Stops syncing until the ledger is linked again. */
export async function deactivate(
  environment: EngineEnvironment,
  subscriberId: string,
  type: string,
): Promise<IntegrationView> {
  return environment.store.transaction(subscriberId, async (transaction) => {
    const { id, status } = await integrationFor(environment, transaction, subscriberId, type, 'Deactivate')
    await transaction.updateIntegration(id, {
      status: statusAfter('Deactivate', status),
      lastModifiedTime: now(environment),
    })
    await applySchedule(environment, transaction, id, { hasChanged: false })
    return viewOf(environment, transaction, subscriberId, type)
  })
}

/**
 * Forgets the link: the grant is taken back and removed. Maps, history and what was packed stay, so that the same
 * books can be linked again without posting anything twice.
 */
export async function remove(
  environment: EngineEnvironment,
  subscriberId: string,
  type: string,
): Promise<IntegrationView> {
  const integration = await environment.store.transaction(subscriberId, (transaction) =>
    integrationFor(environment, transaction, subscriberId, type, 'Remove'),
  )
  try {
    await withConnection(environment, integration, new AbortController().signal, (connection) =>
      connection.disconnect(),
    )
  } catch (error) {
    if (!(error instanceof IntegratorError)) throw error
    environment.logger.warn(
      { subscriberId, integration: integration.id, reason: error.reason.kind },
      'The integrator could not be told that the link was removed; the owner can disconnect there.',
    )
  }
  return environment.store.transaction(subscriberId, async (transaction) => {
    if (integration.grantId !== null) await transaction.removeGrant(integration.grantId)
    await transaction.updateIntegration(integration.id, {
      status: statusAfter('Remove', integration.status),
      grantId: null,
      lastModifiedTime: now(environment),
    })
    await applySchedule(environment, transaction, integration.id, { hasChanged: false })
    return viewOf(environment, transaction, subscriberId, type)
  })
}
