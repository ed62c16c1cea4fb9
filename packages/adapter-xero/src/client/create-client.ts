import {
  createHttp,
  type Gate,
  type Http,
  type HttpAnswer,
  isRecord,
  type JsonRecord,
  retryAfterOf,
  type SharedGate,
} from '@ledgerpost/adapter-kit'
import type { AdapterEnvironment, TokenSource } from '@ledgerpost/core'
import { isStaleToken, pauseOf } from '../errors/connection-reason.js'
import { failureOf, notUnderstood } from '../errors/failure.js'
import type { XeroLimits } from '../limits.js'

export interface ClientOptions extends AdapterEnvironment {
  readonly baseUrl: string
  readonly limits: XeroLimits
  readonly tokens: TokenSource | null
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  readonly gate?: Gate | SharedGate
}

/** Calls to Xero in Xero's words. */
export interface Client {
  readonly http: Http
  now(): number
  /** @throws IntegratorError unless the answer is JSON with status 200 */
  get(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>
  /** The objects of a collection, which is at `/{name}` unless told otherwise. @throws IntegratorError, also when the collection is not in the answer */
  list(name: string, query?: Readonly<Record<string, string>>, path?: string): Promise<ListAnswer>
}

export interface ListAnswer {
  readonly elements: readonly JsonRecord[]
  readonly body: JsonRecord
}

export function createClient(options: ClientOptions): Client {
  const { clock, limits } = options
  const waitOf = (answer: HttpAnswer): number | undefined =>
    'headers' in answer ? retryAfterOf(answer.headers, clock.now()) : undefined
  const http = createHttp({
    fetch: options.fetch,
    clock,
    logger: options.logger,
    baseUrl: options.baseUrl,
    tokens: options.tokens,
    limits: limits.http,
    isStaleToken,
    pauseOf: (answer) => pauseOf(answer, waitOf(answer)),
    ...(options.headers === undefined ? {} : { headers: options.headers }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.gate === undefined ? {} : { gate: options.gate }),
  })
  const get: Client['get'] = async (path, query = {}) => {
    const answer = await http.request({ method: 'GET', path, query })
    if (answer.kind === 'json' && answer.status === 200) return answer.body
    throw failureOf(answer, `GET ${path}`, clock.now())
  }
  return {
    http,
    now: () => clock.now(),
    get,
    async list(name, query, path = `/${name}`) {
      const body = await get(path, query)
      // An answer without the collection must never be taken for an empty one: it would mean "not there".
      const elements = isRecord(body) ? body[name] : undefined
      if (!isRecord(body) || !Array.isArray(elements) || !elements.every(isRecord)) {
        throw notUnderstood(`GET ${path}`, `it has no list of ${name}`)
      }
      return { elements, body }
    },
  }
}
