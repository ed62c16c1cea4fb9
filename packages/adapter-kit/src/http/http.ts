import {
  type AdapterEnvironment,
  IntegratorError,
  isConnectionReason,
  type Reason,
  type TokenSource,
} from '@ledgerpost/core'
import type { Gate } from '../limits/gate.js'
import type { SharedGate } from '../limits/share-gate.js'
import type { HttpAnswer, NotSent } from './answer.js'
import { createDeadline } from './deadline.js'
import { wasNeverSent } from './never-sent.js'
import { parseBody } from './parse-body.js'
import { readBody } from './read-body.js'
import { redact, redactText } from './redact.js'
import { retryAfterOf } from './retry-after.js'

/** Durations in milliseconds. */
export interface HttpLimits {
  /** Until the answer's head is there, the connection included. */
  readonly answerTimeout: number
  /** Until the answer's body has been read. */
  readonly totalTimeout: number
  /** Of an answer's body; the rest is not read. */
  readonly maximumBytes: number
  /** How often a GET is tried in all. Nothing else is ever repeated. */
  readonly attempts: number
  /** Before the second attempt; it doubles for each further one. */
  readonly firstDelay: number
  /** A wait longer than this is left to the caller. */
  readonly longestDelay: number
}

export const defaultHttpLimits: HttpLimits = {
  answerTimeout: 20_000,
  totalTimeout: 30_000,
  maximumBytes: 16_000_000,
  attempts: 3,
  firstDelay: 500,
  longestDelay: 10_000,
}

export interface HttpOptions extends AdapterEnvironment {
  /** Absolute; requests name paths below it. */
  readonly baseUrl: string
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Bearer tokens; without them requests carry none. */
  readonly tokens?: TokenSource | null
  /** Stops everything, waiting included. */
  readonly signal?: AbortSignal
  /** Shared by all that call under the same limits. */
  readonly gate?: Gate | SharedGate
  readonly limits?: Partial<HttpLimits>
  /** Whether an answer says that the token is stale, so that a new one helps. Default: status 401. */
  readonly isStaleToken?: (answer: HttpAnswer) => boolean
  /** For how long the integrator wants no more calls, in milliseconds. Default: `Retry-After` on status 429. */
  readonly pauseOf?: (answer: HttpAnswer) => number | undefined
  /** How the text of a body is read; throws where it is no JSON. Default: JSON.parse. */
  readonly parseJson?: (text: string) => unknown
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the base URL, beginning with a slash. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  /** JSON. */
  readonly body?: string
  /**
   * After this moment, in milliseconds since 1970 UTC by the clock, no byte leaves: what has waited for its turn or its
   * token until then is not sent, with reason `transient`. Default: it may leave at any time.
   */
  readonly startBy?: number
}

export interface Http {
  /**
   * Makes a call. Never throws: what became of it is in the answer. A GET is repeated when that may help; any
   * other call is made once, and a second time, byte for byte the same, only when its token was refused.
   */
  request(request: HttpRequest): Promise<HttpAnswer>
}

