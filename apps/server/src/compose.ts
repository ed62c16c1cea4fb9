import { hash, randomBytes } from 'node:crypto'
import type { Adapter, Clock, Fetch, Logger, OrderSource } from '@ledgerpost/core'
import {
  type AroundStep,
  type Availability,
  createEngine,
  createWorker,
  type Engine,
  type Worker,
} from '@ledgerpost/engine'
import {
  createIdempotencyStore,
  createReader,
  createStore,
  type Database,
  type DatabaseOptions,
  migrate,
  openDatabase,
  prepareDispatch,
} from '@ledgerpost/postgres'
import type { Hono } from 'hono'
import { uuidv7 } from 'uuidv7'
import { createApp } from './app.js'
import { createBackground, type WorkerPace } from './background.js'
import { bearerAuthentication, type TokenRules } from './auth/authenticate.js'
import { requireDevelopment } from './development/require-development.js'
import { type TokenIssuer, tokenIssuer } from './development/token-issuer.js'
import type { AppEnvironment } from './http/routes.js'
import { limits } from './limits.js'
import { silentLogger } from './logger.js'
import { createMetrics } from './metrics/metrics.js'
import { type ServerRole, serverRoles } from './roles.js'
import { createSecretBox } from './secret-box.js'
import { systemClock } from './system-clock.js'
import type { Tracing } from './traces/tracing.js'
import { watched } from './watched.js'

/** What a server is made of. */
export interface ServerOptions {
  /** Where everything is kept: opened, brought up to date and closed with the server; or one that is open and up to date. */
  readonly database: DatabaseOptions | Database
  /** The integrators that are offered, each of another type. */
  readonly adapters: readonly Adapter[]
  /** How callers prove who they are. */
  readonly tokens: TokenRules
  /** 32 bytes that grants of integrators are encrypted with. */
  readonly secretKey: Uint8Array
  /** Keys that may open what was sealed with them, while keys are changed. Nothing is sealed with them. */
  readonly olderSecretKeys?: readonly Uint8Array[]
  /** Names the worker in the store: one that starts under the name of one that died goes on at once. Unique among processes. */
  readonly workerName: string
  /** How long the worker's leases last, how often it asks for work, and when a long job gives way. Default: the engine's. */
  readonly workerPace?: WorkerPace
  /** Done around every step of a job, by whoever watches or disturbs the worker. Default: nothing is. */
  readonly aroundStep?: AroundStep
  /** What this process is there for. Default: all of it. */
  readonly roles?: readonly ServerRole[]
  /** Jobs done at once, each of another integration. Default: 4 on a server's database, 1 on the embedded one. */
  readonly concurrency?: number | undefined
  /** Default: the machine's. */
  readonly clock?: Clock
  /** For calls to integrators and to the issuer of tokens. Default: the runtime's. */
  readonly fetch?: Fetch
  /** Default: says nothing. */
  readonly logger?: Logger
  /** Where clients reach the server, without a slash at the end. Default: where each request came in. */
  readonly publicUrl?: string | undefined
  /** Makes ids that are never made again and ascend with time. Default: UUID version 7. */
  readonly newId?: () => string
  /** Requests a minute of one caller in the long run, by this process; 0 is without limit. Default: 600. */
  readonly requestsPerMinute?: number | undefined
  /** Whether `/metrics` tells of the process too; for one server in a process. Default: no. */
  readonly measuresProcess?: boolean
  /** Follows requests to the jobs that they queue and the calls that these make. Default: nothing is traced. */
  readonly tracing?: Tracing | undefined
  /** The pages of others that may ask from a browser and embed the console, by origin. Default: none. */
  readonly consoleOrigins?: readonly string[] | undefined
  /** Which subscribers may use integrators. Default: all. */
  readonly availability?: Availability
  /** Where syncs read orders first. Default: nowhere, orders are fed. */
  readonly orderSource?: OrderSource
  /**
   * Offers `POST /dev/token`, which gives a token for anything to whoever asks. Refused where `nodeEnvironment`, which is
   * `NODE_ENV`, is production, where the public address is another machine's, and where the tokens have no secret.
   */
  readonly developmentTokens?: { readonly nodeEnvironment: string | undefined }
}

