import { Kysely, sql } from 'kysely'
import type { Database } from '../database.js'
import { postgresDialect } from '../postgres-dialect.js'
import type { Schema } from '../schema/schema.js'
import { guardedScript } from '../transactions/guarded-script.js'
import { TransactionGuard } from '../transactions/transaction-guard.js'
import { EnginePool } from './engine-pool.js'
import type { Engine } from './engine.js'
import { type UpkeepLimits, upkeepOf } from './upkeep.js'

export interface ConnectOptions {
  readonly description: string
  readonly upkeep?: UpkeepLimits
  /** Called once the engine is closed. */
  readonly release?: () => Promise<void>
}

/** The database on a started engine. */
export async function connectEngine(engine: Engine, options: ConnectOptions): Promise<Database> {
  const { description, release } = options
  const guard = new TransactionGuard()
  const pool = new EnginePool(engine, upkeepOf(engine, options.upkeep))
  const kysely = new Kysely<Schema>({ dialect: postgresDialect(pool, { description, guard }) })
  const { rows } = await sql<{ version: string }>`
    select split_part(current_setting('server_version'), ' ', 1) as version`.execute(kysely)
  const close = async (): Promise<void> => {
    await pool.end()
    try {
      // One that has failed has nothing left to write, and must not be called again.
      if (!engine.hasFailed) await engine.close()
    } finally {
      await release?.()
    }
  }
  let closing: Promise<void> | undefined
  return {
    kind: 'embedded',
    kysely,
    runScript: (text) => guardedScript({ description, guard }, () => pool.runScript(text)),
    description: `${description}, PostgreSQL ${rows.map(({ version }) => version).join('')}`,
    guard,
    close: () => (closing ??= close()),
  }
}
