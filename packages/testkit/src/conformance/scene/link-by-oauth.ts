import type { Adapter, AdapterEnvironment, TokenSource } from '@ledgerpost/core'

const request = { state: 'state', redirectUri: 'https://platform.example/callback' }

/**
 * Links an adapter to a fake whose consent page sends the browser back at once, and answers the tokens that connections
 * then have; they are refreshed when one is refused.
 * @throws Error when the adapter is not linked by OAuth 2
 */
export async function linkByOAuth(
  { authorisation, manifest }: Adapter,
  environment: AdapterEnvironment,
): Promise<TokenSource> {
  if (authorisation.kind !== 'oauth2') throw new Error(`${manifest.title} is not linked by OAuth 2.`)
  const { url, secret } = await authorisation.start(environment, request)
  const page = await environment.fetch(url, { redirect: 'manual' })
  const back = page.headers.get('location')
  if (back === null) throw new Error(`The consent page of ${manifest.title} sends nobody back.`)
  let grant = await authorisation.complete(environment, { ...request, url: back, secret })
  return {
    async accessToken(rejected) {
      if (grant.accessToken === rejected) grant = await authorisation.refresh(environment, grant)
      return grant.accessToken
    },
  }
}
