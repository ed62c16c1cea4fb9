import { createOAuth } from '@ledgerpost/adapter-kit'
import { type AdapterEnvironment, type Authorisation, IntegratorError } from '@ledgerpost/core'
import { createClient } from '../client/create-client.js'
import { readCompanyInfo } from '../configuration/company.js'
import type { QuickBooksOnlineLimits } from '../limits.js'

/** The only scope that accounting needs (developer.intuit.com, OAuth 2.0 scopes). */
const scopes = ['com.intuit.quickbooks.accounting'] as const

export interface AuthorisationOptions {
  readonly clientId: string
  readonly clientSecret: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly issuer: string
  readonly apiUrl: string
  readonly limits: QuickBooksOnlineLimits
}

/** A consent opens one company, whose id the callback tells beside the code. */
export function createAuthorisation(options: AuthorisationOptions): Authorisation {
  const { limits } = options
  const oauth = createOAuth({
    title: 'QuickBooks Online',
    issuer: options.issuer,
    authorizeUrl: options.authorizeUrl,
    tokenUrl: options.tokenUrl,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    scopes,
    timeout: limits.tokenTimeout,
    defaultLifetime: limits.tokenLifetime,
    refreshExpiryOf,
  })
  return {
    kind: 'oauth2',
    start: oauth.start,
    async complete(environment, callback) {
      const companyId = new URL(callback.url).searchParams.get('realmId')
      const grant = await oauth.complete(asking(environment), callback)
      if (companyId !== null && companyId !== '') return { ...grant, extension: { companyId } }
      throw new IntegratorError({
        kind: 'reauthorise',
        message:
          'QuickBooks did not tell which company was chosen (realmId). Link again and choose a company.',
      })
    },
    refresh: (environment, grant) => oauth.refresh(asking(environment), grant),
    async organisations(environment, grant) {
      const companyId = grant.extension?.['companyId']
      if (typeof companyId !== 'string') {
        throw new IntegratorError({
          kind: 'reauthorise',
          message: 'It is not known which company was chosen in QuickBooks. Link again.',
        })
      }
      const tokens = { accessToken: async () => grant.accessToken }
      const client = createClient({ ...environment, apiUrl: options.apiUrl, companyId, limits, tokens })
      const { name } = await readCompanyInfo(client)
      return [{ id: companyId, name }]
    },
  }
}

/** Asks the token endpoint for the day on which a consent ends for good (blogs.intuit.com/2025/11/12, refresh token policy). */
function asking(environment: AdapterEnvironment): AdapterEnvironment {
  return {
    ...environment,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers)
      headers.set('x-include-refresh-token-hard-expires-in', 'true')
      return environment.fetch(input, { ...init, headers })
    },
  }
}

/** A refresh token lasts 100 days from each use, and five years in all: the earlier of both. */
function refreshExpiryOf(answer: Readonly<Record<string, unknown>>, now: number): number | undefined {
  const seconds = ['x_refresh_token_expires_in', 'x_refresh_token_hard_expires_in'].flatMap((name) => {
    const value = Number(answer[name])
    return Number.isFinite(value) && value > 0 ? [value] : []
  })
  return seconds.length === 0 ? undefined : now + Math.min(...seconds) * 1000
}
