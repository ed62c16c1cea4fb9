import type { Engine } from './engine.js'

export interface UpkeepLimits {
  /** Uses of the session between two looks. */
  readonly uses: number
  /** Write-ahead log since the last checkpoint, in bytes. */
  readonly logBytes: number
  /** Rows of one table that are dead, or have changed since it was analysed; besides a fifth of the table. */
  readonly rows: number
}

export const defaultLimits: UpkeepLimits = { uses: 512, logBytes: 32 * 1024 * 1024, rows: 1_000 }

/**
 * What a server's background processes do: the embedded PostgreSQL has none, so its log and its tables would grow
 * without end and its plans would go by wrong statistics.
 *
 * @returns a function to be called at every use of the session, outside transactions.
 */
export function upkeepOf(engine: Engine, limits: UpkeepLimits = defaultLimits): () => Promise<void> {
  let uses = 0
  return async () => {
    uses += 1
    if (uses < limits.uses) return
    uses = 0
    await upkeep(engine, limits)
  }
}

async function upkeep(engine: Engine, limits: UpkeepLimits): Promise<void> {
  // The counts of the last second are otherwise held back.
  await engine.query('select pg_stat_force_next_flush()')
  const { rows: due } = await engine.query<{ what: string }>(
    `select format('vacuum (analyze) %I.%I', schemaname, relname) as what
       from pg_stat_user_tables
      where greatest(n_dead_tup, n_mod_since_analyze) > $2::int8 + n_live_tup / 5
     union all
     select 'checkpoint' from pg_control_checkpoint()
      where pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) > $1::int8`,
    [limits.logBytes, limits.rows],
  )
  // One session: one after the other.
  for (const { what } of due) await engine.query(what)
}
