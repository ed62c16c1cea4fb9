import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { directoryForTest, directoryWithDatabase } from '../../test/support.js'
import { type Database, openDatabase } from '../database.js'
import { migrate } from '../migrations/migrate.js'
import { openTestDatabase } from '../testing/index.js'
import { inTransaction } from '../transactions/in-transaction.js'
import { lockDirectory } from './directory-lock.js'

const open = (directory: string): Promise<Database> => openDatabase({ kind: 'embedded', directory })

describe('a database in a directory', () => {
  it('is made at the first start, with its parents, and found again', { timeout: 60_000 }, async () => {
    const directory = join(await directoryForTest(), 'new', 'books')
    const first = await openDatabase({ kind: 'embedded', directory })
    expect(first.description).toMatch(/^The embedded database in \/.*books, PostgreSQL \d+\.\d+$/)
    await migrate(first)
    await sql`create table entry (id int primary key)`.execute(first.kysely)
    await sql`insert into entry values (1)`.execute(first.kysely)
    await first.close()

    const second = await openDatabase({ kind: 'embedded', directory })
    expect((await sql`select id from entry`.execute(second.kysely)).rows).toEqual([{ id: 1 }])
    await second.close()
  })

  it('belongs to one at a time, also by another name', { timeout: 60_000 }, async () => {
    const directory = await directoryWithDatabase()
    const database = await open(directory)
    const refusal = {
      name: 'DatabaseDirectoryInUse',
      code: 'database-directory-in-use',
      holder: { pid: process.pid },
    }
    await expect(open(join(directory, '..', directory.split('/').at(-1) ?? ''))).rejects.toMatchObject(
      refusal,
    )
    await expect(open(directory)).rejects.toThrow(`${directory} is in use by process ${process.pid}`)
    await database.close()
    await database.close()
    await (await open(directory)).close()
  })

  it('starts over when its creation was interrupted', { timeout: 60_000 }, async () => {
    const directory = await directoryForTest()
    await mkdir(join(directory, 'data.new'))
    await writeFile(join(directory, 'data.new', 'PG_VERSION'), '')
    const database = await open(directory)
    expect((await sql`select 1 as one`.execute(database.kysely)).rows).toEqual([{ one: 1 }])
    await database.close()
  })

  it('is free again when it could not be opened', { timeout: 60_000 }, async () => {
    const directory = await directoryForTest()
    await writeFile(join(directory, 'data'), 'not a directory')
    await expect(open(directory)).rejects.toMatchObject({ name: 'StoreUnavailable', trouble: 'failed' })
    await (await lockDirectory(directory)).release()
  })
})

describe('an embedded database', () => {
  it('says that it is closed', async () => {
    const database = await openTestDatabase()
    await Promise.all([database.close(), database.close()])
    const closed = { name: 'StoreUnavailable', trouble: 'closed', isRetryable: false, effect: 'none' }
    await expect(sql`select 1`.execute(database.kysely)).rejects.toMatchObject(closed)
    await expect(inTransaction(database, () => Promise.resolve())).rejects.toMatchObject(closed)
  })

  it('closes after what is running', async () => {
    const database = await openTestDatabase()
    const running = sql<{ n: bigint }>`select count(*) as n from generate_series(1, 1000)`.execute(
      database.kysely,
    )
    await database.close()
    expect((await running).rows).toEqual([{ n: 1000n }])
  })
})
