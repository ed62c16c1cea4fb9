import { fsyncSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { directoryForTest, directoryWithDatabase } from '../../test/support.js'
import type { Database } from '../database.js'
import { StoreUnavailable } from '../errors/store-unavailable.js'
import { inTransaction } from '../transactions/in-transaction.js'
import { DurableFileSystem } from './durable-file-system.js'
import { openEmbedded } from './open-embedded.js'
import { startDurably, type Sync } from './start-engine.js'

async function open(directory: string, sync: Sync): Promise<Database> {
  const database = await openEmbedded({ kind: 'embedded', directory }, { sync })
  onTestFinished(() => database.close())
  return database
}

const createTable = sql`create table entry (id int primary key)`
const insert = (id: number) => sql`insert into entry values (${id})`

async function ids(database: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select id from entry order by id`.execute(database.kysely)
  return rows.map(({ id }) => id)
}

describe('the durability of the embedded database', () => {
  it('brings every commit to the disk, and nothing else', { timeout: 60_000 }, async () => {
    let syncs = 0
    const database = await open(await directoryWithDatabase(), (descriptor) => {
      fsyncSync(descriptor)
      syncs += 1
    })
    await sql`create schema ledgerpost`.execute(database.kysely)
    await createTable.execute(database.kysely)
    const syncsOf = async (work: () => Promise<unknown>): Promise<number> => {
      const before = syncs
      await work()
      return syncs - before
    }
    expect(await syncsOf(() => insert(1).execute(database.kysely))).toBe(1)
    expect(await syncsOf(() => ids(database))).toBe(0)
    const both = async (): Promise<void> =>
      inTransaction(database, async (transaction) => {
        await insert(2).execute(transaction)
        await insert(3).execute(transaction)
      })
    expect(await syncsOf(both)).toBe(1)
    expect(
      await syncsOf(() =>
        insert(1)
          .execute(database.kysely)
          .catch(() => undefined),
      ),
    ).toBe(0)
  })

  it('stops for good when the disk fails, and recovers what was committed', { timeout: 60_000 }, async () => {
    const directory = await directoryWithDatabase()
    let isBroken = false
    const database = await open(directory, (descriptor) => {
      if (isBroken) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })
      fsyncSync(descriptor)
    })
    await sql`create schema ledgerpost`.execute(database.kysely)
    await createTable.execute(database.kysely)
    await insert(1).execute(database.kysely)

    isBroken = true
    const failure = { name: 'StoreUnavailable', trouble: 'failed', isRetryable: false }
    await expect(insert(2).execute(database.kysely)).rejects.toMatchObject(failure)
    isBroken = false
    await expect(ids(database)).rejects.toMatchObject(failure)
    await expect(inTransaction(database, () => Promise.resolve())).rejects.toMatchObject(failure)
    await database.close()

    const again = await open(directory, fsyncSync)
    expect(await ids(again)).toContain(1)
  })

  it('does not start when commits are not brought to the disk', async () => {
    const directory = await directoryForTest()
    class Forgetful extends DurableFileSystem {}
    const hookless = new Forgetful(directory)
    const { emscriptenOpts } = await hookless.init({} as never, {})
    const hook = emscriptenOpts.preRun?.at(-1)
    expect(() => hook?.({ NODEFS: { stream_ops: {} } } as never)).toThrow('no place to put a real fsync')
    expect(() => hook?.({} as never)).toThrow('no place to put a real fsync')
  })

  it('says what PostgreSQL said when it does not start', { timeout: 60_000 }, async () => {
    const directory = join(await directoryWithDatabase(), 'data')
    await writeFile(join(directory, 'PG_VERSION'), '9\n')
    const start = startDurably('The database', directory)
    await expect(start).rejects.toBeInstanceOf(StoreUnavailable)
    await expect(start).rejects.toThrow('data directory was initialized by PostgreSQL version 9')
  })
})