/** The one place where an adapter talks to its integrator. */
export function createHttp(options: HttpOptions): Http {
  const { clock, logger, gate, signal, tokens } = options
  const limits = { ...defaultHttpLimits, ...options.limits }
  const isStaleToken = options.isStaleToken ?? ((answer) => 'status' in answer && answer.status === 401)
  const pauseOf = options.pauseOf ?? ((answer) => tooManyRequests(answer, clock.now()))

  return {
    async request(request) {
      let answer = await authorised(request)
      for (let attempt = 1; request.method === 'GET' && attempt < limits.attempts; attempt += 1) {
        const delay = delayBeforeRepeat(answer, attempt)
        if (delay === undefined) break
        // An attempt follows from what became of the one before.
        if (!(await waited(delay))) break
        answer = await authorised(request)
      }
      return answer
    },
  }

  function delayBeforeRepeat(answer: HttpAnswer, attempt: number): number | undefined {
    if (signal?.aborted) return undefined
    const delay = limits.firstDelay * 2 ** (attempt - 1)
    if (answer.kind === 'lost') return delay
    if (answer.kind === 'not-sent') return answer.reason.kind === 'transient' ? delay : undefined
    if (answer.status !== 429) return answer.status >= 500 ? delay : undefined
    const asked = Math.max(delay, pauseOf(answer) ?? 0)
    return asked <= limits.longestDelay ? asked : undefined
  }

  async function waited(delay: number): Promise<boolean> {
    try {
      await clock.sleep(delay, signal)
      return true
    } catch {
      return false
    }
  }

  async function authorised(request: HttpRequest): Promise<HttpAnswer> {
    if (!tokens) return gated(request, undefined)
    try {
      const token = await tokens.accessToken()
      const answer = await gated(request, token)
      if (!isStaleToken(answer)) return answer
      const renewed = await tokens.accessToken(token)
      return renewed === token ? answer : await gated(request, renewed)
    } catch (error) {
      if (signal?.aborted && error === signal.reason) return stopped()
      if (!(error instanceof IntegratorError)) throw error
      return { kind: 'not-sent', reason: connectionReason(error.reason) }
    }
  }

  async function gated(request: HttpRequest, token: string | undefined): Promise<HttpAnswer> {
    const passage = await gate?.enter(signal, request.startBy)
    if (passage && !passage.isOpen) return { kind: 'not-sent', reason: passage.reason }
    try {
      const answer = await exchange(request, token)
      const pause = pauseOf(answer)
      if (pause !== undefined) await gate?.pause(pause)
      return answer
    } finally {
      passage?.leave()
    }
  }

  async function exchange(request: HttpRequest, token: string | undefined): Promise<HttpAnswer> {
    if (signal?.aborted) return stopped()
    // Nothing is awaited between this look at the clock and the call.
    const started = clock.now()
    if (started > (request.startBy ?? Infinity)) return tooLate(request)
    const deadline = createDeadline(clock, signal)
    let answer: HttpAnswer
    try {
      deadline.allow(limits.totalTimeout, 'The whole answer')
      const isAnswered = deadline.allow(limits.answerTimeout, 'The answer')
      const response = await deadline.race(
        options.fetch(urlOf(request), initOf(request, token, deadline.signal)),
      )
      isAnswered()
      const reading = await bodyBefore(
        deadline.signal,
        deadline.race(readBody(response, limits.maximumBytes, deadline.signal)),
      )
      answer = parseBody(response, reading, options.parseJson)
    } catch (error) {
      answer = wasNeverSent(error)
        ? notSent(
            `${request.method} ${request.path} found no connection: ${sentence(error)}. It is tried again later.`,
          )
        : { kind: 'lost', message: `${request.method} ${request.path} got no answer: ${sentence(error)}` }
    } finally {
      deadline.end()
    }
    logger.debug(
      {
        method: request.method,
        path: redactText(request.path),
        query: redact(request.query ?? {}),
        milliseconds: clock.now() - started,
        ...('status' in answer ? { kind: answer.kind, status: answer.status } : { kind: answer.kind }),
      },
      'Called the integrator',
    )
    return answer
  }

  function urlOf(request: HttpRequest): string {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(request.query ?? {}))
      if (value !== undefined) query.set(name, value)
    return options.baseUrl + request.path + (query.size > 0 ? `?${query.toString()}` : '')
  }

  function initOf(request: HttpRequest, token: string | undefined, stop: AbortSignal): RequestInit {
    return {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...options.headers,
        ...request.headers,
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      // A redirect would carry the token to a place nobody chose, or turn a PUT into a GET.
      redirect: 'manual',
      signal: stop,
      ...(request.body === undefined ? {} : { body: request.body }),
    }
  }
}

/** A body that the clock or the caller cut short is as good as one that broke off: the head was there. */
async function bodyBefore(
  signal: AbortSignal,
  reading: ReturnType<typeof readBody>,
): Promise<Awaited<ReturnType<typeof readBody>>> {
  try {
    return await reading
  } catch (error) {
    if (!signal.aborted) throw error
    return { text: '', end: 'cut-off' }
  }
}

function tooManyRequests(answer: HttpAnswer, now: number): number | undefined {
  return 'status' in answer && answer.status === 429 ? retryAfterOf(answer.headers, now) : undefined
}

/** Whatever keeps a token from being had lies with the connection, never with a document. */
function connectionReason(reason: Reason): Reason {
  return isConnectionReason(reason.kind) ? reason : { kind: 'transient', message: reason.message }
}

function stopped(): NotSent {
  return notSent('The work was stopped before the call; it goes on when it is taken up again.')
}

function tooLate({ method, path }: HttpRequest): NotSent {
  return notSent(
    `${method} ${path} was not sent: the time in which it had to begin was over. It is tried again later.`,
  )
}

function notSent(message: string): NotSent {
  return { kind: 'not-sent', reason: { kind: 'transient', message } }
}

function sentence(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return redactText(`${error instanceof Error ? error.message : String(error)}${cause}`)
}
