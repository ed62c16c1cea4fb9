import type { OccurringSource, PlatformConfiguration, TradingTerms } from '@ledgerpost/core'

/** A merchant of the platform, as the platform told about it. */
export interface Subscriber {
  readonly id: string
  readonly region: string
  readonly pricingLevel: string | null
  readonly terms: TradingTerms
  readonly configuration: PlatformConfiguration | null
}

export interface SubscriberStore {
  subscriber(id: string): Promise<Subscriber | undefined>
  /** Creates or replaces everything but the configuration. */
  saveSubscriber(subscriber: Omit<Subscriber, 'configuration'>): Promise<void>
  saveConfiguration(subscriberId: string, configuration: PlatformConfiguration): Promise<void>
  /** Sources seen in orders; repetitions are harmless. */
  addOccurringSources(subscriberId: string, sources: readonly OccurringSource[]): Promise<void>
  occurringSources(subscriberId: string): Promise<readonly OccurringSource[]>
}
