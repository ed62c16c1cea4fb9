import {
  createHttp,
  type Gate,
  type Http,
  type JsonRecord,
  isRecord,
  type SharedGate,
} from '@ledgerpost/adapter-kit'
import type { AdapterEnvironment, TokenSource } from '@ledgerpost/core'
import { failureOf, notUnderstood } from './failure.js'

export interface ClientOptions extends AdapterEnvironment {
  readonly baseUrl: string
  readonly tokens: TokenSource | null
  readonly signal?: AbortSignal
  readonly gate?: Gate | SharedGate
}

/** Calls in the words of Example Books. */
export interface Client {
  readonly http: Http
  now(): number
  /** @throws IntegratorError unless the answer is a JSON object with status 200 */
  get(path: string, query?: Readonly<Record<string, string | undefined>>): Promise<JsonRecord>
  /** The objects of a list in an answer. @throws IntegratorError, also when the list is not there */
  list(
    path: string,
    name: string,
    query?: Readonly<Record<string, string | undefined>>,
  ): Promise<readonly JsonRecord[]>
}

export function createClient(options: ClientOptions): Client {
  const { clock } = options
  const http = createHttp(options)
  const get: Client['get'] = async (path, query = {}) => {
    const answer = await http.request({ method: 'GET', path, query })
    if (answer.kind === 'json' && answer.status === 200 && isRecord(answer.body)) return answer.body
    throw failureOf(answer, `GET ${path}`, clock.now())
  }
  return {
    http,
    now: () => clock.now(),
    get,
    async list(path, name, query) {
      const body = await get(path, query)
      return listIn(body, name, `GET ${path}`)
    },
  }
}

/** The objects of a list; one that is missing or garbled is never taken for an empty one, which would mean "not there". */
export function listIn(body: JsonRecord, name: string, what: string): readonly JsonRecord[] {
  const elements = body[name]
  if (Array.isArray(elements) && elements.every(isRecord)) return elements
  throw notUnderstood(what, `it has no list of ${name}`)
}