/** A server put together, with its database open and up to date. It does not listen yet, and does no jobs. */
export interface ComposedServer {
  readonly app: Hono<AppEnvironment>
  readonly engine: Engine
  /** Does jobs when it is told to, straight from the store; `run` uses others. */
  readonly worker: Worker
  /**
   * Does jobs, starts scheduled syncs and releases jobs to all processes, as the roles say, until the signal aborts; what
   * is under way is given back then. Never rejects.
   */
  run(signal: AbortSignal): Promise<void>
  /** There if `developmentTokens` was asked for: the server then listens to this machine alone. */
  readonly issueToken?: TokenIssuer | undefined
  /** From now on `/health/ready` says no. */
  drain(): void
  /** Closes the database, if the server opened it. What runs must have stopped. */
  close(): Promise<void>
}

/** Puts a server together. @throws DatabaseDirectoryInUse, StoreUnavailable, MigrationFailed, LedgerpostError (dev-tokens-…) */
export async function composeServer(options: ServerOptions): Promise<ComposedServer> {
  const { clock = systemClock, fetch = globalThis.fetch, logger = silentLogger, newId = uuidv7 } = options
  const issueToken = developmentIssuer(options, clock)
  const secrets = createSecretBox(options.secretKey, options.olderSecretKeys)
  const authenticate = bearerAuthentication(options.tokens, { clock, fetch })
  const adapters = adaptersByType(options.adapters)
  const isOpen = 'kysely' in options.database
  const database = isOpen ? options.database : await openUpToDate(options.database)
  const store = createStore(database)
  const metrics = createMetrics({
    backlog: () => store.acrossSubscribers((transaction) => transaction.backlog()),
    clock,
    logger,
    measuresProcess: options.measuresProcess === true,
  })
  const environment = {
    ...watched({ store, adapters, aroundStep: options.aroundStep }, metrics, options.tracing),
    clock,
    fetch,
    logger,
    secrets,
    digest: (text: string) => hash('sha256', text),
    newId,
    newToken: () => randomBytes(32).toString('base64url'),
    ...(options.availability ? { availability: options.availability } : {}),
    ...(options.orderSource ? { orderSource: options.orderSource } : {}),
  }
  const engine = createEngine(environment)
  const { roles = serverRoles, workerName, workerPace = {}, concurrency } = options
  const worker = createWorker(environment, { ...workerPace, name: workerName })
  const background = createBackground({ environment, database, roles, workerName, workerPace, concurrency })
  let isDraining = false
  const app = createApp({
    engine,
    reader: createReader(database),
    idempotency: createIdempotencyStore(database, {
      keep: limits.keyMilliseconds,
      claim: limits.claimMilliseconds,
    }),
    integrationTypes: [...adapters.values()].map(({ manifest: { type, code } }) => ({ type, code })),
    answersApi: roles.includes('api'),
    wake: () => {
      worker.wake()
      background.wake()
    },
    authenticate,
    async isReady() {
      if (isDraining) return false
      try {
        // In nobody's scope: what counts is that it answers.
        await store.transaction('', (transaction) => transaction.subscriber(''))
        return true
      } catch (error) {
        logger.warn({ error }, 'The store does not answer; the server is not ready.')
        return false
      }
    },
    clock,
    logger,
    newId,
    publicUrl: options.publicUrl,
    requestsPerMinute: options.requestsPerMinute,
    issueToken,
    consoleOrigins: options.consoleOrigins,
    metrics,
    traceRequests: options.tracing?.traceRequests,
  })
  return {
    app,
    engine,
    worker,
    run: (signal) => background.run(signal),
    issueToken,
    drain: () => {
      isDraining = true
    },
    close: () => (isOpen ? Promise.resolve() : database.close()),
  }
}

function developmentIssuer(options: ServerOptions, clock: Clock): TokenIssuer | undefined {
  if (!options.developmentTokens) return undefined
  requireDevelopment({ ...options.developmentTokens, publicUrl: options.publicUrl })
  return tokenIssuer(options.tokens, clock)
}

async function openUpToDate(options: DatabaseOptions): Promise<Database> {
  const database = await openDatabase(options)
  try {
    await migrate(database)
    // Before anything is answered: the embedded database would hold up all else meanwhile.
    await prepareDispatch(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function adaptersByType(adapters: readonly Adapter[]): ReadonlyMap<string, Adapter> {
  const byType = new Map(adapters.map((adapter) => [adapter.manifest.type, adapter]))
  if (byType.size < adapters.length) throw new RangeError('Two adapters are of the same type; leave one out.')
  return byType
}
