import type { PlatformConfiguration } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import type { Subscriber } from '../ports/subscriber-store.js'
import { applySchedule } from '../schedule/apply-schedule.js'
import { subscriberOf } from '../linking/integration-of.js'

/** Creates or replaces what the platform tells about a subscriber. */
export async function saveSubscriber(
  environment: EngineEnvironment,
  subscriber: Omit<Subscriber, 'configuration'>,
): Promise<void> {
  await environment.store.transaction(subscriber.id, async (transaction) => {
    const before = await transaction.subscriber(subscriber.id)
    await transaction.saveSubscriber(subscriber)
    if (!before || before.terms.timeZone === subscriber.terms.timeZone) return
    // Their time of day now comes at another moment.
    for (const type of environment.adapters.keys()) {
      const integration = await transaction.integration(subscriber.id, type)
      if (integration) await applySchedule(environment, transaction, integration.id, { hasChanged: true })
    }
  })
}

/** Replaces the platform's accounting configuration as a whole. */
export async function savePlatformConfiguration(
  environment: EngineEnvironment,
  subscriberId: string,
  configuration: PlatformConfiguration,
): Promise<void> {
  await environment.store.transaction(subscriberId, async (transaction) => {
    await subscriberOf(transaction, subscriberId)
    await transaction.saveConfiguration(subscriberId, configuration)
  })
}
