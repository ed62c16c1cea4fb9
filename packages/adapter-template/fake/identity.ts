import { createHash } from 'node:crypto'
import type { Clock } from '@ledgerpost/testkit'

const lifetime = 3_600_000

/** Consent and tokens: every consent is given at once. */
export class FakeIdentity {
  readonly #clock: Clock
  readonly #challenges = new Map<string, string>()
  readonly #access = new Map<string, number>()
  readonly #refresh = new Set<string>()
  #count = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** GET /oauth/authorize */
  authorize(query: URLSearchParams): Response {
    const code = this.#next('code')
    this.#challenges.set(code, query.get('code_challenge') ?? '')
    const back = new URL(query.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString()
    return new Response(null, { status: 302, headers: { location: back.toString() } })
  }

  /** POST /oauth/token */
  token(body: URLSearchParams): Response {
    return (body.get('grant_type') === 'refresh_token' ? this.#isRefreshed(body) : this.#isProved(body))
      ? this.#issue()
      : Response.json({ error: 'invalid_grant' }, { status: 400 })
  }

  isGood(request: Request): boolean {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? ''
    return (this.#access.get(token) ?? 0) > this.#clock.now()
  }

  /** The owner takes all consent back. */
  revoke(): void {
    this.#access.clear()
    this.#refresh.clear()
  }

  #isRefreshed(body: URLSearchParams): boolean {
    return this.#refresh.delete(body.get('refresh_token') ?? '')
  }

  /** RFC 7636, section 4.6. */
  #isProved(body: URLSearchParams): boolean {
    const code = body.get('code') ?? ''
    const challenge = this.#challenges.get(code)
    this.#challenges.delete(code)
    const verifier = body.get('code_verifier') ?? ''
    return challenge === createHash('sha256').update(verifier).digest('base64url')
  }

  #issue(): Response {
    const [access, refresh] = [this.#next('access'), this.#next('refresh')]
    this.#access.set(access, this.#clock.now() + lifetime)
    this.#refresh.add(refresh)
    return Response.json({
      access_token: access,
      refresh_token: refresh,
      expires_in: lifetime / 1000,
      token_type: 'Bearer',
      scope: 'books',
    })
  }

  #next(what: string): string {
    this.#count += 1
    return `fake-${what}-${this.#count}`
  }
}
