import { isRecord, textMember } from '@ledgerpost/adapter-kit'
import type { Clock } from '@ledgerpost/testkit'
import { gatewayFault, json } from '../platform/answers.js'
import { FakeTokens } from './tokens.js'

export interface FakeApp {
  readonly clientId: string
  readonly clientSecret: string
}

/** What the fake's user does at the consent page. */
export type ConsentChoice =
  /** Agrees at once, for this company; the browser is sent back without showing a page. */
  | { readonly kind: 'allow'; readonly realmId: string }
  | { readonly kind: 'decline' }
  /** Is shown the page and chooses there. */
  | { readonly kind: 'ask' }

const scope = 'com.intuit.quickbooks.accounting'

/** Intuit's login and identity services: consent and tokens. */
export class FakeIdentity {
  readonly tokens: FakeTokens
  choice: ConsentChoice
  /** How refusals of tokens are spelt: by the gateway (`fault`) or by the accounting service (`Fault`). */
  spelling: 'gateway' | 'service' = 'gateway'
  readonly #app: FakeApp
  readonly #companies: ReadonlyMap<string, string>
  readonly #clock: Clock

  constructor(app: FakeApp, companies: ReadonlyMap<string, string>, clock: Clock) {
    const [first] = companies.keys()
    this.#app = app
    this.#companies = companies
    this.#clock = clock
    this.tokens = new FakeTokens(clock)
    this.choice = first === undefined ? { kind: 'ask' } : { kind: 'allow', realmId: first }
  }

  /** GET /connect/oauth2 */
  authorize(query: URLSearchParams): Response {
    const redirectUri = query.get('redirect_uri') ?? ''
    const isKnown = query.get('client_id') === this.#app.clientId && query.get('response_type') === 'code'
    if (!isKnown || !URL.canParse(redirectUri)) return new Response('Error: invalid_client', { status: 400 })
    const back = (parameters: Record<string, string>): Response => {
      const url = new URL(redirectUri)
      for (const [name, value] of Object.entries({ ...parameters, state: query.get('state') ?? '' }))
        url.searchParams.set(name, value)
      return new Response(null, { status: 302, headers: { location: url.toString() } })
    }
    if (query.get('scope') !== scope) return back({ error: 'invalid_scope' })
    const choice = this.#choiceIn(query)
    if (choice.kind === 'ask') return this.#consentPage(query)
    if (choice.kind === 'decline' || !this.#companies.has(choice.realmId))
      return back({ error: 'access_denied' })
    return back({ code: this.tokens.issueCode(choice.realmId, redirectUri), realmId: choice.realmId })
  }

  /** POST /oauth2/v1/tokens/bearer */
  token(request: Request, body: URLSearchParams): Response {
    if (!this.#isApp(request)) return json({ error: 'invalid_client' }, 401)
    const tellsHard = request.headers.get('x-include-refresh-token-hard-expires-in') === 'true'
    const tokens =
      body.get('grant_type') === 'refresh_token'
        ? this.tokens.refresh(body.get('refresh_token') ?? '', tellsHard)
        : this.tokens.exchangeCode(body.get('code') ?? '', body.get('redirect_uri') ?? '', tellsHard)
    return tokens
      ? json(tokens)
      : json({ error: 'invalid_grant', error_description: 'Incorrect or invalid refresh token' }, 400)
  }

  /** POST /v2/oauth2/tokens/revoke */
  revoke(request: Request, body: string): Response {
    if (!this.#isApp(request)) return json({ error: 'invalid_client' }, 401)
    const parsed: unknown = JSON.parse(body)
    const token = isRecord(parsed) ? textMember(parsed, 'token') : undefined
    return this.tokens.revoke(token ?? '')
      ? new Response(null, { status: 200 })
      : json({ error: 'invalid_token' }, 400)
  }

  /** Whether the request's token opens the company; if not, the answer that it gets. */
  refusal(request: Request, realmId: string): Response | undefined {
    const company = this.tokens.companyOf(request.headers.get('authorization')?.replace(/^Bearer /i, ''))
    const time = new Date(this.#clock.now()).toISOString()
    if (company === realmId) return undefined
    if (company !== undefined)
      return gatewayFault(
        403,
        'AUTHORIZATION',
        '3100',
        'message=ApplicationAuthorizationFailed; errorCode=003100',
        time,
      )
    const message = 'message=AuthenticationFailed; errorCode=003200; statusCode=401'
    return this.spelling === 'gateway'
      ? gatewayFault(401, 'AUTHENTICATION', '3200', message, time)
      : json(
          { Fault: { Error: [{ Message: message, code: '003200' }], type: 'AuthenticationFault' }, time },
          401,
        )
  }

  #isApp(request: Request): boolean {
    const { clientId, clientSecret } = this.#app
    return request.headers.get('authorization') === `Basic ${btoa(`${clientId}:${clientSecret}`)}`
  }

  #choiceIn(query: URLSearchParams): ConsentChoice {
    const realmId = query.get('fake_allow')
    if (realmId !== null) return { kind: 'allow', realmId }
    return query.has('fake_decline') ? { kind: 'decline' } : this.choice
  }

  #consentPage(query: URLSearchParams): Response {
    const link = (name: string, value: string, text: string): string => {
      const parameters = new URLSearchParams(query)
      parameters.set(name, value)
      return `<li><a href="?${parameters.toString().replaceAll('&', '&amp;')}">${text.replaceAll('<', '&lt;')}</a></li>`
    }
    const choices = [...this.#companies].map(([id, name]) => link('fake_allow', id, `Connect ${name}`))
    const page = `<!DOCTYPE html><title>A fake QuickBooks</title><h1>A fake QuickBooks</h1><ul>${choices.join('')}${link('fake_decline', '1', 'Cancel')}</ul>`
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
}
