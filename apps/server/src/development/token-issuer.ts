import type { Clock } from '@ledgerpost/core'
import { SignJWT } from 'jose'
import type { TokenRules } from '../auth/authenticate.js'
import type { Role } from '../auth/principal.js'
import { signingSecret } from './require-development.js'

/** Who a development token is for. */
export interface TokenRequest {
  readonly subscribers: readonly string[] | '*'
  readonly role: Role
  readonly name: string
}

/** An answer of a token endpoint (RFC 6749 section 5.1). */
export interface IssuedToken {
  readonly access_token: string
  readonly token_type: 'Bearer'
  /** Seconds. */
  readonly expires_in: number
}

export type TokenIssuer = (request: TokenRequest) => Promise<IssuedToken>

/** A working day, in seconds. */
const lifetime = 8 * 60 * 60

/** Signs tokens that the rules accept. @throws LedgerpostError if the rules have no secret to sign with */
export function tokenIssuer(rules: TokenRules, clock: Clock): TokenIssuer {
  const secret = new TextEncoder().encode(signingSecret(rules))
  return async ({ subscribers, role, name }) => {
    const issued = Math.floor(clock.now() / 1000)
    const token = await new SignJWT({ name, role, subscribers })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(name)
      .setIssuer(rules.issuer)
      .setAudience(rules.audience)
      .setIssuedAt(issued)
      .setExpirationTime(issued + lifetime)
      .sign(secret)
    return { access_token: token, token_type: 'Bearer', expires_in: lifetime }
  }
}
