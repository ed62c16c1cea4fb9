import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect, it, onTestFinished } from 'vitest'
import { kinds, server } from '../../test/support.js'
import { type Database, openDatabase } from '../database.js'
import { connectEngine } from '../embedded/connect-engine.js'
import { startInMemory } from '../embedded/start-engine.js'
import { openTestDatabase } from '../testing/index.js'
import { emptyDump } from '../testing/empty-dump.js'
import { createTestDatabase, dropTestDatabase } from '../testing/test-server.js'
import { migrate } from './migrate.js'
import { migrations } from './migrations.js'

const step = (statement: string): Migration => ({
  async up(handle) {
    await sql.raw(statement).execute(handle)
  },
})

const first = { '0001-first': step('create table first (id int)') }
const both = { ...first, '0002-second': step('create table second (id int)') }

let count = 0

/** Handles on one new database without any table. */
async function openEmpty(kind: Database['kind'], handles = 1): Promise<readonly [Database, ...Database[]]> {
  if (kind === 'embedded' || !server.available) {
    const description = 'The empty database'
    const database = await connectEngine(await startInMemory(description, await emptyDump()), { description })
    onTestFinished(() => database.close())
    return [database]
  }
  count += 1
  const name = `ledgerpost_migrate_${process.pid}_${count}`
  const { value } = server
  const url = await createTestDatabase(value, name)
  onTestFinished(() => dropTestDatabase(value, name))
  const open = async (): Promise<Database> => {
    const database = await openDatabase({ kind: 'server', url })
    onTestFinished(() => database.close())
    return database
  }
  return [await open(), ...(await Promise.all(Array.from({ length: handles - 1 }, open)))]
}

async function tables(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'ledgerpost' order by 1`.execute(
    database.kysely,
  )
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('migration'))
}

describe.each(kinds)('migrating the %s database', (kind) => {
  it('applies what is missing, in order, once', async () => {
    const [database] = await openEmpty(kind)
    expect(await migrate(database, first)).toEqual(['0001-first'])
    expect(await migrate(database, both)).toEqual(['0002-second'])
    expect(await migrate(database, both)).toEqual([])
    expect(await tables(database)).toEqual(['first', 'second'])
  })

  it('changes nothing when one step fails', async () => {
    const [database] = await openEmpty(kind)
    const broken = { ...both, '0003-third': step('create table first (id int)') }
    const failure = migrate(database, broken)
    await expect(failure).rejects.toMatchObject({
      name: 'MigrationFailed',
      details: { migration: '0003-third' },
    })
    await expect(failure).rejects.toThrow('relation "first" already exists')
    expect(await tables(database)).toEqual([])
    expect(await migrate(database, both)).toHaveLength(2)
  })

  it('refuses a database that is ahead', async () => {
    const [database] = await openEmpty(kind)
    await migrate(database, both)
    await expect(migrate(database, first)).rejects.toThrow('run that version')
  })

  it('makes every table that Ledgerpost has', async () => {
    const [database] = await openEmpty(kind)
    expect(await migrate(database)).toEqual(Object.keys(migrations).toSorted())
    expect(await migrate(database)).toEqual([])
  })
})

describe.skipIf(!server.available)('several processes that migrate one server', () => {
  it('take turns', async () => {
    const databases = await openEmpty('server', 6)
    const applied = await Promise.all(databases.map((database) => migrate(database, both)))
    expect(applied.flat().toSorted()).toEqual(['0001-first', '0002-second'])
  })
})

describe.each(kinds)('the %s database for tests', (kind) => {
  it('has all tables, and is empty and separate from others', async () => {
    const [one, other] = await Promise.all([openTestDatabase({ kind }), openTestDatabase({ kind })])
    expect(await migrate(one)).toEqual([])
    await sql`create table mine (id int)`.execute(one.kysely)
    expect(await tables(other)).not.toContain('mine')
    await Promise.all([one.close(), one.close(), other.close()])
    await expect(tables(one)).rejects.toMatchObject({ trouble: 'closed' })
  })
})
