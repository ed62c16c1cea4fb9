import { createHttp, isRecord } from '@ledgerpost/adapter-kit'
import { type AdapterEnvironment, IntegratorError, type TokenSource } from '@ledgerpost/core'
import { failureOf } from '../errors/failure.js'
import type { QuickBooksOnlineLimits } from '../limits.js'

export interface Revocation {
  /** The revocation endpoint, with its path. */
  readonly revokeUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly limits: QuickBooksOnlineLimits
}

/**
 * Takes the consent back (developer.intuit.com, OAuth 2.0, revoke token): a consent is for one company, so nothing else ends
 * with it. One that is gone already counts as taken back.
 * @throws IntegratorError
 */
export async function revoke(
  environment: AdapterEnvironment,
  tokens: TokenSource | null,
  { revokeUrl, clientId, clientSecret, limits }: Revocation,
): Promise<void> {
  const token = await lastToken(tokens)
  if (token === undefined) return
  const { origin, pathname } = new URL(revokeUrl)
  const answer = await createHttp({ ...environment, baseUrl: origin, limits: limits.http }).request({
    method: 'POST',
    path: pathname,
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: JSON.stringify({ token }),
  })
  if ('status' in answer && answer.status === 200) return
  const isGone =
    answer.kind === 'json' &&
    answer.status === 400 &&
    isRecord(answer.body) &&
    /invalid_(grant|token)/i.test(String(answer.body['error']))
  if (!isGone) throw failureOf(answer, 'POST revoke', environment.clock.now(), limits.throttlePause)
}

async function lastToken(tokens: TokenSource | null): Promise<string | undefined> {
  try {
    return await tokens?.accessToken()
  } catch (error) {
    if (error instanceof IntegratorError && error.reason.kind === 'reauthorise') return undefined
    throw error
  }
}
