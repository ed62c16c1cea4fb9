import { type AdapterEnvironment, type Authorisation, type Grant, IntegratorError } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { type GrantAddress, type KeptGrant, type ReadGrant, readGrant } from './stored-grant.js'

/** How long the integrator is waited for, in milliseconds: shorter than a claim, so that its answer can be saved under it. */
const answerTime = 10_000

/** For how long the refresh token before the last is tried when the last is refused, in milliseconds. Xero honours it so long. */
const graceTime = 30 * 60_000

/** For how long a process alone may exchange a grant's tokens once it has claimed it, in milliseconds of database time. */
export const claimTime = 15_000

/** How a grant is exchanged, and the integrator's name for messages. */
export interface Exchanger {
  readonly title: string
  readonly refresh: Extract<Authorisation, { kind: 'oauth2' }>['refresh']
}

/**
 * Asks the integrator for new tokens, within the time allowed. If it refuses the refresh token, that is believed only
 * when nobody saved newer ones meanwhile and the token before it, within its time of grace, is refused too. Whoever stood
 * still for so long that its claim could be over before the answer asks nobody: another process may be at it.
 * @param claimedAt the moment before the grant was claimed
 * @returns undefined if another process has saved newer tokens
 * @throws IntegratorError
 */
export function exchangeTokens(
  environment: EngineEnvironment,
  exchanger: Exchanger,
  address: GrantAddress,
  { kept }: ReadGrant,
  claimedAt: number,
): Promise<KeptGrant | undefined> {
  const { clock, logger } = environment
  const { title, refresh } = exchanger
  const time = clock.now()
  if (time > claimedAt + claimTime - answerTime) return Promise.reject(stoodStill(title))
  const renewed = (grant: Grant, used: string | null): KeptGrant => ({
    grant,
    previous: grant.refreshToken === used ? null : used,
    refreshedAt: time,
    consentedAt: kept.consentedAt,
  })
  return inTime(environment, title, async (outside) => {
    try {
      return renewed(await refresh(outside, kept.grant), kept.grant.refreshToken)
    } catch (error) {
      if (!(error instanceof IntegratorError) || error.reason.kind !== 'reauthorise') throw error
      const current = await readGrant(environment, title, address)
      if (current.kept.grant.accessToken !== kept.grant.accessToken) return undefined
      if (kept.previous === null || time - kept.refreshedAt >= graceTime) throw error
      logger.warn(
        { subscriberId: address.subscriberId, grant: address.grantId },
        `${title} refused a refresh token; the one before it is tried, which may still be honoured.`,
      )
      return renewed(await refresh(outside, { ...kept.grant, refreshToken: kept.previous }), kept.previous)
    }
  })
}

/** Settles as the work does, or fails when the time is over, whether or not the work listens to its signal. */
async function inTime<Result>(
  environment: EngineEnvironment,
  title: string,
  work: (outside: AdapterEnvironment) => Promise<Result>,
): Promise<Result> {
  const { clock, fetch, logger } = environment
  const endsAt = clock.now() + answerTime
  const stop = new AbortController()
  const timer = new AbortController()
  const outside: AdapterEnvironment = {
    clock,
    logger,
    fetch: (input, init = {}) =>
      // A process that stood still comes by here before its timers do.
      clock.now() > endsAt
        ? Promise.reject(stoodStill(title))
        : fetch(input, { ...init, signal: AbortSignal.any([stop.signal, ...signalsOf(input, init)]) }),
  }
  const expired = async (): Promise<never> => {
    await clock.sleep(answerTime, timer.signal)
    const error = new IntegratorError({
      kind: 'transient',
      message: `${title} did not answer a request for new tokens in ${answerTime / 1000} s. It is tried again later.`,
    })
    stop.abort(error)
    throw error
  }
  try {
    return await Promise.race([expired(), work(outside)])
  } finally {
    timer.abort()
  }
}

function stoodStill(title: string): IntegratorError {
  return new IntegratorError({
    kind: 'transient',
    message:
      `This process stood still while it was about to ask ${title} for new tokens, so it did not ask: another may have. ` +
      `It is tried again later.`,
  })
}

function signalsOf(input: string | URL | Request, init: RequestInit): readonly AbortSignal[] {
  if (init.signal) return [init.signal]
  return input instanceof Request ? [input.signal] : []
}
