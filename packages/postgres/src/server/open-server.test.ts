import { createServer } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { databaseForTest, server } from '../../test/support.js'
import { type Database, openDatabase } from '../database.js'
import { StoreUnavailable } from '../errors/store-unavailable.js'
import { createTestDatabase, dropTestDatabase } from '../testing/test-server.js'
import { inTransaction } from '../transactions/in-transaction.js'

const url = server.available ? server.value : 'postgres://127.0.0.1:5432/test'

function changed(change: (address: URL) => void): string {
  const address = new URL(url)
  change(address)
  return address.href
}

async function unusedPort(): Promise<string> {
  const listener = createServer()
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve)
  })
  const address = listener.address()
  await new Promise((resolve) => {
    listener.close(resolve)
  })
  if (address === null || typeof address === 'string') throw new Error('No port')
  return String(address.port)
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (error: unknown) => error,
  )
}

describe('a server that cannot be used', () => {
  it('is unreachable when nobody listens: retryable, without effect', async () => {
    const port = await unusedPort()
    const failure = await failureOf(
      openDatabase({ kind: 'server', url: `postgres://me:secret@127.0.0.1:${port}/x` }),
    )
    expect(failure).toBeInstanceOf(StoreUnavailable)
    const expected = { code: 'store-unavailable', trouble: 'unreachable', isRetryable: true, effect: 'none' }
    expect(failure).toMatchObject(expected)
    expect(String(failure)).toContain(`127.0.0.1:${port}/x`)
    expect(String(failure)).not.toContain('secret')
  })

  it('is not guessed from a text that is no URL', async () => {
    const failure = await failureOf(openDatabase({ kind: 'server', url: 'host=x password=secret' }))
    expect(failure).toMatchObject({ trouble: 'refused', isRetryable: false })
    expect(String(failure)).not.toContain('secret')
  })
})

describe.skipIf(!server.available)('a server', () => {
  it('that does not know the database refuses: not retryable', async () => {
    const address = changed((parts) => {
      parts.pathname = '/ledgerpost_no_such_database'
    })
    const failure = await failureOf(openDatabase({ kind: 'server', url: address }))
    expect(failure).toMatchObject({ trouble: 'refused', isRetryable: false, effect: 'none' })
  })

  it('is described without its password', async () => {
    const name = `ledgerpost_place_${process.pid}`
    const address = new URL(await createTestDatabase(url, name))
    onTestFinished(() => dropTestDatabase(url, name))
    if (address.password === '') address.password = 'unasked'
    const database = await openDatabase({ kind: 'server', url: address.href })
    await database.close()
    expect(database.description).toMatch(new RegExp(`^PostgreSQL \\d+\\.\\d+ at .*:\\d+/${name}$`))
  })

  it('never loses a commit for speed', async () => {
    const database = await databaseForTest({ kind: 'server', poolSize: 1 })
    const { rows } = await sql`select current_setting('synchronous_commit') <> 'off' as safe`.execute(
      database.kysely,
    )
    expect(rows).toEqual([{ safe: true }])
  })

  it('does not wait for a process that stopped in the middle of a transaction', async () => {
    const database = await databaseForTest({ kind: 'server', poolSize: 1 })
    const { rows } = await sql`
      select setting::int as milliseconds from pg_settings
      where name = 'idle_in_transaction_session_timeout'`.execute(database.kysely)
    expect(rows).toEqual([{ milliseconds: 15_000 }])
  })

  it('says that it is closed', async () => {
    const database = await databaseForTest({ kind: 'server' })
    await database.close()
    const closed = { trouble: 'closed', isRetryable: false, effect: 'none' }
    expect(await failureOf(sql`select 1`.execute(database.kysely))).toMatchObject(closed)
  })
})

/** Ends the sessions of the database that hold the given lock, as a restart of the server would. */
async function endSession(database: Database, pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid}::int)`.execute(database.kysely)
}

async function pidOf(handle: Database['kysely']): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(handle)
  return rows[0]?.pid ?? 0
}

describe.skipIf(!server.available)('a connection that is lost', () => {
  async function open(): Promise<{ database: Database; other: Database; reports: StoreUnavailable[] }> {
    const name = `ledgerpost_lost_${process.pid}`
    const address = await createTestDatabase(url, name)
    onTestFinished(() => dropTestDatabase(url, name))
    const reports: StoreUnavailable[] = []
    const onConnectionLost = (error: StoreUnavailable): void => void reports.push(error)
    const database = await openDatabase({ kind: 'server', url: address, poolSize: 1, onConnectionLost })
    onTestFinished(() => database.close())
    const other = await openDatabase({ kind: 'server', url: address, poolSize: 1 })
    onTestFinished(() => other.close())
    await sql`create schema ledgerpost`.execute(database.kysely)
    await sql`create table entry (id int primary key)`.execute(database.kysely)
    return { database, other, reports }
  }

  it('inside a transaction leaves nothing behind, and the next work has another', async () => {
    const { database, other, reports } = await open()
    const work = inTransaction(database, async (transaction) => {
      await sql`insert into entry values (1)`.execute(transaction)
      await endSession(other, await pidOf(transaction))
      await sql`insert into entry values (2)`.execute(transaction)
    })
    const lost = { name: 'StoreUnavailable', trouble: 'lost', isRetryable: true, effect: 'none' }
    expect(await failureOf(work)).toMatchObject(lost)
    expect(reports).not.toEqual([])
    expect((await sql`select id from entry`.execute(database.kysely)).rows).toEqual([])
  })

  it('while committing leaves it open whether the work was kept', async () => {
    const { database, other } = await open()
    const work = inTransaction(database, async (transaction) => {
      await sql`insert into entry values (1)`.execute(transaction)
      await endSession(other, await pidOf(transaction))
    })
    expect(await failureOf(work)).toMatchObject({ trouble: 'lost', isRetryable: true, effect: 'unknown' })
  })
})
