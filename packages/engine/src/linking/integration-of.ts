import {
  checkAction,
  type IntegrationAction,
  type IntegrationStatus,
  type UnavailableReason,
} from '@ledgerpost/core'
import { type EngineEnvironment, now } from '../environment.js'
import { Conflict, NotFound } from '../errors.js'
import type { Integration } from '../ports/integration-store.js'
import type { StoreTransaction } from '../ports/store.js'
import type { Subscriber } from '../ports/subscriber-store.js'
import { adapterOf } from './connect.js'

/** Why the subscriber cannot use integrations at all; empty when it can. */
export function unavailableReasonsOf(
  environment: EngineEnvironment,
  subscriber: Subscriber,
): UnavailableReason[] {
  const { regions, pricingLevels } = environment.availability ?? {}
  const reasons: UnavailableReason[] = []
  if (regions && !regions.includes(subscriber.region)) reasons.push('UnsupportedRegion')
  if (pricingLevels && !pricingLevels.includes(subscriber.pricingLevel ?? ''))
    reasons.push('UnsupportedPricingLevel')
  return reasons
}

/**
 * Where an integration stands. Until it is linked that follows from the subscriber as it is now: its region or pricing
 * level may have changed since the integration was stored.
 */
export function statusOf(
  environment: EngineEnvironment,
  { status }: Pick<Integration, 'status'>,
  subscriber: Subscriber,
): IntegrationStatus {
  if (status !== 'Available' && status !== 'Unavailable') return status
  return unavailableReasonsOf(environment, subscriber).length > 0 ? 'Unavailable' : 'Available'
}

export async function subscriberOf(transaction: StoreTransaction, subscriberId: string): Promise<Subscriber> {
  const subscriber = await transaction.subscriber(subscriberId)
  if (!subscriber)
    throw new NotFound(`Subscriber ${subscriberId}`, 'Tell about it first: PUT /Subscriber_{id}.')
  return subscriber
}

/** The subscriber's integration of the type, created as Available if there was none yet. */
export async function integrationOf(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  subscriberId: string,
  typeName: string,
): Promise<Integration> {
  const { type } = adapterOf(environment, typeName).manifest
  const subscriber = await subscriberOf(transaction, subscriberId)
  const known = await transaction.integration(subscriberId, type)
  if (known) return known
  await transaction.createIntegration({
    id: environment.newId(),
    subscriberId,
    type,
    status: statusOf(environment, { status: 'Available' }, subscriber),
    preferences: null,
    settings: null,
    organisationId: null,
    grantId: null,
    linkedOn: null,
    configuration: null,
    inspectionTimes: [],
    cursor: 0n,
    lastModifiedTime: now(environment),
  })
  const created = await transaction.integration(subscriberId, type)
  if (!created)
    throw new NotFound(`The ${type} integration of subscriber ${subscriberId}`, 'Call Initialize again.')
  return created
}

/** Like `integrationOf`, and refuses when the integration's status does not allow the action. */
export async function integrationFor(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  subscriberId: string,
  typeName: string,
  action: IntegrationAction,
): Promise<Integration> {
  const integration = await integrationOf(environment, transaction, subscriberId, typeName)
  const status = statusOf(environment, integration, await subscriberOf(transaction, subscriberId))
  const check = checkAction(action, status)
  if (!check.allowed) throw new Conflict(check.explanation)
  return integration
}
