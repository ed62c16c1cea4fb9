import { AbortedTransactionError, type Kysely, sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { databaseForTest, kinds, server } from '../../test/support.js'
import type { Database } from '../database.js'
import { isUniqueViolation, sqlStateOf } from '../errors/sql-state.js'
import { TransactionConflict } from '../errors/transaction-conflict.js'
import type { Schema } from '../schema/schema.js'
import { inTransaction } from './in-transaction.js'

type Handle = Kysely<Schema>

const insert = (handle: Handle, id: number) => sql`insert into account (id) values (${id})`.execute(handle)

const add = (handle: Handle, id: number) =>
  sql`update account set total = total + 1 where id = ${id}`.execute(handle)

async function totals(handle: Handle): Promise<unknown> {
  const { rows } = await sql`select id, total from account order by id`.execute(handle)
  return rows
}

const createTable = (handle: Handle) =>
  sql`create table account (id int constraint account_key primary key, total int not null default 0)`.execute(
    handle,
  )

describe.each(kinds)('a transaction on the %s database', (kind) => {
  let database: Database

  beforeEach(async () => {
    database = await databaseForTest({ kind })
    await createTable(database.kysely)
  })

  it('keeps all of its work and gives its result', async () => {
    const result = await inTransaction(database, async (transaction) => {
      await insert(transaction, 1)
      await insert(transaction, 2)
      return totals(transaction)
    })
    expect(result).toHaveLength(2)
    expect(await totals(database.kysely)).toEqual(result)
  })

  it('keeps nothing when the work fails', async () => {
    const work = inTransaction(database, async (transaction) => {
      await insert(transaction, 1)
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await totals(database.kysely)).toEqual([])
  })

  it('keeps nothing when the work swallows the error of a statement', async () => {
    const work = inTransaction(database, async (transaction) => {
      await insert(transaction, 1)
      await insert(transaction, 1).catch(() => undefined)
    })
    await expect(work).rejects.toBeInstanceOf(AbortedTransactionError)
    expect(await totals(database.kysely)).toEqual([])
  })

  it('names the constraint that a row violates', async () => {
    await insert(database.kysely, 1)
    const error: unknown = await inTransaction(database, (transaction) => insert(transaction, 1)).catch(
      (reason: unknown) => reason,
    )
    expect(sqlStateOf(error)).toBe('23505')
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(error, 'account_key')).toBe(true)
    expect(isUniqueViolation(error, 'other_key')).toBe(false)
  })

  it('refuses the database handle inside, however deep, and not the transaction', async () => {
    const misuse = { name: 'OuterHandleInTransaction', code: 'outer-handle-in-transaction' }
    await inTransaction(database, async (transaction) => {
      await insert(transaction, 1)
      await expect(insert(database.kysely, 2)).rejects.toMatchObject(misuse)
      await Promise.resolve()
      await expect(inTransaction(database, () => Promise.resolve())).rejects.toMatchObject(misuse)
      await insert(transaction, 3)
    })
    expect(await totals(database.kysely)).toMatchObject([{ id: 1 }, { id: 3 }])
  })

  it('lets work that it started use the database once it is over', async () => {
    let resume = (): void => undefined
    const over = new Promise<void>((resolve) => {
      resume = resolve
    })
    let later: Promise<unknown> = Promise.resolve()
    await inTransaction(database, async (transaction) => {
      later = over.then(() => insert(database.kysely, 2))
      await insert(transaction, 1)
    })
    resume()
    await later
    expect(await totals(database.kysely)).toHaveLength(2)
  })

  it('takes turns with others', async () => {
    await insert(database.kysely, 1)
    const increments = Array.from({ length: 20 }, () =>
      inTransaction(database, async (transaction) => {
        const { rows } = await sql<{ total: number }>`
          select total from account where id = 1 for update`.execute(transaction)
        const total = (rows[0]?.total ?? 0) + 1
        await sql`update account set total = ${total} where id = 1`.execute(transaction)
      }),
    )
    await Promise.all(increments)
    expect(await totals(database.kysely)).toEqual([{ id: 1, total: 20 }])
  })

  it('has the isolation level that was asked for', async () => {
    const level = await inTransaction(
      database,
      async (transaction) => {
        const { rows } = await sql`select current_setting('transaction_isolation') as level`.execute(
          transaction,
        )
        return rows
      },
      { isolationLevel: 'serializable' },
    )
    expect(level).toEqual([{ level: 'serializable' }])
  })

  it.each(['40001', '40P01'])('is run again after the SQLSTATE %s', async (state) => {
    const pauses: number[] = []
    const collide = sql`do ${sql.raw(`$$ begin raise exception 'collision' using errcode = '${state}'; end $$`)}`
    let runs = 0
    const work = async (collisions: number): Promise<void> => {
      runs = 0
      await inTransaction(
        database,
        async (transaction) => {
          runs += 1
          await insert(transaction, collisions)
          if (runs <= collisions) await collide.execute(transaction)
        },
        { attempts: 3, pause: async (attempt) => void pauses.push(attempt) },
      )
    }
    await work(2)
    expect(runs).toBe(3)
    expect(pauses).toEqual([1, 2])
    await expect(work(3)).rejects.toBeInstanceOf(TransactionConflict)
    expect(runs).toBe(3)
    expect(await totals(database.kysely)).toMatchObject([{ id: 2 }])
  })
})

describe.skipIf(!server.available)('transactions that collide on a server', () => {
  it('are all kept in the end, serialisable as they are', async () => {
    const database = await databaseForTest({ kind: 'server' })
    await createTable(database.kysely)
    await insert(database.kysely, 1)
    let runs = 0
    const meeting = rendezvous(2)
    const work = async (transaction: Handle): Promise<void> => {
      runs += 1
      await totals(transaction)
      await meeting()
      await add(transaction, 1)
    }
    const options = { isolationLevel: 'serializable', pause: () => Promise.resolve() } as const
    await Promise.all([inTransaction(database, work, options), inTransaction(database, work, options)])
    expect(await totals(database.kysely)).toEqual([{ id: 1, total: 2 }])
    expect(runs).toBeGreaterThan(2)
  })

  it('survive a deadlock', async () => {
    const database = await databaseForTest({ kind: 'server' })
    await createTable(database.kysely)
    await insert(database.kysely, 1)
    await insert(database.kysely, 2)
    const meeting = rendezvous(2)
    const crossing = (first: number, second: number) =>
      inTransaction(
        database,
        async (transaction) => {
          await add(transaction, first)
          await meeting()
          await add(transaction, second)
        },
        { pause: () => Promise.resolve() },
      )
    await Promise.all([crossing(1, 2), crossing(2, 1)])
    expect(await totals(database.kysely)).toEqual([
      { id: 1, total: 2 },
      { id: 2, total: 2 },
    ])
  })
})

/** Lets everybody wait until `count` have arrived; nobody waits after that. */
function rendezvous(count: number): () => Promise<void> {
  let arrived = 0
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived >= count) open()
    return opened
  }
}
