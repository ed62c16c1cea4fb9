import type { Clock } from '@ledgerpost/testkit'

const accessSeconds = 3600
/** A hundred days and a day from each use. */
const refreshSeconds = 8_726_400
/** Five years from the consent, whatever its use. */
const hardSeconds = 5 * 365 * 24 * 3600
const codeLifetime = 10 * 60_000

/** What one user allowed for one company. */
interface Consent {
  readonly realmId: string
  readonly since: number
  isRevoked: boolean
}

/** What the token endpoint answers with. */
export interface TokenSet {
  readonly access_token: string
  readonly refresh_token: string
  readonly expires_in: number
  readonly x_refresh_token_expires_in: number
  readonly x_refresh_token_hard_expires_in?: number
  readonly token_type: 'bearer'
}

interface Expiring {
  readonly consent: Consent
  readonly expires: number
}

/** Codes, access tokens and refresh tokens, of which only the newest is good. */
export class FakeTokens {
  readonly #clock: Clock
  readonly #codes = new Map<string, Expiring & { readonly redirectUri: string }>()
  readonly #access = new Map<string, Expiring>()
  readonly #refresh = new Map<string, Expiring>()
  #count = 0
  /** How often tokens were refreshed. */
  refreshes = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  issueCode(realmId: string, redirectUri: string): string {
    const now = this.#clock.now()
    const code = `code-${this.#next()}`
    const consent = { realmId, since: now, isRevoked: false }
    this.#codes.set(code, { consent, redirectUri, expires: now + codeLifetime })
    return code
  }

  /** Undefined for a code that is unknown, used, expired or not this caller's. */
  exchangeCode(code: string, redirectUri: string, tellsHardExpiry: boolean): TokenSet | undefined {
    const pending = this.#codes.get(code)
    this.#codes.delete(code)
    if (!pending || pending.expires <= this.#clock.now() || pending.redirectUri !== redirectUri)
      return undefined
    return this.#issue(pending.consent, tellsHardExpiry)
  }

  /** Undefined for a refresh token that is unknown, lapsed, revoked or not the newest: there is no time of grace. */
  refresh(refreshToken: string, tellsHardExpiry: boolean): TokenSet | undefined {
    const known = this.#refresh.get(refreshToken)
    if (!known || !this.#isGood(known)) return undefined
    this.#refresh.delete(refreshToken)
    this.refreshes += 1
    return this.#issue(known.consent, tellsHardExpiry)
  }

  /** The company of an access token that is valid now. */
  companyOf(accessToken: string | undefined): string | undefined {
    const known = accessToken === undefined ? undefined : this.#access.get(accessToken)
    return known && this.#isGood(known) ? known.consent.realmId : undefined
  }

  /** Ends the consent that a token, access or refresh, belongs to; false for an unknown token. */
  revoke(token: string): boolean {
    const known = this.#access.get(token) ?? this.#refresh.get(token)
    if (!known || known.consent.isRevoked) return false
    known.consent.isRevoked = true
    return true
  }

  /** As a user does inside QuickBooks. */
  revokeAll(): void {
    for (const { consent } of [...this.#access.values(), ...this.#refresh.values()]) consent.isRevoked = true
  }

  /** Makes access tokens invalid before their time; refresh tokens stay good. */
  expireAccessTokens(): void {
    this.#access.clear()
  }

  #isGood({ consent, expires }: Expiring): boolean {
    return !consent.isRevoked && expires > this.#clock.now()
  }

  #next(): number {
    this.#count += 1
    return this.#count
  }

  #issue(consent: Consent, tellsHardExpiry: boolean): TokenSet {
    const now = this.#clock.now()
    const id = this.#next()
    const hard = hardSeconds - Math.floor((now - consent.since) / 1000)
    const access = { consent, expires: now + accessSeconds * 1000 }
    const tokens = { access_token: `access-token-${id}`, refresh_token: `refresh-token-${id}` }
    this.#access.set(tokens.access_token, access)
    this.#refresh.set(tokens.refresh_token, { consent, expires: now + Math.min(refreshSeconds, hard) * 1000 })
    return {
      ...tokens,
      expires_in: accessSeconds,
      x_refresh_token_expires_in: Math.min(refreshSeconds, hard),
      ...(tellsHardExpiry ? { x_refresh_token_hard_expires_in: hard } : {}),
      token_type: 'bearer',
    }
  }
}
