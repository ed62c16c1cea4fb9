import type { Adapter, AdapterEnvironment, Authorisation, Grant, TokenSource } from '@ledgerpost/core'

const request = { state: 'state', redirectUri: 'https://platform.example/callback' }

/** How the adapter is linked by OAuth 2. @throws Error when it is not */
export function oauthOf({
  authorisation,
  manifest,
}: Pick<Adapter, 'authorisation' | 'manifest'>): Extract<Authorisation, { kind: 'oauth2' }> {
  if (authorisation.kind !== 'oauth2') throw new Error(`${manifest.title} is not linked by OAuth 2.`)
  return authorisation
}

/** Does what a browser does between the two halves of the flow, at a fake whose consent page sends it back at once. */
export async function consent(adapter: Adapter, environment: AdapterEnvironment): Promise<Grant> {
  const { url, secret } = await oauthOf(adapter).start(environment, request)
  const page = await environment.fetch(url, { redirect: 'manual' })
  const back = page.headers.get('location')
  if (back === null) throw new Error(`The consent page of ${adapter.manifest.title} sends nobody back.`)
  return oauthOf(adapter).complete(environment, { ...request, url: back, secret })
}

/** The tokens of a link, and its grant as it is now. */
export interface LinkedTokens extends TokenSource {
  grant(): Grant
}

/** Links an adapter to a fake, and answers the tokens that connections then have; they are refreshed when one is refused. */
export async function linkByOAuth(adapter: Adapter, environment: AdapterEnvironment): Promise<LinkedTokens> {
  let grant = await consent(adapter, environment)
  return {
    grant: () => grant,
    async accessToken(rejected) {
      if (grant.accessToken === rejected) grant = await oauthOf(adapter).refresh(environment, grant)
      return grant.accessToken
    },
  }
}
