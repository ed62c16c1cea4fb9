import {
  brokenRules,
  type Connection,
  type Instant,
  type IntegratorConfiguration,
  ruleKey,
} from '@ledgerpost/core'
import { type EngineEnvironment, now } from '../environment.js'
import { NotFound } from '../errors.js'
import type { StoreTransaction } from '../ports/store.js'

const keptInspectionTimes = 10

/** What the integrator told about itself, as it was at some moment. */
export interface Inspection {
  readonly configuration: IntegratorConfiguration
  /** When the reading began: what changed at the integrator later may be missing. */
  readonly time: Instant
}

/** Reads the integrator's configuration. @throws IntegratorError */
export async function inspect(environment: EngineEnvironment, connection: Connection): Promise<Inspection> {
  const time = now(environment)
  return { configuration: await connection.inspect(), time }
}

/** Keeps what the integrator told about itself, and when, and flags the rules that no longer work. */
export async function recordInspection(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  integrationId: string,
  { configuration, time }: Inspection,
): Promise<void> {
  const integration = await transaction.integrationById(integrationId)
  if (!integration)
    throw new NotFound(`Integration ${integrationId}`, 'It was removed meanwhile; link it again.')
  const inspectionTimes = [...integration.inspectionTimes, time].slice(-keptInspectionTimes)
  await transaction.updateIntegration(integrationId, { configuration, inspectionTimes })
  await flagBrokenRules(environment, transaction, integrationId)
}

/**
 * Sets the error flag of every rule as the cached configuration demands; an integration that is Configured and has
 * a broken rule becomes Error. Returns why the rules are broken.
 */
export async function flagBrokenRules(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  integrationId: string,
): Promise<readonly string[]> {
  const integration = await transaction.integrationById(integrationId)
  if (!integration?.configuration) return []
  const rules = await transaction.rules(integrationId)
  const broken = brokenRules(rules, integration.configuration)
  const brokenKeys = new Set(broken.map(({ rule }) => ruleKey(rule.kind, rule.sourceId, rule.locationId)))
  const changed = rules
    .map((rule) => ({
      ...rule,
      errorFlag: brokenKeys.has(ruleKey(rule.kind, rule.sourceId, rule.locationId)),
    }))
    .filter((rule, index) => rule.errorFlag !== rules[index]?.errorFlag)
  if (changed.length > 0) await transaction.saveRules(integrationId, changed)
  if (broken.length > 0 && integration.status === 'Configured') {
    await transaction.updateIntegration(integrationId, {
      status: 'Error',
      lastModifiedTime: now(environment),
    })
  }
  return broken.map(({ rule, explanation }) => `${rule.kind} ${rule.sourceId}: ${explanation}`)
}
