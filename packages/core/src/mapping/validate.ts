import type { IntegratorConfiguration } from './integrator-configuration.js'
import type { MapAssignment, MapKind, MissingMapping } from './map-rule.js'
import type { PlatformConfiguration } from './platform-configuration.js'
import { mapLookup } from './map-lookup.js'

/** A source that occurs in orders although the platform's configuration does not list it (a tax set, `type:Tip`). */
export interface OccurringSource {
  readonly kind: MapKind
  readonly sourceId: string
}

export interface BrokenRule {
  readonly rule: MapAssignment
  readonly explanation: string
}

/** The verdict on a set of maps. `broken` rules set Error; `missing` ones merely hold the packets that need them. */
export interface MappingVerdict {
  readonly missing: readonly MissingMapping[]
  readonly broken: readonly BrokenRule[]
}

/**
 * Checks maps against both configurations: every tax rate, active revenue category and active payment method of
 * the platform, and whatever else occurs in its orders, needs a rule whose target exists and serves the purpose.
 */
export function validateMaps(
  rules: readonly MapAssignment[],
  platform: PlatformConfiguration,
  integrator: IntegratorConfiguration,
  occurring: readonly OccurringSource[],
): MappingVerdict {
  const lookup = mapLookup(rules)
  const located = new Set(rules.filter((rule) => rule.locationId !== null).map((rule) => sourceKey(rule)))
  const missing = requiredSources(platform, occurring)
    .filter(({ kind, sourceId }) => lookup(kind, sourceId, null) === undefined)
    .filter((source) => !located.has(sourceKey(source)))
    .map(({ kind, sourceId }): MissingMapping => ({ kind, sourceId, locationId: null }))
  return { missing, broken: brokenRules(rules, integrator) }
}

/** What must be mapped before an integration counts as configured. */
export function requiredSources(
  platform: PlatformConfiguration,
  occurring: readonly OccurringSource[],
): OccurringSource[] {
  const sources: OccurringSource[] = [
    ...platform.taxRates.map(({ id }) => ({ kind: 'taxRate' as const, sourceId: id })),
    ...platform.revenueCategories
      .filter(({ status }) => status === 'Active')
      .map(({ id }) => ({ kind: 'revenueCategory' as const, sourceId: id })),
    ...platform.paymentMethods
      .filter(({ status }) => status === 'Active')
      .map(({ id }) => ({ kind: 'paymentMethod' as const, sourceId: id })),
    ...occurring,
  ]
  return [...new Map(sources.map((source) => [sourceKey(source), source])).values()]
}

/** The rules whose target vanished, was archived or may not serve the purpose. */
export function brokenRules(
  rules: readonly MapAssignment[],
  integrator: IntegratorConfiguration,
): BrokenRule[] {
  const broken: BrokenRule[] = []
  for (const rule of rules) {
    const explanation = whyUnusable(rule, integrator)
    if (explanation !== undefined) broken.push({ rule, explanation })
  }
  return broken
}

/** Why what a rule points to cannot serve its purpose, and what to do; undefined if it can. */
export function whyUnusable(
  { kind, integrationId }: Pick<MapAssignment, 'kind' | 'integrationId'>,
  integrator: IntegratorConfiguration,
): string | undefined {
  if (kind === 'taxRate') {
    const rate = integrator.taxRates.find(({ id }) => id === integrationId)
    if (!rate)
      return `The tax rate '${integrationId}' does not exist at the integrator; map to one that does.`
    if (!rate.isActive)
      return `The tax rate '${rate.name}' was archived at the integrator; restore it or map to another.`
    return rate.appliesToRevenue
      ? undefined
      : `The tax rate '${rate.name}' does not apply to sales; map to one that does.`
  }
  const account = integrator.accounts.find(({ id }) => id === integrationId)
  if (!account)
    return `The account '${integrationId}' does not exist at the integrator; map to one that does.`
  if (!account.isActive)
    return `The account '${account.name}' was archived at the integrator; restore it or map to another.`
  if (kind === 'paymentMethod') {
    return account.takesPayments
      ? undefined
      : `The account '${account.name}' does not take payments; enable payments to it at the integrator or map to another.`
  }
  return account.takesRevenue
    ? undefined
    : `The account '${account.name}' does not take sales; map to another.`
}

/** A text that is equal exactly for equal sources. */
export function sourceKey({ kind, sourceId }: OccurringSource): string {
  return JSON.stringify([kind, sourceId])
}
