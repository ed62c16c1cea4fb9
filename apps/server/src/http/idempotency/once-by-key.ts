import { createHash } from 'node:crypto'
import type { Clock, Logger } from '@ledgerpost/core'
import type { IdempotencyKey, IdempotencyStore, KeptAnswer } from '@ledgerpost/postgres'
import { limits } from '../../limits.js'
import { describeError } from '../describe-error.js'
import { errorAnswer } from '../error-answer.js'
import { Refusal } from '../problem.js'
import type { Route, RouteRequest } from '../routes.js'
import { holdingClaim } from './hold-claim.js'
import { idempotencyKeyOf } from './idempotency-key.js'

export interface OnceByKey {
  readonly idempotency: IdempotencyStore
  readonly clock: Clock
  readonly logger: Logger
  readonly newId: () => string
}

/**
 * The same route, which does a request that names an Idempotency-Key once and answers its repetitions with what the
 * first was answered. Only POST takes keys: what GET, PUT and DELETE do can be repeated as it is.
 */
export function onceByKey(route: Route, { idempotency, clock, logger, newId }: OnceByKey): Route {
  if (route.method !== 'POST') return route

  async function handle(request: RouteRequest): Promise<Response> {
    const { context } = request
    const name = idempotencyKeyOf(context.req.header('Idempotency-Key'))
    if (name === undefined) return route.handle(request)
    const key = keyOf(name, request)
    const claim = newId()
    const found = await idempotency.claim(key, await fingerprintOf(request), claim)
    if (found.kind === 'answered') return replayed(found.answer)
    if (found.kind === 'claimed') return first(request, key, claim)
    throw found.kind === 'in-use' ? inUse() : reused()
  }

  async function first(request: RouteRequest, key: IdempotencyKey, claim: string): Promise<Response> {
    const prolong = () => idempotency.prolong(key, claim)
    let response: Response
    try {
      response = await holdingClaim(() => answered(request), prolong, { clock, logger })
    } catch (error) {
      await orWarn(() => idempotency.free(key, claim))
      throw error
    }
    if (!isKept(response)) {
      await orWarn(() => idempotency.free(key, claim))
      return response
    }
    const answer = await keptAnswer(response)
    // It was done, whether or not that can be written down.
    await orWarn(async () => void (await idempotency.keep(key, claim, answer)))
    return responseOf(answer)
  }

  /** What the route answers, refusals too; only what a repetition may find otherwise is thrown. */
  async function answered(request: RouteRequest): Promise<Response> {
    try {
      return await route.handle(request)
    } catch (error) {
      const description = describeError(error)
      if (!description || !isKept(description)) throw error
      return errorAnswer(error, request.context, { logger, newId })
    }
  }

  async function orWarn(write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      logger.warn({ error }, 'What became of a request with an Idempotency-Key could not be stored.')
    }
  }

  return { ...route, handle }
}

/** Refusals that lie with the caller's rights, the headers or the moment, and not with what is asked. */
const notKept = new Set([401, 403, 406, 408, 415, 429])

function isKept({ status, code }: { readonly status: number; readonly code?: string }): boolean {
  return status < 500 && !notKept.has(status) && code !== 'route-not-found'
}

function keyOf(key: string, { principal, subscriberId }: RouteRequest): IdempotencyKey {
  return { subscriberId, caller: hash(JSON.stringify([principal.role, principal.userId])), key }
}

async function fingerprintOf({ context }: RouteRequest): Promise<string> {
  const { pathname, search } = new URL(context.req.url)
  return hash(`${pathname}${search}\n`, await context.get('readBody')(limits.bodyBytes))
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest('hex')
}

async function keptAnswer(response: Response): Promise<KeptAnswer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}

function replayed(answer: KeptAnswer): Response {
  return responseOf({ ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } })
}

function responseOf({ status, headers, body }: KeptAnswer): Response {
  return new Response(body.length === 0 ? null : Buffer.from(body), { status, headers })
}

function inUse(): Refusal {
  return new Refusal(
    'idempotency-key-in-use',
    'The first request with this Idempotency-Key is still being done. Send it again in a while, with the same key.',
    { headers: { 'Retry-After': '2' } },
  )
}

function reused(): Refusal {
  return new Refusal(
    'idempotency-key-reused',
    'This Idempotency-Key was used for another address or another body. Nothing was done; send this with a key of its own.',
  )
}
