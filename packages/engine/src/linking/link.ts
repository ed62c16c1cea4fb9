import { localTimeAt, type StandardSchema, statusAfter } from '@ledgerpost/core'
import { type EngineEnvironment, now, type User } from '../environment.js'
import { Conflict, InvalidInput } from '../errors.js'
import type { Integration } from '../ports/integration-store.js'
import { adapterOf, withConnection } from './connect.js'
import { integrationFor, statusOf, subscriberOf } from './integration-of.js'
import { inspect, recordInspection } from '../configuration/inspection.js'
import { applySchedule } from '../schedule/apply-schedule.js'
import { addKeepAlive, idleTime } from './keep-alive.js'
import { sealConsent } from './stored-grant.js'

/** What linking leads to: done, or the browser is to be sent to the integrator's consent page. */
export type LinkAnswer =
  | { readonly kind: 'linked' }
  | { readonly kind: 'redirect'; readonly authorisationUrl: string }

/** How long a consent page may stay open, in milliseconds. */
const pendingLinkLifetime = 30 * 60_000

/**
 * Begins to link a ledger. Without authorisation it is linked at once; with OAuth the answer is the address of the
 * consent page, which leads back to `redirectUri`.
 */
export async function link(
  environment: EngineEnvironment,
  request: {
    readonly subscriberId: string
    readonly type: string
    readonly settings: unknown
    readonly redirectUri: string
    readonly user: User
  },
): Promise<LinkAnswer> {
  const adapter = adapterOf(environment, request.type)
  const settings = await checkSettings(adapter.settings, request.settings)
  const integration = await environment.store.transaction(request.subscriberId, (transaction) =>
    integrationFor(environment, transaction, request.subscriberId, request.type, 'Link'),
  )
  if (adapter.authorisation.kind === 'none') {
    await completeLink(environment, { ...integration, settings, organisationId: null, grantId: null })
    return { kind: 'linked' }
  }
  const state = environment.newToken()
  const { url, secret } = await adapter.authorisation.start(environment, {
    state,
    redirectUri: request.redirectUri,
  })
  await environment.store.transaction(request.subscriberId, (transaction) =>
    transaction.savePendingLink({
      state,
      integrationId: integration.id,
      settings,
      redirectUri: request.redirectUri,
      sealedSecret: environment.secrets.seal(secret, linkContext(request.subscriberId, state)),
      expiresAt: new Date(environment.clock.now() + pendingLinkLifetime).toISOString(),
    }),
  )
  return { kind: 'redirect', authorisationUrl: url }
}

/** Completes linking with the address that the integrator sent the browser back to. */
export async function finishLink(
  environment: EngineEnvironment,
  callback: { readonly subscriberId: string; readonly type: string; readonly url: string },
): Promise<void> {
  const adapter = adapterOf(environment, callback.type)
  if (adapter.authorisation.kind !== 'oauth2') {
    throw new Conflict(`${adapter.manifest.title} is linked without a callback. Call Link.`)
  }
  await environment.store.transaction(callback.subscriberId, (transaction) =>
    integrationFor(environment, transaction, callback.subscriberId, callback.type, 'Callback'),
  )
  const state = new URL(callback.url).searchParams.get('state') ?? ''
  const { pending, integration } = await environment.store.transaction(
    callback.subscriberId,
    async (transaction) => {
      const taken = await transaction.takePendingLink(state)
      return {
        pending: taken,
        integration: taken && (await transaction.integrationById(taken.integrationId)),
      }
    },
  )
  const isValid =
    pending &&
    integration?.subscriberId === callback.subscriberId &&
    integration.type === adapter.manifest.type &&
    pending.expiresAt >= now(environment)
  if (!isValid) {
    throw new Conflict(
      'This link was not begun here, was used already or has expired. Begin again with Link.',
    )
  }
  const grant = await adapter.authorisation.complete(environment, {
    url: callback.url,
    state,
    secret: environment.secrets.open(pending.sealedSecret, linkContext(callback.subscriberId, state)),
    redirectUri: pending.redirectUri,
  })
  const [organisation] = await adapter.authorisation.organisations(environment, grant)
  if (!organisation) {
    throw new Conflict(
      `The consent opens no organisation at ${adapter.manifest.title}. Begin again with Link and choose one.`,
    )
  }
  const grantId = environment.newId()
  const sealed = sealConsent(environment, { subscriberId: callback.subscriberId, grantId }, grant)
  await environment.store.transaction(callback.subscriberId, (transaction) =>
    transaction.createGrant({ id: grantId, sealed, version: 1 }),
  )
  await completeLink(environment, {
    ...integration,
    settings: pending.settings,
    organisationId: organisation.id,
    grantId,
  })
}

/** Inspects the books and makes them the subscriber's; other books than before become another integration. */
async function completeLink(environment: EngineEnvironment, wanted: Integration): Promise<void> {
  const inspection = await withConnection(environment, wanted, new AbortController().signal, (connection) =>
    inspect(environment, connection),
  )
  await environment.store.transaction(wanted.subscriberId, async (transaction) => {
    const subscriber = await subscriberOf(transaction, wanted.subscriberId)
    const current = await transaction.integrationById(wanted.id)
    if (!current) throw new Conflict('The integration was removed meanwhile. Begin again with Link.')
    const isOther = current.organisationId !== null && current.organisationId !== wanted.organisationId
    const same =
      isOther && wanted.organisationId !== null
        ? await transaction.integrationByOrganisation(wanted.subscriberId, wanted.type, wanted.organisationId)
        : undefined
    const id = isOther ? (same?.id ?? environment.newId()) : current.id
    const linkedOn =
      (isOther ? same?.linkedOn : current.linkedOn) ??
      localTimeAt(now(environment), subscriber.terms.timeZone).slice(0, 10)
    if (isOther) {
      await transaction.replaceCurrentIntegration(current.id, {
        ...wanted,
        ...same,
        id,
        linkedOn,
        cursor: same?.cursor ?? 0n,
      })
      await transaction.saveRules(id, await transaction.rules(current.id))
    }
    if (current.grantId !== null && current.grantId !== wanted.grantId)
      await transaction.removeGrant(current.grantId)
    await transaction.updateIntegration(id, {
      status: isOther ? 'Initialized' : statusAfter('Callback', statusOf(environment, current, subscriber)),
      settings: wanted.settings,
      organisationId: wanted.organisationId,
      grantId: wanted.grantId,
      linkedOn,
      lastModifiedTime: now(environment),
    })
    if (isOther) await transaction.saveSchedule(current.id, null)
    await applySchedule(environment, transaction, id, { hasChanged: false })
    await recordInspection(environment, transaction, id, inspection)
    if (wanted.grantId !== null) await addKeepAlive(environment, transaction, id, idleTime)
  })
}

/** Binds the secret of a link under way to its subscriber and its state. */
function linkContext(subscriberId: string, state: string): string {
  return JSON.stringify([subscriberId, state])
}

async function checkSettings(schema: StandardSchema, input: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(input ?? {})
  if (!result.issues) return result.value
  throw new InvalidInput(
    'The settings for linking cannot be used.',
    result.issues.map((issue) => ({
      member: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      problem: issue.message,
    })),
  )
}
