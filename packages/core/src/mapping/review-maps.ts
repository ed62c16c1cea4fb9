import type { Cell } from '../contribution/cell.js'
import type { MinorUnits } from '../money/amount.js'
import { coverageOf, grossOf, sourcesOf } from './coverage.js'
import type { IntegratorConfiguration } from './integrator-configuration.js'
import { ruleKey } from './map-lookup.js'
import type { MapAssignment } from './map-rule.js'
import type { PlatformConfiguration } from './platform-configuration.js'
import { nameOfSource } from './source-name.js'
import { suggestMaps, type Suggestion } from './suggest.js'
import { type OccurringSource, requiredSources, sourceKey, whyUnusable } from './validate.js'

/** A place in the maps: what is or should be mapped there, and how much hangs on it. */
export interface ReviewedSource extends OccurringSource {
  /** Null: everywhere that no rule for a location is for. */
  readonly locationId: string | null
  /** What the platform calls it; its id where it does not. */
  readonly name: string
  /** Null where there is no rule. */
  readonly integrationId: string | null
  /** Why what the rule points to cannot serve, and what to do; null where it can, or where there is no rule. */
  readonly problem: string | null
  /** Whether something that is active or occurs would be without a rule if there was none here. */
  readonly isNeeded: boolean
  /** Minor units that run over this place, without their signs. */
  readonly amount: MinorUnits
  /** For what has no rule that serves. */
  readonly suggestion: Pick<Suggestion, 'integrationId' | 'score' | 'reason'> | null
}

export interface MapReview {
  /** Minor units, without their signs. */
  readonly coverage: { readonly mapped: MinorUnits; readonly total: MinorUnits }
  readonly items: readonly ReviewedSource[]
}

/**
 * Everything that an owner looks at when mapping, in the order in which it has to be mapped: each source that is active or
 * occurs, once for everywhere and once for each location that has a rule of its own; then broken rules for anything else.
 * @param integrator null before the first inspection: nothing is then broken or suggested
 * @param cells the money that says what matters, in one currency
 */
export function reviewMaps({
  platform,
  integrator,
  occurring,
  rules,
  cells,
}: {
  readonly platform: PlatformConfiguration
  readonly integrator: IntegratorConfiguration | null
  readonly occurring: readonly OccurringSource[]
  readonly rules: readonly MapAssignment[]
  readonly cells: readonly Cell[]
}): MapReview {
  const { mapped, total } = coverageOf(cells, rules)
  const amounts = amountsOf(cells, rules)
  const suggestions = new Map(
    (integrator ? suggestMaps(platform, integrator, occurring, rules) : []).map((each) => [
      sourceKey(each),
      each,
    ]),
  )
  const rulesOf = new Map<string, MapAssignment[]>()
  for (const rule of rules) rulesOf.set(sourceKey(rule), [...(rulesOf.get(sourceKey(rule)) ?? []), rule])

  const problemOf = (rule: MapAssignment | undefined) =>
    rule && integrator ? (whyUnusable(rule, integrator) ?? null) : null

  function reviewed(
    { kind, sourceId }: OccurringSource,
    locationId: string | null,
    rule: MapAssignment | undefined,
    isNeededFor: (amount: MinorUnits) => boolean,
  ): ReviewedSource {
    const amount = amounts.get(ruleKey(kind, sourceId, locationId)) ?? 0n
    const problem = problemOf(rule)
    const suggestion = rule && problem === null ? undefined : suggestions.get(sourceKey({ kind, sourceId }))
    return {
      kind,
      sourceId,
      locationId,
      name: nameOfSource({ kind, sourceId }, platform),
      integrationId: rule?.integrationId ?? null,
      problem,
      isNeeded: isNeededFor(amount),
      amount,
      suggestion: suggestion
        ? {
            integrationId: suggestion.integrationId,
            score: suggestion.score,
            reason: suggestion.reason,
          }
        : null,
    }
  }

  const required = requiredSources(platform, occurring)
  const requiredKeys = new Set(required.map(sourceKey))
  const items = required.flatMap((source) => {
    const own = rulesOf.get(sourceKey(source)) ?? []
    const general = own.find(({ locationId }) => locationId === null)
    const located = own.filter(({ locationId }) => locationId !== null)
    return [
      reviewed(source, null, general, (amount) => located.length === 0 || amount > 0n),
      ...located.map((rule) => reviewed(source, rule.locationId, rule, () => general === undefined)),
    ]
  })
  const broken = rules
    .filter((rule) => !requiredKeys.has(sourceKey(rule)) && problemOf(rule) !== null)
    .map((rule) => reviewed(rule, rule.locationId, rule, () => false))
  return { coverage: { mapped, total }, items: [...items, ...broken] }
}

/** What runs over each place, by `ruleKey`: over the rule for a cell's location where there is one. */
function amountsOf(cells: readonly Cell[], rules: readonly MapAssignment[]): ReadonlyMap<string, MinorUnits> {
  const located = new Set(rules.map(({ kind, sourceId, locationId }) => ruleKey(kind, sourceId, locationId)))
  const amounts = new Map<string, MinorUnits>()
  for (const cell of cells) {
    const amount = grossOf(cell)
    for (const { kind, sourceId } of sourcesOf(cell)) {
      const here = ruleKey(kind, sourceId, cell.locationId)
      const key = located.has(here) ? here : ruleKey(kind, sourceId, null)
      amounts.set(key, (amounts.get(key) ?? 0n) + amount)
    }
  }
  return amounts
}
