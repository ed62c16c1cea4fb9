import type { Kysely } from 'kysely'
import { openEmbedded } from './embedded/open-embedded.js'
import type { StoreUnavailable } from './errors/store-unavailable.js'
import type { Schema } from './schema/schema.js'
import { openServer } from './server/open-server.js'
import type { TransactionGuard } from './transactions/transaction-guard.js'

/** A database in this process, kept in a directory of its own, or in memory for as long as it is open. */
export interface EmbeddedOptions {
  readonly kind: 'embedded'
  /** A path on a local disk, created if it does not exist; or `memory`. */
  readonly directory: string
}

/** A PostgreSQL server, version 15 or later, that any number of processes share. */
export interface ServerOptions {
  readonly kind: 'server'
  /** `postgres://user:password@host:5432/database` */
  readonly url: string
  /** Connections at most. Default: 10. */
  readonly poolSize?: number
  /** Told when a connection breaks, also one that nobody was using; the pool makes new ones by itself. */
  readonly onConnectionLost?: (error: StoreUnavailable) => void
}

export type DatabaseOptions = EmbeddedOptions | ServerOptions

/** One PostgreSQL, in either of its two sizes; both understand the same SQL and give the same values. */
export interface Database {
  readonly kind: DatabaseOptions['kind']
  readonly kysely: Kysely<Schema>
  /** Product, version and place, for people; never the password. */
  readonly description: string
  /**
   * Runs statements that stand in one text, with `begin` and `commit` of their own if they need them; answers the rows of
   * all. After an error nothing of an unfinished transaction is left.
   */
  runScript(text: string): Promise<readonly unknown[]>
  /** Refuses the handle inside a transaction; `inTransaction` and the drivers share it. */
  readonly guard: TransactionGuard
  /** Waits for what is running, then closes. Calling it again changes nothing. */
  close(): Promise<void>
}

/**
 * Opens a database. The embedded one takes about two seconds the first time, to create its directory, and half a
 * second from then on.
 *
 * @throws DatabaseDirectoryInUse when another process has the directory open.
 * @throws StoreUnavailable when the server cannot be reached or refuses, or the directory cannot be read.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.kind === 'embedded' ? openEmbedded(options) : openServer(options)
}
