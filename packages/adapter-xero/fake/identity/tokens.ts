import { createHash } from 'node:crypto'
import type { Clock } from '@ledgerpost/testkit'

const accessLifetime = 30 * 60_000
const refreshLifetime = 60 * 24 * 60 * 60_000
/** For so long an exchanged refresh token is honoured once more, should its answer have been lost. */
const grace = 30 * 60_000
const codeLifetime = 5 * 60_000

interface Consent {
  readonly authEventId: string
  readonly scopes: readonly string[]
}

interface PendingCode extends Consent {
  readonly expires: number
  readonly challenge: string
  readonly redirectUri: string
}

interface RefreshToken extends Consent {
  readonly expires: number
  exchangedAt: number | undefined
}

export interface TokenSet {
  readonly access_token: string
  readonly refresh_token: string
  readonly expires_in: number
  readonly token_type: 'Bearer'
  readonly scope: string
}

/** Codes, access tokens and rotating refresh tokens. */
export class FakeTokens {
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #codes = new Map<string, PendingCode>()
  readonly #access = new Map<string, Consent & { readonly expires: number }>()
  readonly #refresh = new Map<string, RefreshToken>()
  /** How often tokens were refreshed. */
  refreshes = 0

  constructor(clock: Clock, newId: () => string) {
    this.#clock = clock
    this.#newId = newId
  }

  issueCode(consent: Consent, challenge: string, redirectUri: string): string {
    const code = `code-${this.#newId()}`
    this.#codes.set(code, { ...consent, challenge, redirectUri, expires: this.#clock.now() + codeLifetime })
    return code
  }

  /** Undefined for a code that is unknown, used, expired or not this caller's. */
  exchangeCode(code: string, verifier: string, redirectUri: string): TokenSet | undefined {
    const pending = this.#codes.get(code)
    this.#codes.delete(code)
    if (!pending || pending.expires <= this.#clock.now() || pending.redirectUri !== redirectUri)
      return undefined
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    return challenge === pending.challenge ? this.#issue(pending) : undefined
  }

  /** Undefined for a refresh token that is unknown, unused for too long or exchanged before the time of grace. */
  refresh(refreshToken: string): TokenSet | undefined {
    const known = this.#refresh.get(refreshToken)
    const now = this.#clock.now()
    if (!known || known.expires <= now) return undefined
    if (known.exchangedAt !== undefined && now - known.exchangedAt >= grace) return undefined
    known.exchangedAt ??= now
    this.refreshes += 1
    return this.#issue(known)
  }

  /** The consent behind an access token that is valid now. */
  consentOf(accessToken: string | undefined): Consent | undefined {
    const known = accessToken === undefined ? undefined : this.#access.get(accessToken)
    return known && known.expires > this.#clock.now() ? known : undefined
  }

  /** Makes access tokens invalid before their time; refresh tokens stay good. */
  expireAccessTokens(): void {
    this.#access.clear()
  }

  revokeAll(): void {
    this.#access.clear()
    this.#refresh.clear()
  }

  #issue({ authEventId, scopes }: Consent): TokenSet {
    const now = this.#clock.now()
    const id = this.#newId()
    const claims = {
      authentication_event_id: authEventId,
      exp: Math.floor((now + accessLifetime) / 1000),
      jti: id,
      scope: scopes,
    }
    const accessToken = [{ alg: 'none', typ: 'JWT' }, claims].map(encoded).join('.') + '.fake'
    const refreshToken = `refresh-${id}`
    this.#access.set(accessToken, { authEventId, scopes, expires: now + accessLifetime })
    this.#refresh.set(refreshToken, {
      authEventId,
      scopes,
      expires: now + refreshLifetime,
      exchangedAt: undefined,
    })
    return {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: accessLifetime / 1000,
      token_type: 'Bearer',
      scope: scopes.join(' '),
    }
  }
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
