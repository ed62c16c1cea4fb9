import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Engine } from './engine.js'

/**
 * The engine's only session, as a pool of one connection: whoever asks waits for the one before.
 *
 * kysely's own dialect for PGlite is not used: it waits for ever when a transaction cannot begin, and takes no notice
 * of isolation levels.
 */
export class EnginePool implements PostgresPool {
  readonly options = {}
  readonly #engine: Engine
  readonly #upkeep: () => Promise<void>
  #lastInQueue: Promise<void> = Promise.resolve()

  /** `upkeep` is called before every use of the session. */
  constructor(engine: Engine, upkeep: () => Promise<void>) {
    this.#engine = engine
    this.#upkeep = upkeep
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#lastInQueue
    let release = (): void => undefined
    this.#lastInQueue = new Promise((resolve) => {
      release = resolve
    })
    await before
    try {
      await this.#upkeep()
      return new EngineClient(this.#engine, release)
    } catch (error) {
      release()
      throw error
    }
  }

  /** Runs statements that stand in one text, and answers the rows of all. */
  async runScript(text: string): Promise<readonly unknown[]> {
    const { release } = await this.connect()
    try {
      return await this.#exec(text)
    } finally {
      release()
    }
  }

  async #exec(text: string): Promise<readonly unknown[]> {
    try {
      return (await this.#engine.exec(text)).flatMap(({ rows }) => rows)
    } catch (error) {
      // The one session goes on, so it must not be left in a transaction that failed.
      if (!this.#engine.hasFailed) await this.#engine.exec('rollback')
      throw error
    }
  }

  /** Waits until the session is free. */
  async end(): Promise<void> {
    await this.#lastInQueue
  }
}

class EngineClient implements PostgresPoolClient {
  readonly #engine: Engine
  readonly release: () => void

  constructor(engine: Engine, release: () => void) {
    this.#engine = engine
    this.release = release
  }

  query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query<Row>(
    query: string | PostgresCursor<Row>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof query !== 'string') throw new TypeError('The embedded database has no cursors: read in pages.')
    return this.#run<Row>(query, parameters)
  }

  async #run<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    const { rows, rowCount = 0, command } = await this.#engine.query<Row>(text, [...parameters])
    return { rows, rowCount, command: commands.find((known) => known === command) ?? 'SELECT' }
  }
}

/** Those that kysely tells apart. */
const commands = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COMMIT', 'ROLLBACK'] as const
