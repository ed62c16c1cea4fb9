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
import { faultIn } from '../errors/fault.js'
import { failureOf, notUnderstood } from '../errors/failure.js'
import type { QuickBooksOnlineLimits } from '../limits.js'
import { type Condition, selectFrom } from '../wire/query.js'

/** All older ones are ignored since August 2025 (blogs.intuit.com/2025/01/21); named for clarity. */
export const minorVersion = '75'

export interface ClientOptions extends AdapterEnvironment {
  readonly apiUrl: string
  /** The company's id, which Intuit calls the realm. */
  readonly companyId: string
  readonly limits: QuickBooksOnlineLimits
  readonly tokens: TokenSource | null
  readonly signal?: AbortSignal
  readonly gate?: Gate | SharedGate
}

/** Calls to one company in QuickBooks' words. */
export interface Client {
  readonly http: Http
  readonly companyId: string
  readonly limits: QuickBooksOnlineLimits
  now(): number
  /** @throws IntegratorError unless the answer is a JSON object with status 200 and no fault */
  get(path: string, query?: Readonly<Record<string, string>>): Promise<JsonRecord>
  /** The rows of an entity that fulfil a condition, page by page. @throws IntegratorError */
  pages(entity: string, condition?: Condition): AsyncGenerator<readonly JsonRecord[]>
  /** All of them. @throws IntegratorError */
  rows(entity: string, condition?: Condition): Promise<JsonRecord[]>
}

/** What a query's answer has besides the rows. */
const pageMembers = new Set(['startPosition', 'maxResults', 'totalCount'])

export function createClient(options: ClientOptions): Client {
  const { clock, companyId, limits } = options
  const waitOf = (answer: HttpAnswer): number | undefined =>
    'headers' in answer ? retryAfterOf(answer.headers, clock.now()) : undefined
  const http = createHttp({
    fetch: options.fetch,
    clock,
    logger: options.logger,
    baseUrl: `${options.apiUrl}/v3/company/${encodeURIComponent(companyId)}`,
    tokens: options.tokens,
    limits: limits.http,
    isStaleToken,
    pauseOf: (answer) => pauseOf(answer, waitOf(answer), limits.throttlePause),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.gate === undefined ? {} : { gate: options.gate }),
  })
  const get: Client['get'] = async (path, query = {}) => {
    const answer = await http.request({
      method: 'GET',
      path,
      query: { ...query, minorversion: minorVersion },
    })
    const isUsable = answer.kind === 'json' && answer.status === 200 && !faultIn(answer.body)
    if (isUsable && isRecord(answer.body)) return answer.body
    throw failureOf(answer, `GET ${path}`, clock.now(), limits.throttlePause)
  }
  async function* pages(entity: string, condition?: Condition): AsyncGenerator<readonly JsonRecord[]> {
    let previous: unknown
    for (let start = 1; ; start += limits.pageSize) {
      const query = selectFrom(entity, condition, start, limits.pageSize)
      const rows = rowsIn(await get('/query', { query }), entity)
      const first = rows[0]?.['Id']
      if (first !== undefined && first === previous)
        throw notUnderstood(`select from ${entity}`, `the page from ${start} on is the page before it again`)
      previous = first
      if (rows.length > 0) yield rows
      if (rows.length < limits.pageSize) return
    }
  }
  return {
    http,
    companyId,
    limits,
    now: () => clock.now(),
    get,
    pages,
    async rows(entity, condition) {
      const all: JsonRecord[] = []
      for await (const page of pages(entity, condition)) all.push(...page)
      return all
    },
  }
}

/** No rows is an answer without the entity's list; anything else without it must never be taken for "not there". */
function rowsIn(body: JsonRecord, entity: string): readonly JsonRecord[] {
  const answer = body['QueryResponse']
  if (!isRecord(answer)) throw notUnderstood(`select from ${entity}`, 'it has no QueryResponse')
  const rows = answer[entity]
  if (rows === undefined && Object.keys(answer).every((name) => pageMembers.has(name))) return []
  if (!Array.isArray(rows) || !rows.every(isRecord))
    throw notUnderstood(`select from ${entity}`, `it has no list of ${entity}`)
  return rows
}
