import { type Adapter, type Grant, IntegratorError, type TokenSource } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'

/** A token is exchanged this long before it expires, so that it does not lapse under way. In milliseconds. */
const refreshMargin = 60_000

/** Refreshes under way in this process, by grant: whoever comes second waits for the first one's result. */
export type RefreshesUnderWay = Map<string, Promise<Grant>>

/** Where a grant is stored. */
export interface GrantAddress {
  readonly subscriberId: string
  readonly grantId: string
}

export function sealGrant(environment: EngineEnvironment, grantId: string, grant: Grant): string {
  return environment.secrets.seal(JSON.stringify(grant), grantId)
}

/** Access tokens of a stored grant. A refreshed grant is stored before anybody uses it. */
export function tokensOfGrant(
  environment: EngineEnvironment,
  adapter: Adapter,
  address: GrantAddress,
  underWay: RefreshesUnderWay,
): TokenSource {
  const { grantId } = address
  return {
    async accessToken(rejected) {
      const { grant } = await readGrant(environment, address)
      const isFresh = grant.expiresAt - refreshMargin > environment.clock.now()
      if (isFresh && grant.accessToken !== rejected) return grant.accessToken
      const running = underWay.get(grantId) ?? refreshGrant(environment, adapter, address, rejected)
      underWay.set(grantId, running)
      try {
        return (await running).accessToken
      } finally {
        underWay.delete(grantId)
      }
    },
  }
}

async function refreshGrant(
  environment: EngineEnvironment,
  adapter: Adapter,
  address: GrantAddress,
  rejected: string | undefined,
): Promise<Grant> {
  if (adapter.authorisation.kind !== 'oauth2') throw gone(adapter.manifest.title)
  const { grant, version } = await readGrant(environment, address)
  const isFresh = grant.expiresAt - refreshMargin > environment.clock.now()
  if (isFresh && grant.accessToken !== rejected) return grant
  const { subscriberId, grantId } = address
  const claimant = environment.newToken()
  await environment.store.transaction(subscriberId, (transaction) =>
    transaction.claimGrant({ id: grantId, version }, claimant, 15_000),
  )
  const refreshed = await adapter.authorisation.refresh(environment, grant)
  const sealed = sealGrant(environment, grantId, refreshed)
  const replaced = await environment.store.transaction(subscriberId, (transaction) =>
    transaction.replaceGrant({ id: grantId, sealed, version: version + 1 }, claimant),
  )
  return replaced ? refreshed : (await readGrant(environment, address)).grant
}

async function readGrant(
  environment: EngineEnvironment,
  { subscriberId, grantId }: GrantAddress,
): Promise<{ readonly grant: Grant; readonly version: number }> {
  const stored = await environment.store.transaction(subscriberId, (transaction) =>
    transaction.grant(grantId),
  )
  if (!stored) throw gone('The integrator')
  const grant: unknown = JSON.parse(environment.secrets.open(stored.sealed, grantId))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealGrant wrote it: the box opens nothing else
  return { grant: grant as Grant, version: stored.version }
}

function gone(title: string): IntegratorError {
  return new IntegratorError({
    kind: 'reauthorise',
    message: `${title} is not linked any more. Link it again; nothing is lost, packets wait.`,
  })
}
