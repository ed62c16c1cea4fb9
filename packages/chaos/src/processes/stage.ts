import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Books } from './books/books.js'
import { plainTextBooks } from './books/plain-text-books.js'
import { type XeroBooks, xeroBooks } from './books/xero-books.js'
import type { Databases, OwnDatabase } from './database/databases.js'
import { type Api, apiOf } from './platform/api.js'
import type { Setup } from './worker/messages.js'
import { type ServerProcess, startServerProcess } from './worker/server-process.js'
import { until } from './patience.js'

/** One database, its books, and the server processes that work on them. */
export interface Stage {
  readonly databases: Databases
  readonly database: OwnDatabase
  readonly plainText: Books
  readonly xero: XeroBooks
  readonly ordersDirectory: string
  /** How server processes reach the fake Xero, unless they are started otherwise. */
  readonly xeroSetup: NonNullable<Setup['xero']>
  /** Starts a server process whose worker has this name. */
  start(workerName: string, changes?: Partial<Setup>): Promise<ServerProcess>
  apiOf(server: ServerProcess): Api
  /** Whether no job of the subscriber is left but those that come again and again. */
  isAtRest(subscriberId: string): Promise<boolean>
  /** Resolves once no such job of the subscriber is left. What was put off is done at once: hours would be waited for else. */
  rest(subscriberId: string): Promise<void>
  /** Kills all its processes and removes the database and the files. */
  close(): Promise<void>
}

/** Sweeps and what keeps grants alive are planned anew each time, for a day or weeks later. */
export const isAskedFor = `kind in ('sync', 'resync', 'refresh')`

/** How long all jobs of a subscriber may take, in milliseconds. */
const longestRest = 45_000

/** What stages are put up with. */
export interface Workshop {
  readonly databases: Databases
  /** The program of the server processes. */
  readonly bundle: string
  /** Below it, each stage has a directory of its own. */
  readonly directory: string
}

export interface StageOptions {
  /** Who has an organisation in the fake Xero. */
  readonly subscribers?: readonly string[]
  readonly changes?: Partial<Setup>
}

export async function openStage(workshop: Workshop, options: StageOptions = {}): Promise<Stage> {
  const { subscribers = [], changes } = options
  const directory = await mkdtemp(join(workshop.directory, 'stage-'))
  const ordersDirectory = join(directory, 'orders')
  await mkdir(ordersDirectory)
  const database = await workshop.databases.create()
  const xero = await xeroBooks(subscribers)
  const tokenSecret = randomBytes(32).toString('hex')
  const running = new Set<ServerProcess>()
  const xeroSetup = {
    url: xero.fake.url,
    clientId: xero.fake.app.clientId,
    clientSecret: xero.fake.app.clientSecret,
    settlingTime: 500,
    answerTimeout: 10_000,
  }
  const usual: Setup = {
    databaseUrl: database.url,
    poolSize: 5,
    workerName: '',
    leaseMilliseconds: 2_000,
    pollMilliseconds: 100,
    sliceMilliseconds: 60_000,
    clockAhead: 0,
    isRestored: false,
    roles: ['api', 'worker', 'scheduler'],
    dataDirectory: directory,
    ordersDirectory,
    secretKey: randomBytes(32).toString('hex'),
    tokenSecret,
    xero: xeroSetup,
    arms: [],
    ...changes,
  }
  async function isAtRest(subscriberId: string): Promise<boolean> {
    const left = await database.query(
      '',
      `select 1 from ledgerpost.job where subscriber_id = $1 and ${isAskedFor} limit 1`,
      [subscriberId],
    )
    return left.length === 0
  }

  return {
    databases: workshop.databases,
    database,
    plainText: plainTextBooks(directory),
    xero,
    ordersDirectory,
    xeroSetup,
    async start(workerName, more) {
      const server = await startServerProcess(workshop.bundle, { ...usual, ...more, workerName })
      running.add(server)
      void server.ended.then(() => running.delete(server))
      return server
    },
    apiOf: ({ url }) => apiOf(url, tokenSecret),
    isAtRest,
    async rest(subscriberId) {
      try {
        await until(longestRest, `The end of all jobs of ${subscriberId}`, async () => {
          await database.query(
            '',
            `update ledgerpost.job set due_at = statement_timestamp()
             where subscriber_id = $1 and due_at > statement_timestamp() and ${isAskedFor}`,
            [subscriberId],
          )
          return isAtRest(subscriberId)
        })
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        throw new Error(`${message}${await openTransactions(database)}`, { cause: error })
      }
    },
    async close() {
      for (const server of running) await server.kill()
      await xero.close()
      await database.drop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Sessions that hold a transaction open and wait for their client, which may be what everything waits for. */
async function openTransactions(database: OwnDatabase): Promise<string> {
  const sessions = await database.query<{ since: string; query: string }>(
    '',
    `select (now() - state_change)::text as since, query from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  )
  return sessions.map(({ since, query }) => ` A transaction is open for ${since} after: ${query}`).join('')
}
