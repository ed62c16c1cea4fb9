import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import type { Database } from '../database.js'
import { inTransaction } from '../transactions/in-transaction.js'
import { emptyDump } from '../testing/empty-dump.js'
import { connectEngine } from './connect-engine.js'
import { startInMemory } from './start-engine.js'
import { defaultLimits, type UpkeepLimits } from './upkeep.js'

async function open(limits: Partial<UpkeepLimits>): Promise<Database> {
  const engine = await startInMemory('The database', await emptyDump())
  const upkeep = { ...defaultLimits, ...limits }
  const database = await connectEngine(engine, { description: 'The database', upkeep })
  onTestFinished(() => database.close())
  await sql`create schema ledgerpost`.execute(database.kysely)
  await sql`create table entry (id int primary key, body text)`.execute(database.kysely)
  await sql`insert into entry select n, '' from generate_series(1, 100) as n`.execute(database.kysely)
  return database
}

async function read(database: Database, expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(
    database.kysely,
  )
  return rows[0]?.value
}

async function deadRows(database: Database): Promise<unknown> {
  await read(database, 'pg_stat_force_next_flush()')
  return read(database, "(select n_dead_tup from pg_stat_user_tables where relname = 'entry')")
}

const logSinceCheckpoint =
  '(select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::int from pg_control_checkpoint())'

it('cleans a table up once enough of it is dead', async () => {
  const database = await open({ uses: 10, rows: 50 })
  await sql`update entry set body = 'x'`.execute(database.kysely)
  for (let use = 0; use < 10; use += 1) await read(database, '1')
  expect(await deadRows(database)).toBe(0n)
})

it('leaves a table alone before', async () => {
  const database = await open({ uses: 1, rows: 10_000 })
  await sql`update entry set body = 'x'`.execute(database.kysely)
  expect(await deadRows(database)).toBe(100n)
})

it('cuts the log once it is long enough', async () => {
  const fill = sql`insert into entry select n, repeat(md5(n::text), 10) from generate_series(1001, 5000) as n`
  const untended = await open({ uses: 1, rows: 1_000_000 })
  await fill.execute(untended.kysely)
  expect(await read(untended, logSinceCheckpoint)).toBeGreaterThan(500_000)

  const database = await open({ uses: 1, rows: 1_000_000, logBytes: 500_000 })
  await fill.execute(database.kysely)
  expect(await read(database, logSinceCheckpoint)).toBeLessThan(500_000)
})

it('never comes between the statements of a transaction', async () => {
  const database = await open({ uses: 1, rows: 1 })
  await inTransaction(database, async (transaction) => {
    for (let n = 0; n < 20; n += 1) await sql`update entry set body = ${String(n)}`.execute(transaction)
  })
  expect(await deadRows(database)).toBe(0n)
})
