import type { Adapter, Instant, IntegrationStatus, UnavailableReason } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { statusOf, subscriberOf, unavailableReasonsOf } from '../linking/integration-of.js'

/** What a subscriber has of an integrator that is offered. */
export interface OfferedIntegration {
  readonly adapter: Adapter
  readonly status: IntegrationStatus
  /** The name of the linked books, as it was at the last inspection; null where none are linked. */
  readonly organisation: string | null
  readonly unavailableReasons: readonly UnavailableReason[]
  /** When the last sync that was a success ended; null if there was none. */
  readonly lastSyncTime: Instant | null
}

/** Every integrator that is offered, and where the subscriber stands with it. Nothing is stored by asking. */
export async function integrations(
  environment: EngineEnvironment,
  subscriberId: string,
): Promise<readonly OfferedIntegration[]> {
  return environment.store.transaction(subscriberId, async (transaction) => {
    const subscriber = await subscriberOf(transaction, subscriberId)
    const unavailableReasons = unavailableReasonsOf(environment, subscriber)
    const offered: OfferedIntegration[] = []
    for (const adapter of environment.adapters.values()) {
      const known = await transaction.integration(subscriberId, adapter.manifest.type)
      const status = statusOf(environment, known ?? { status: 'Available' }, subscriber)
      const isLinked = status !== 'Available' && status !== 'Unavailable'
      offered.push({
        adapter,
        status,
        organisation: (isLinked ? known?.configuration?.organisation.name : undefined) ?? null,
        unavailableReasons,
        lastSyncTime: known ? await transaction.lastSuccess(known.id) : null,
      })
    }
    return offered
  })
}
