import { type Adapter, type Authorisation, type TokenSource } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { refreshGrant } from './refresh-grant.js'
import { sharedRefresh } from './shared-refresh.js'
import { gone, type GrantAddress, type ReadGrant, readGrant } from './stored-grant.js'

/** A token is exchanged this long before it expires, so that it does not lapse under way. In milliseconds. */
const refreshMargin = 60_000

/** Access tokens of a stored grant. */
export function tokensOfGrant(
  environment: EngineEnvironment,
  adapter: Adapter,
  address: GrantAddress,
  signal: AbortSignal,
): TokenSource {
  return {
    async accessToken(rejected) {
      const isGood = ({ kept: { grant } }: ReadGrant): boolean =>
        grant.expiresAt - refreshMargin > environment.clock.now() && grant.accessToken !== rejected
      const read = await readGrant(environment, adapter.manifest.title, address)
      if (isGood(read)) return read.kept.grant.accessToken
      const first = await refreshOnce(environment, adapter, address, isGood, signal)
      if (first.kept.grant.accessToken !== rejected) return first.kept.grant.accessToken
      // It waited for a refresh that was under way, and the token of that one has been refused meanwhile.
      const second = await refreshOnce(environment, adapter, address, isGood, signal)
      return second.kept.grant.accessToken
    },
  }
}

/**
 * Refreshes a grant unless it is good, once in this process and once in all.
 * @throws IntegratorError, or the signal's reason
 */
export async function refreshOnce(
  environment: EngineEnvironment,
  { authorisation, manifest: { title } }: Adapter,
  address: GrantAddress,
  isGood: (grant: ReadGrant) => boolean,
  signal: AbortSignal,
): Promise<ReadGrant> {
  if (!isOAuth2(authorisation)) throw gone(title)
  const exchanger = { title, refresh: authorisation.refresh.bind(authorisation) }
  return sharedRefresh(environment, address, signal, (shared) =>
    refreshGrant(environment, exchanger, address, isGood, shared),
  )
}

function isOAuth2(authorisation: Authorisation): authorisation is Extract<Authorisation, { kind: 'oauth2' }> {
  return authorisation.kind === 'oauth2'
}
