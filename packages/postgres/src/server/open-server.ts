import { Kysely, sql } from 'kysely'
import { type ClientBase, Pool } from 'pg'
import type { Database, ServerOptions } from '../database.js'
import { StoreUnavailable } from '../errors/store-unavailable.js'
import { postgresDialect } from '../postgres-dialect.js'
import type { Schema } from '../schema/schema.js'
import { schemaName } from '../schema-name.js'
import { guardedScript } from '../transactions/guarded-script.js'
import { TransactionGuard } from '../transactions/transaction-guard.js'
import { serverTypes } from './server-types.js'

const oldestVersion = 15
/** A process that was stopped in the middle of a transaction holds its locks for so long at most, in milliseconds. */
const longestPause = 15_000

export async function openServer(options: ServerOptions): Promise<Database> {
  const place = placeOf(options.url)
  const report = options.onConnectionLost ?? (() => undefined)
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'ledgerpost',
    types: serverTypes,
    // The pool waits for the promise, though its types do not say so.
    // oxlint-disable-next-line typescript/no-misused-promises
    onConnect: prepareSession,
  })
  // A broken connection emits an error even while a statement reports it; without a listener the process would end.
  const onError = (error: Error): void => report(new StoreUnavailable(place, 'lost', 'unknown', error))
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))

  const guard = new TransactionGuard()
  const kysely = new Kysely<Schema>({ dialect: postgresDialect(pool, { description: place, guard }) })
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => (closing ??= pool.end())
  try {
    const version = await checkVersion(kysely, place)
    return {
      kind: 'server',
      kysely,
      runScript: (text) => guardedScript({ description: place, guard }, () => runScript(pool, text)),
      description: `PostgreSQL ${version} at ${place}`,
      guard,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The parts of the session that the values and the guarantees depend on; see `typeParsers`. */
async function prepareSession(client: ClientBase): Promise<void> {
  await client.query(
    `select set_config('search_path', $1, false), set_config('TimeZone', 'UTC', false),
            set_config('idle_in_transaction_session_timeout', $2, false),
            set_config('DateStyle', 'ISO, YMD', false), set_config('bytea_output', 'hex', false),
            case when current_setting('synchronous_commit') = 'off'
                 then set_config('synchronous_commit', 'on', false) end`,
    [schemaName, `${longestPause}ms`],
  )
}

async function runScript(pool: Pool, text: string): Promise<readonly unknown[]> {
  const client = await pool.connect()
  let hasFailed = true
  try {
    // Of several statements the driver answers a list of results, though its types do not say so.
    const results = [await client.query<Record<string, unknown>>(text)].flat()
    hasFailed = false
    return results.flatMap(({ rows }) => rows)
  } finally {
    // A session in which a transaction may have failed halfway is not used again.
    client.release(hasFailed)
  }
}

async function checkVersion(kysely: Kysely<Schema>, place: string): Promise<string> {
  const { rows } = await sql<{ version: string; number: number; encoding: string }>`
    select split_part(current_setting('server_version'), ' ', 1) as version,
           current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding`.execute(kysely)
  const [found] = rows
  if (found === undefined) throw new StoreUnavailable(place, 'lost', 'none')
  if (found.number < oldestVersion * 10_000) {
    const cause = new Error(`version ${found.version} is older than ${oldestVersion}`)
    throw new StoreUnavailable(place, 'refused', 'none', cause)
  }
  if (found.encoding !== 'UTF8') {
    throw new StoreUnavailable(
      place,
      'refused',
      'none',
      new Error(`its encoding is ${found.encoding}, not UTF8`),
    )
  }
  return found.version
}

function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port === '' ? '5432' : port}${pathname}`
  } catch (cause) {
    // The text may hold a password, so it is not repeated.
    const problem = 'its connection string is not a URL like postgres://user:password@host:5432/database'
    throw new StoreUnavailable('The PostgreSQL server', 'refused', 'none', new Error(problem, { cause }))
  }
}
