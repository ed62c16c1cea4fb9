import { type MapAssignment, type MapRule, brokenRules, ruleKey } from '@ledgerpost/core'
import { type EngineEnvironment, now, type User } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import { integrationFor } from '../linking/integration-of.js'
import { type IntegrationView, viewOf } from './initialise.js'

/** Upserts single rules. The status never changes; a rule whose target does not serve is kept with its error flag. */
export async function map(
  environment: EngineEnvironment,
  request: {
    readonly subscriberId: string
    readonly type: string
    readonly assignments: readonly MapAssignment[]
    readonly user: User
  },
): Promise<IntegrationView> {
  const { subscriberId, type } = request
  return environment.store.transaction(subscriberId, async (transaction) => {
    const integration = await integrationFor(environment, transaction, subscriberId, type, 'Map')
    const known = await transaction.rules(integration.id)
    const { usable, unusable } = rulesFrom(environment, integration, request.assignments, known, request.user)
    await transaction.saveRules(integration.id, [...usable, ...unusable])
    await transaction.updateIntegration(integration.id, { lastModifiedTime: now(environment) })
    return viewOf(environment, transaction, subscriberId, type)
  })
}

/**
 * Rules for the assignments, the later of two for the same source; apart by whether their target serves the purpose.
 * One that says what the known rule says already does not count as a modification of it.
 */
export function rulesFrom(
  environment: EngineEnvironment,
  integration: Integration,
  assignments: readonly MapAssignment[],
  known: readonly MapRule[],
  user: User,
): { readonly usable: readonly MapRule[]; readonly unusable: readonly MapRule[] } {
  const keyOf = (rule: MapAssignment) => ruleKey(rule.kind, rule.sourceId, rule.locationId)
  const latest = [...new Map(assignments.map((assignment) => [keyOf(assignment), assignment])).values()]
  const broken = integration.configuration ? brokenRules(latest, integration.configuration) : []
  const brokenKeys = new Set(broken.map(({ rule }) => keyOf(rule)))
  const knownRules = new Map(known.map((rule) => [keyOf(rule), rule]))
  const rules = latest.map((assignment): MapRule => {
    const before = knownRules.get(keyOf(assignment))
    const { modifiedBy, lastModifiedTime } =
      before?.integrationId === assignment.integrationId
        ? before
        : {
            modifiedBy: { userId: user.userId, userName: user.userName },
            lastModifiedTime: now(environment),
          }
    return { ...assignment, modifiedBy, lastModifiedTime, errorFlag: brokenKeys.has(keyOf(assignment)) }
  })
  return {
    usable: rules.filter((rule) => !rule.errorFlag),
    unusable: rules.filter((rule) => rule.errorFlag),
  }
}
