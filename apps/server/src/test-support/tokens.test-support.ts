import { SignJWT } from 'jose'
import type { TokenRules } from '../auth/authenticate.js'
import type { Role } from '../auth/principal.js'

export const testSecret = 'only tests share this secret of theirs'

export const testTokens: TokenRules = {
  key: { secret: testSecret },
  issuer: 'ledgerpost-tests',
  audience: 'ledgerpost',
}

export interface Caller {
  readonly role: Role
  readonly subscribers: readonly string[] | '*'
}

/** An Authorization header for the caller, good for an hour. */
export async function bearer({ role, subscribers }: Caller): Promise<string> {
  const token = await new SignJWT({ name: 'uname', role, subscribers })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('5000')
    .setIssuer(testTokens.issuer)
    .setAudience(testTokens.audience)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(testSecret))
  return `Bearer ${token}`
}
