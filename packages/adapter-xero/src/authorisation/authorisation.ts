import { createOAuth } from '@ledgerpost/adapter-kit'
import type { Authorisation } from '@ledgerpost/core'
import { createClient } from '../client/create-client.js'
import type { XeroLimits } from '../limits.js'
import { organisationsOf } from './connections.js'
import { consentOfToken } from './consent-of-token.js'

export interface AuthorisationOptions {
  readonly clientId: string
  readonly clientSecret: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly issuer: string
  readonly apiUrl: string
  readonly scopes: readonly string[]
  readonly limits: XeroLimits
}

export function createAuthorisation(options: AuthorisationOptions): Authorisation {
  const { limits } = options
  const oauth = createOAuth({
    title: 'Xero',
    issuer: options.issuer,
    authorizeUrl: options.authorizeUrl,
    tokenUrl: options.tokenUrl,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    scopes: options.scopes,
    timeout: limits.tokenTimeout,
    defaultLifetime: limits.tokenLifetime,
    extensionOf: consentOfToken,
  })
  return {
    kind: 'oauth2',
    ...oauth,
    organisations(environment, grant) {
      const tokens = { accessToken: async () => grant.accessToken }
      return organisationsOf(createClient({ ...environment, baseUrl: options.apiUrl, limits, tokens }), grant)
    },
  }
}
