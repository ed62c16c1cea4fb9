import {
  playStudio,
  studioConfiguration,
  studioMappingKeys,
  studioSubscriber,
  type WireOrder,
} from '@ledgerpost/testkit'
import type { Platform, Source, WireConfiguration } from './sources.js'

const waveDays = 30
const startDate = '2026-08-17'

/** The studio that the demo plays by default: 90 days in three months, each fed and synced before the next begins. */
export function studioPlatform(seed: number): Platform {
  const subscriberId = '1234'
  const configuration = studioConfiguration(subscriberId)
  return {
    title: 'a studio in two time zones, 90 days of orders',
    subscriberId,
    subscriber: { ...studioSubscriber(subscriberId) },
    configuration,
    sources: sourcesOf(configuration),
    currency: 'USD',
    startDate,
    *waves() {
      const orders = playStudio({ seed, startDate })
      let next = orders.next()
      for (let wave = 1; !next.done; wave += 1) {
        const until = wave < 3 ? dayAfter(startDate, wave * waveDays) : '9999'
        const batch: WireOrder[] = []
        while (!next.done && next.value.LastModifiedTime < until) {
          batch.push(next.value)
          next = orders.next()
        }
        yield batch.map((order) => JSON.stringify(order))
      }
    },
  }
}

/** Every source of a configuration and of the ids that only occur in orders. */
export function sourcesOf(
  configuration: WireConfiguration,
  { taxSets, categories, paymentMethods } = studioMappingKeys(),
): Source[] {
  const categoryNames = new Map(configuration.RevenueCategories.map(({ Id, Name }) => [Id, Name]))
  const methodNames = new Map(configuration.PaymentMethods.map(({ Id, Name }) => [Id, Name]))
  const rateNames = new Map(configuration.TaxRates.map(({ Id, Name }) => [Id, Name]))
  const sets = new Set([...configuration.TaxRates.map(({ Id }) => Id), ...taxSets])
  const nameOfSet = (id: string) =>
    id
      .split('+')
      .map((rate) => rateNames.get(rate) ?? rate)
      .join(' and ')
  const rateValues = new Map(configuration.TaxRates.map(({ Id, Value }) => [Id, Number(Value)]))
  const percentOfSet = (id: string) =>
    100 * id.split('+').reduce((sum, rate) => sum + (rateValues.get(rate) ?? 0), 0)
  return [
    ...categories.map((id): Source => ({
      kind: 'category',
      id,
      name: categoryNames.get(id) ?? id.replace('type:', ''),
    })),
    ...paymentMethods.map((id): Source => ({ kind: 'method', id, name: methodNames.get(id) ?? id })),
    ...[...sets].map((id): Source => ({
      kind: 'taxSet',
      id,
      name: nameOfSet(id),
      percent: percentOfSet(id),
    })),
  ]
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString()
}
