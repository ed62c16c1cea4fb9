import type { MapRule, MissingMapping, PlatformConfiguration, UnavailableReason } from '@ledgerpost/core'
import { validateMaps } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import type { StoreTransaction } from '../ports/store.js'
import { integrationOf, statusOf, subscriberOf, unavailableReasonsOf } from '../linking/integration-of.js'
import { flagBrokenRules } from './inspection.js'

/** An integration with everything that a client shows of it. */
export interface IntegrationView {
  readonly integration: Integration
  readonly rules: readonly MapRule[]
  readonly platform: PlatformConfiguration
  readonly unavailableReasons: readonly UnavailableReason[]
  /** What still has to be mapped before the integration can be Configured. */
  readonly missing: readonly MissingMapping[]
}

/** Where the integration stands. Safe in every state and repeatable; a linked integration is validated anew. */
export async function initialise(
  environment: EngineEnvironment,
  subscriberId: string,
  type: string,
): Promise<IntegrationView> {
  return environment.store.transaction(subscriberId, async (transaction) => {
    const { id } = await integrationOf(environment, transaction, subscriberId, type)
    await flagBrokenRules(environment, transaction, id)
    return viewOf(environment, transaction, subscriberId, type)
  })
}

/** The view of an integration as it stands in the transaction. */
export async function viewOf(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  subscriberId: string,
  type: string,
): Promise<IntegrationView> {
  const integration = await integrationOf(environment, transaction, subscriberId, type)
  const subscriber = await subscriberOf(transaction, subscriberId)
  const rules = await transaction.rules(integration.id)
  const platform = subscriber.configuration ?? emptyConfiguration(subscriberId)
  return {
    integration: { ...integration, status: statusOf(environment, integration, subscriber) },
    rules,
    platform,
    unavailableReasons: unavailableReasonsOf(environment, subscriber),
    missing: integration.configuration
      ? validateMaps(
          rules,
          platform,
          integration.configuration,
          await transaction.occurringSources(subscriberId),
        ).missing
      : [],
  }
}

function emptyConfiguration(subscriberId: string): PlatformConfiguration {
  return { id: subscriberId, taxRates: [], revenueCategories: [], paymentMethods: [], products: [] }
}
