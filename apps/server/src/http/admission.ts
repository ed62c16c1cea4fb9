import type { Clock } from '@ledgerpost/core'
import type { Context, MiddlewareHandler } from 'hono'
import type { Authenticate } from '../auth/authenticate.js'
import type { Principal } from '../auth/principal.js'
import { limits } from '../limits.js'
import { Refusal } from './problem.js'
import { createRateLimiter } from './rate-limit/rate-limiter.js'
import { bodyReader } from './read-body.js'
import type { AppEnvironment } from './routes.js'

/**
 * Lets in who can say who they are and does not ask too often. Whoever has a token is counted by it; of the others,
 * who are refused anyway, each address is counted.
 * @param requestsPerMinute of one caller in the long run; 0 lets all in
 * @throws Refusal
 */
export function admission(options: {
  readonly authenticate: Authenticate
  readonly clock: Clock
  readonly requestsPerMinute: number
}): MiddlewareHandler<AppEnvironment> {
  const { authenticate, clock, requestsPerMinute } = options
  // Apart, so that no flood of strangers makes the server forget who it knows.
  const known = counter(requestsPerMinute, clock)
  const strangers = counter(requestsPerMinute, clock)
  return async (context, next) => {
    let principal: Principal
    try {
      principal = await authenticate(context.req.header('Authorization'))
    } catch (error) {
      const address = context.env?.incoming?.socket.remoteAddress
      if (address !== undefined) strangers(context, address)
      throw error
    }
    known(context, JSON.stringify([principal.role, principal.userId]))
    context.set('principal', principal)
    context.set('readBody', bodyReader(context.req.raw, clock))
    await next()
  }
}

/** Counts a caller's request. @throws Refusal if it is one too many */
type Count = (context: Context<AppEnvironment>, caller: string) => void

function counter(perMinute: number, clock: Clock): Count {
  if (perMinute === 0) return () => undefined
  const limiter = createRateLimiter(
    { perMinute, burst: burstOf(perMinute), mostCallers: limits.callers },
    clock,
  )
  return (context, caller) => {
    const decision = limiter.take(caller)
    context.set('rate', decision)
    if (decision.isAllowed) return
    throw new Refusal(
      'rate-limited',
      `These are more than ${perMinute} requests a minute. Nothing was done; come back in ${decision.retryAfter} s.`,
      { headers: { 'Retry-After': String(decision.retryAfter) } },
    )
  }
}

/** Of a minute's requests, those that may come at once after a pause. */
export function burstOf(perMinute: number): number {
  return Math.ceil(perMinute / 6)
}
