import { LedgerpostError } from '@ledgerpost/core'
import type { TokenRules } from '../auth/authenticate.js'

/** Where a server with development tokens is about to run. */
export interface DevelopmentPlace {
  /** `NODE_ENV`. */
  readonly nodeEnvironment: string | undefined
  /** Where it will listen, if that is known. */
  readonly hostname?: string
  readonly publicUrl: string | undefined
}

const local = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

/** Whether the name or address leads to this very machine. */
export function isLocal(hostname: string): boolean {
  return local.has(hostname.toLowerCase())
}

/** Development tokens are given to whoever asks. @throws LedgerpostError where others than the developer could ask */
export function requireDevelopment({ nodeEnvironment, hostname, publicUrl }: DevelopmentPlace): void {
  if (nodeEnvironment === 'production') {
    throw new LedgerpostError({
      code: 'dev-tokens-in-production',
      message:
        'The server does not start: --dev-tokens gives a token for anything to whoever asks, and NODE_ENV is production. Leave --dev-tokens out and set LEDGERPOST_JWT_SECRET or LEDGERPOST_JWKS_URL.',
    })
  }
  if (hostname !== undefined) requireLocal('HOST', hostname)
  if (publicUrl !== undefined) requireLocal('LEDGERPOST_PUBLIC_URL', new URL(publicUrl).hostname)
}

/** @throws LedgerpostError */
export function requireLocal(variable: string, hostname: string): void {
  if (isLocal(hostname)) return
  throw new LedgerpostError({
    code: 'dev-tokens-not-local',
    message: `The server does not start: --dev-tokens gives a token for anything to whoever asks, and others can reach ${hostname} (${variable}). Use 127.0.0.1, or leave --dev-tokens out and set LEDGERPOST_JWT_SECRET or LEDGERPOST_JWKS_URL.`,
  })
}

/** The secret that tokens are signed with. @throws LedgerpostError where they are checked with another issuer's keys */
export function signingSecret({ key }: TokenRules): string {
  if ('secret' in key) return key.secret
  throw new LedgerpostError({
    code: 'dev-tokens-need-secret',
    message:
      'The server does not start: --dev-tokens needs a secret to sign with, and LEDGERPOST_JWKS_URL names the keys of another issuer. Unset it, or leave --dev-tokens out.',
  })
}
