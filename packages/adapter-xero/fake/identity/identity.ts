import type { Clock } from '@ledgerpost/testkit'
import { json, problem } from '../platform/answers.js'
import { FakeConnections } from './connections.js'
import { FakeTokens } from './tokens.js'

export interface FakeApp {
  readonly clientId: string
  readonly clientSecret: string
}

/** What the fake's user does at the consent page. */
export type ConsentChoice =
  /** Agrees at once, for this organisation; the browser is sent back without showing a page. */
  | { readonly kind: 'allow'; readonly tenantId: string }
  | { readonly kind: 'decline' }
  /** Is shown the page and chooses there. */
  | { readonly kind: 'ask' }

const knownScopes = new Set(
  'openid profile email offline_access accounting.invoices accounting.payments accounting.contacts accounting.settings accounting.settings.read accounting.banktransactions accounting.manualjournals accounting.attachments'.split(
    ' ',
  ),
)

/** Xero's login and identity services: consent, tokens, connections. */
export class FakeIdentity {
  readonly tokens: FakeTokens
  readonly connections: FakeConnections
  choice: ConsentChoice
  readonly #app: FakeApp
  readonly #organisations: ReadonlyMap<string, string>
  readonly #newId: () => string

  constructor(app: FakeApp, organisations: ReadonlyMap<string, string>, clock: Clock, newId: () => string) {
    const [first] = organisations.keys()
    this.#app = app
    this.#organisations = organisations
    this.#newId = newId
    this.tokens = new FakeTokens(clock, newId)
    this.connections = new FakeConnections(clock, newId)
    this.choice = first === undefined ? { kind: 'ask' } : { kind: 'allow', tenantId: first }
  }

  /** GET /identity/connect/authorize */
  authorize(query: URLSearchParams): Response {
    const redirectUri = query.get('redirect_uri') ?? ''
    if (
      query.get('client_id') !== this.#app.clientId ||
      query.get('response_type') !== 'code' ||
      !URL.canParse(redirectUri)
    ) {
      return new Response('Error: unauthorized_client', { status: 400 })
    }
    const back = (parameters: Record<string, string>): Response => {
      const url = new URL(redirectUri)
      for (const [name, value] of Object.entries({ ...parameters, state: query.get('state') ?? '' })) {
        url.searchParams.set(name, value)
      }
      return new Response(null, { status: 302, headers: { location: url.toString() } })
    }
    const scopes = (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '')
    if (!scopes.every((scope) => knownScopes.has(scope))) return back({ error: 'invalid_scope' })
    const challenge = query.get('code_challenge')
    if (challenge === null || query.get('code_challenge_method') !== 'S256')
      return back({ error: 'invalid_request' })
    const choice = this.#choiceIn(query)
    if (choice.kind === 'ask') return this.#consentPage(query)
    const name = choice.kind === 'allow' ? this.#organisations.get(choice.tenantId) : undefined
    if (choice.kind === 'decline' || name === undefined) return back({ error: 'access_denied' })
    const authEventId = this.#newId()
    this.connections.connect(choice.tenantId, name, authEventId)
    return back({ code: this.tokens.issueCode({ authEventId, scopes }, challenge, redirectUri) })
  }

  /** POST /connect/token */
  token(request: Request, body: URLSearchParams): Response {
    if (!this.#isApp(request)) return json({ error: 'invalid_client' }, 400)
    const tokens =
      body.get('grant_type') === 'refresh_token'
        ? this.tokens.refresh(body.get('refresh_token') ?? '')
        : this.tokens.exchangeCode(
            body.get('code') ?? '',
            body.get('code_verifier') ?? '',
            body.get('redirect_uri') ?? '',
          )
    return tokens ? json(tokens) : json({ error: 'invalid_grant' }, 400)
  }

  /** POST /connect/revocation: it takes all of the user's connections with it. */
  revoke(request: Request): Response {
    if (!this.#isApp(request)) return json({ error: 'invalid_client' }, 400)
    this.tokens.revokeAll()
    this.connections.disconnectAll()
    return new Response(null, { status: 200 })
  }

  /** Whether the request's token covers one of the scopes; if not, the answer that it gets. */
  refusal(request: Request, scopes: readonly string[]): Response | undefined {
    const consent = this.tokens.consentOf(request.headers.get('authorization')?.replace(/^Bearer /i, ''))
    if (!consent) {
      return problem(401, 'Unauthorized', 'TokenExpired: token expired', {
        'www-authenticate': 'Bearer error="invalid_token"',
      })
    }
    if (scopes.length === 0 || scopes.some((scope) => consent.scopes.includes(scope))) return undefined
    return problem(401, 'Unauthorized', 'AuthorizationUnsuccessful', {
      'www-authenticate': 'insufficent_scope',
    })
  }

  #isApp(request: Request): boolean {
    const { clientId, clientSecret } = this.#app
    return request.headers.get('authorization') === `Basic ${btoa(`${clientId}:${clientSecret}`)}`
  }

  #choiceIn(query: URLSearchParams): ConsentChoice {
    const tenantId = query.get('fake_allow')
    if (tenantId !== null) return { kind: 'allow', tenantId }
    return query.has('fake_decline') ? { kind: 'decline' } : this.choice
  }

  #consentPage(query: URLSearchParams): Response {
    const link = (name: string, value: string, text: string): string => {
      const parameters = new URLSearchParams(query)
      parameters.set(name, value)
      return `<li><a href="?${parameters.toString().replaceAll('&', '&amp;')}">${text.replaceAll('<', '&lt;')}</a></li>`
    }
    const choices = [...this.#organisations].map(([id, name]) =>
      link('fake_allow', id, `Allow access to ${name}`),
    )
    const page = `<!DOCTYPE html><title>A fake Xero</title><h1>A fake Xero</h1><ul>${choices.join('')}${link('fake_decline', '1', 'Cancel')}</ul>`
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
}
