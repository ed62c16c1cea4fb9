import { type Clock, runtimeClock } from './clock.js'
import { problemOf } from './problem-error.js'
import { type Outcome, retryAfterOf, type RetryRules, waitBeforeRetry } from './retry.js'

/** A bearer token, or what gives one: asked before each request, so that it may be renewed. */
export type Token = string | (() => string | Promise<string>)

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>

export interface ClientOptions {
  /** Where the server is; a path in it is kept. */
  readonly baseUrl: string | URL
  readonly token: Token
  /** Default: the runtime's. */
  readonly fetch?: Fetch
  /** Default: the runtime's. */
  readonly clock?: Clock
  /** From 0 up to 1, for the spread of retries. Default: `Math.random`. */
  readonly random?: () => number
  /** How often a request that may be repeated is, at most. Default: 4. */
  readonly retries?: number
}

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `baseUrl`, or an absolute address. */
  readonly path: string
  /** A stream can be sent only once. */
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
  /** Whether the same may be sent again after an answer that says to come back. Default: unless it is a stream. */
  readonly isRepeatable?: boolean
}

/** Sends requests, with the token and again where that is safe. */
export interface Transport {
  readonly clock: Clock
  readonly baseUrl: string
  /** The answer, if it is a good one. @throws ProblemError, and whatever fetch throws */
  send(request: Sent): Promise<Response>
}

/** Longer waits are left to the caller, in milliseconds. */
const longestWait = 60_000

export function createTransport(options: ClientOptions): Transport {
  const { token, clock = runtimeClock, random = Math.random, retries = 4 } = options
  const fetch: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  const baseUrl = new URL(options.baseUrl).href.replace(/\/+$/, '')
  const rules: RetryRules = { retries, longestWait, clock, random }

  async function attempt({ method, path, body, headers, signal }: Sent): Promise<Response> {
    const bearer = typeof token === 'string' ? token : await token()
    return fetch(path.startsWith('/') ? baseUrl + path : path, {
      method,
      headers: { Accept: 'application/json', ...headers, Authorization: `Bearer ${bearer}` },
      redirect: 'error',
      ...(body === undefined ? {} : { body }),
      ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
      ...(signal === undefined ? {} : { signal }),
    })
  }

  return {
    clock,
    baseUrl,
    async send(request) {
      const { method, body, signal } = request
      const isRepeatable = request.isRepeatable ?? !(body instanceof ReadableStream)
      for (let done = 0; ; done += 1) {
        const outcome = await settled(attempt(request))
        if ('response' in outcome && outcome.response.ok) return outcome.response
        signal?.throwIfAborted()
        const wait = isRepeatable ? waitBeforeRetry(method, done, outcome, rules) : null
        if ('error' in outcome) {
          if (wait === null) throw outcome.error
        } else {
          const { response } = outcome
          if (wait === null) throw await problemOf(response, retryAfterOf(response, clock.now()))
          await response.body?.cancel()
        }
        await clock.sleep(wait, signal)
      }
    },
  }
}

async function settled(work: Promise<Response>): Promise<Outcome> {
  try {
    return { response: await work }
  } catch (error) {
    return { error }
  }
}
