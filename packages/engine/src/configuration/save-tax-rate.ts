import { type TaxRateDraft, UnsupportedCapabilityError } from '@ledgerpost/core'
import type { EngineEnvironment, User } from '../environment.js'
import { adapterOf, withConnection } from '../linking/connect.js'
import { integrationFor } from '../linking/integration-of.js'

/**
 * Creates a tax rate at the integrator, then queues a re-reading of its configuration; done when an inspection time later
 * than now appears.
 *
 * The rate is created before this returns and not by the worker: whatever the integrator objects to is for the owner to
 * correct, and a job could tell nobody. Nothing is lost by a crash in between, since the owner has no answer then and
 * asks again, and an equal tax rate that is there already counts as created.
 * @throws UnsupportedCapabilityError, IntegratorError
 */
export async function saveTaxRate(
  environment: EngineEnvironment,
  request: {
    readonly subscriberId: string
    readonly type: string
    readonly draft: TaxRateDraft
    readonly user: User
  },
): Promise<void> {
  const { subscriberId, type, draft, user } = request
  const { manifest } = adapterOf(environment, type)
  const unsupported = new UnsupportedCapabilityError(
    manifest.type,
    'creating tax rates',
    'Create the tax rate there by hand, then Refresh.',
  )
  const integration = await environment.store.transaction(subscriberId, (transaction) =>
    integrationFor(environment, transaction, subscriberId, type, 'SaveXeroTaxRate'),
  )
  if ((manifest.capabilities.taxRateCreation?.level ?? 'none') === 'none') throw unsupported
  const created = await withConnection(
    environment,
    integration,
    new AbortController().signal,
    (connection) => {
      if (!connection.createTaxRate) throw unsupported
      return connection.createTaxRate(draft)
    },
  )
  environment.logger.info(
    { subscriberId, integration: integration.id, taxRate: created.id, user: user.userId },
    'A tax rate was created at the integrator.',
  )
  await environment.store.transaction(subscriberId, (transaction) =>
    transaction.addJob({
      id: environment.newId(),
      integrationId: integration.id,
      task: { kind: 'refresh' },
    }),
  )
}
