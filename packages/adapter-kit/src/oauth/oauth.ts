import { type AdapterEnvironment, type Authorisation, type Grant, IntegratorError } from '@ledgerpost/core'
import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  customFetch,
  generateRandomCodeVerifier,
  type AuthorizationServer,
  type ClientAuth,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import { createDeadline } from '../http/deadline.js'
import { readBody } from '../http/read-body.js'
import { isLoopback, requireSecure } from './secure-url.js'
import { tokenFailure } from './token-failure.js'

export interface OAuthOptions {
  /** The integrator's name, for messages. */
  readonly title: string
  readonly issuer: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly clientId: string
  /** Absent for public clients, which PKCE alone protects. */
  readonly clientSecret?: string
  readonly scopes: readonly string[]
  /** How long a token request may take, in milliseconds. Default: 10 s. */
  readonly timeout?: number
  /** How long an access token lives if the answer does not say, in milliseconds. Default: 30 min. */
  readonly defaultLifetime?: number
  /**
   * Until when the refresh token can be exchanged, in milliseconds since 1970 UTC, read from an answer of the token endpoint;
   * undefined where it does not tell. Default: what is known of the grant stays.
   */
  readonly refreshExpiryOf?: (answer: Readonly<Record<string, unknown>>, now: number) => number | undefined
  /** What to keep of the consent besides the tokens. */
  readonly extensionOf?: (accessToken: string) => Readonly<Record<string, unknown>>
}

type OAuth2 = Extract<Authorisation, { kind: 'oauth2' }>

const maximumBytes = 100_000

/**
 * The authorisation code flow with PKCE (S256) and the refresh of its tokens (RFC 6749, RFC 7636), over an
 * injected fetch and clock. Plain HTTP is spoken to this machine only.
 */
export function createOAuth(options: OAuthOptions): Pick<OAuth2, 'start' | 'complete' | 'refresh'> {
  const { title, clientId, clientSecret, timeout = 10_000, defaultLifetime = 30 * 60_000 } = options
  const server: AuthorizationServer = {
    issuer: options.issuer,
    authorization_endpoint: requireSecure(options.authorizeUrl, 'The authorisation address'),
    token_endpoint: requireSecure(options.tokenUrl, 'The token address'),
  }
  const client = { client_id: clientId }

  return {
    async start(_environment, { state, redirectUri }) {
      const secret = generateRandomCodeVerifier()
      const url = new URL(options.authorizeUrl)
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: options.scopes.join(' '),
        state,
        code_challenge: await calculatePKCECodeChallenge(secret),
        code_challenge_method: 'S256',
      }).toString()
      return { url: url.toString(), secret }
    },

    async complete(environment, { url, state, secret, redirectUri }) {
      const now = environment.clock.now()
      try {
        const parameters = codeOf(url, state)
        const response = await authorizationCodeGrantRequest(
          server,
          client,
          authenticate,
          parameters,
          redirectUri,
          secret,
          requestOptions(environment),
        )
        return grantOf(await processAuthorizationCodeResponse(server, client, response), now, undefined)
      } catch (error) {
        throw tokenFailure(title, error, now)
      }
    },

    async refresh(environment, grant) {
      const now = environment.clock.now()
      if (grant.refreshToken === null) {
        throw new IntegratorError({
          kind: 'reauthorise',
          message: `${title} gave no lasting access. Link again.`,
        })
      }
      try {
        const response = await refreshTokenGrantRequest(
          server,
          client,
          authenticate,
          grant.refreshToken,
          requestOptions(environment),
        )
        return grantOf(await processRefreshTokenResponse(server, client, response), now, grant)
      } catch (error) {
        throw tokenFailure(title, error, now)
      }
    },
  }

  function codeOf(url: string, state: string): URLSearchParams {
    try {
      const parameters = validateAuthResponse(server, client, new URL(url), state)
      if (parameters.has('code')) return parameters
    } catch (error) {
      if (!(error instanceof OperationProcessingError)) throw error
    }
    throw new IntegratorError({
      kind: 'reauthorise',
      message: `What ${title} sent the browser back with does not belong to this request for consent. Link again.`,
    })
  }

  /** Some vendors do not undo the percent-encoding that RFC 6749 section 2.3.1 wants, so ids and secrets go as they are. */
  function authenticate(...[, , body, headers]: Parameters<ClientAuth>): void {
    if (clientSecret === undefined) body.set('client_id', clientId)
    else headers.set('authorization', `Basic ${btoa(`${clientId}:${clientSecret}`)}`)
  }

  function requestOptions(environment: AdapterEnvironment): {
    [customFetch]: (url: string, init: RequestInit) => Promise<Response>
    [allowInsecureRequests]: boolean
  } {
    return {
      [allowInsecureRequests]: isLoopback(options.tokenUrl),
      [customFetch]: (url, init) => bounded(environment, url, init),
    }
  }

  /** The answer within the time and the size allowed. */
  async function bounded(
    { fetch, clock }: AdapterEnvironment,
    url: string,
    init: RequestInit,
  ): Promise<Response> {
    const deadline = createDeadline(clock)
    try {
      deadline.allow(timeout, 'The token request')
      const response = await deadline.race(fetch(url, { ...init, signal: deadline.signal }))
      const { text } = await deadline.race(readBody(response, maximumBytes, deadline.signal))
      const { status, statusText, headers } = response
      return new Response(status === 204 || status === 304 ? null : text, { status, statusText, headers })
    } finally {
      deadline.end()
    }
  }

  function grantOf(answer: TokenEndpointResponse, now: number, previous: Grant | undefined): Grant {
    const extension = options.extensionOf?.(answer.access_token) ?? previous?.extension
    const refreshExpiresAt = options.refreshExpiryOf?.(answer, now) ?? previous?.refreshExpiresAt
    return {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? previous?.refreshToken ?? null,
      expiresAt: now + (answer.expires_in === undefined ? defaultLifetime : answer.expires_in * 1000),
      scopes: answer.scope?.split(' ').filter((scope) => scope !== '') ?? previous?.scopes ?? options.scopes,
      ...(refreshExpiresAt === undefined ? {} : { refreshExpiresAt }),
      ...(extension === undefined ? {} : { extension }),
    }
  }
}
