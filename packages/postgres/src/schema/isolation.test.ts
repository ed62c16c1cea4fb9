import { fc } from '@fast-check/vitest'
import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { sqlStateOf } from '../errors/sql-state.js'
import { createIdempotencyStore } from '../idempotency/create-idempotency-store.js'
import { booksOfSubscriber } from '../store/books.test-support.js'
import { onEachDatabase } from '../store/on-each-database.test-support.js'
import { linkedSubscriber, sampleSubscriber } from '../store/samples.test-support.js'
import { acrossSubscribers, inScopeOf } from '../transactions/scope.js'
import type { Schema } from './schema.js'

/** The tables that no policy protects, and why. */
const unprotected: Readonly<Record<string, string>> = {
  job: 'workers look for a job before they know whose it is; it names rows and holds nothing of them',
  lease: 'claimed together with a job; it holds nothing of a subscriber',
  migration: 'kysely’s own, and the application role may not read it',
  migration_lock: 'the same',
  rate_bucket: 'turns at the integrators, which all subscribers of an app share',
  restoration: 'one row about the whole database',
  schedule:
    'the scheduler looks for what is due before it knows whose it is; it holds nothing else of a subscriber',
}

interface Table {
  readonly name: string
  readonly isForced: boolean
  readonly using: string | null
  readonly check: string | null
}

async function tablesOf(kysely: Kysely<Schema>): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select relname::text as name, relrowsecurity and relforcerowsecurity as "isForced",
      pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
    from pg_tables join pg_class on pg_class.oid = format('%I.%I', schemaname, tablename)::regclass
    left join pg_policy on polrelid = pg_class.oid and polcmd = '*' and polpermissive and polroles = '{0}'
    where schemaname = current_schema() order by 1`.execute(kysely)
  return rows
}

const refused = { permission: '42501', history: '23001' } as const

describe('row-level security', () => {
  onEachDatabase((fixture) => {
    const protectedTables = async () =>
      (await tablesOf(fixture().database.kysely)).filter(({ name }) => !(name in unprotected))

    /** A subscriber with a row in every table. */
    async function books() {
      const { database, store } = fixture()
      const made = await booksOfSubscriber(store)
      const { subscriberId } = made
      const keys = createIdempotencyStore(database, { keep: 60_000, claim: 60_000 })
      await keys.claim({ subscriberId, caller: 'caller', key: 'key' }, 'request', 'claim')
      return made
    }

    async function rowsOf(subscriberId: string, table: string): Promise<readonly unknown[]> {
      const { rows } = await inScopeOf(fixture().database, subscriberId, (tx) =>
        sql<{
          row: unknown
        }>`select to_jsonb(each) as row from ${sql.table(table)} as each order by 1`.execute(tx),
      )
      return rows.map(({ row }) => row)
    }

    it('is forced on every table but those that are named with a reason', async () => {
      const tables = await tablesOf(fixture().database.kysely)
      const policyOn = (column: string) =>
        `((${column})::text = NULLIF(current_setting('app.subscriber'::text, true), ''::text))`
      const open = tables.filter(({ name, isForced, using, check }) => {
        const policy = policyOn(name === 'subscriber' ? 'id' : 'subscriber_id')
        return !isForced || using !== policy || check !== policy
      })
      expect(open.map(({ name }) => name)).toEqual(Object.keys(unprotected))
      expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length)
    })

    it('lets no row hang on a row of another subscriber', async () => {
      const { rows } = await sql<{ name: string }>`
        select conname::text as name from pg_constraint
        where contype = 'f' and connamespace = current_schema()::regnamespace
          and confrelid <> 'subscriber'::regclass
          and not exists (
            select from unnest(conkey, confkey) as pair (own, other)
            join pg_attribute as own on own.attrelid = conrelid and own.attnum = pair.own
            join pg_attribute as other on other.attrelid = confrelid and other.attnum = pair.other
            where own.attname = 'subscriber_id' and other.attname = 'subscriber_id'
          )`.execute(fixture().database.kysely)
      expect(rows).toEqual([])
    })

    it('hides every row of a subscriber from others, and keeps it from their hands', async () => {
      const { database, store } = fixture()
      const { subscriberId } = await books()
      const other = await linkedSubscriber(store)
      for (const { name } of await protectedTables()) {
        const table = sql.table(name)
        const own = await rowsOf(subscriberId, name)
        expect(own, `of ${name}`).not.toEqual([])
        const insert = await insertionOf(database.kysely, name, own[0])
        for (const scope of [other.subscriberId, '']) {
          const seen = JSON.stringify(await rowsOf(scope, name))
          expect(
            own.filter((row) => seen.includes(JSON.stringify(row))),
            `of ${name}`,
          ).toEqual([])
          const column = sql.ref(name === 'subscriber' ? 'id' : 'subscriber_id')
          const attempt = async (statement: ReturnType<typeof sql>) => {
            try {
              const { rows } = await inScopeOf(database, scope, (tx) => statement.execute(tx))
              return rows.length
            } catch (error) {
              return sqlStateOf(error) ?? error
            }
          }
          const mine = sql`${column} = ${subscriberId}`
          const untouched = [0, refused.history, refused.permission]
          expect(untouched, `of ${name}`).toContain(
            await attempt(sql`update ${table} set ${column} = ${column} where ${mine} returning 1`),
          )
          expect(untouched, `of ${name}`).toContain(
            await attempt(sql`delete from ${table} where ${mine} returning 1`),
          )
          expect(await attempt(insert), `of ${name}`).toBe(refused.permission)
        }
        expect(await rowsOf(subscriberId, name), `of ${name}`).toEqual(own)
      }
    })

    it('stops a query that forgot its filter', async () => {
      const { database } = fixture()
      const one = await books()
      const other = await books()
      const { rows } = await inScopeOf(database, one.subscriberId, (tx) =>
        sql<{ owner: string; subscriber_id: string }>`
          select sales_order.subscriber_id, integration.subscriber_id as owner from sales_order, integration`.execute(
          tx,
        ),
      )
      expect(rows).toEqual([{ subscriber_id: one.subscriberId, owner: one.subscriberId }])
      const emptied = await inScopeOf(database, other.subscriberId, (tx) =>
        sql`delete from sales_order`.execute(tx),
      )
      expect(emptied.numAffectedRows).toBe(1n)
      expect(await rowsOf(one.subscriberId, 'sales_order')).toHaveLength(1)
    })

    it('keeps subscribers of any name apart', async () => {
      const { database, store } = fixture()
      const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => !id.includes('\0'))
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.oneof(name, fc.constantFrom("'", '\\', '%', ' ', 'a', 'A', 'a ', '"$user"')), {
            minLength: 2,
            maxLength: 4,
          }),
          async (names) => {
            for (const id of names) {
              await store.transaction(id, (tx) => tx.saveSubscriber(sampleSubscriber(id)))
            }
            for (const id of names) {
              const { rows } = await inScopeOf(database, id, (tx) =>
                sql`select id from subscriber`.execute(tx),
              )
              expect(rows).toEqual([{ id }])
            }
          },
        ),
        { numRuns: 30 },
      )
    })

    it('shows nothing across subscribers but the queue', async () => {
      const { database } = fixture()
      await books()
      const hidden = await protectedTables()
      await acrossSubscribers(database, async (tx) => {
        for (const { name } of hidden) {
          expect((await sql`select from ${sql.table(name)}`.execute(tx)).rows, `of ${name}`).toEqual([])
        }
        expect((await sql`select from lease`.execute(tx)).rows).not.toEqual([])
        expect((await sql`select from job`.execute(tx)).rows).not.toEqual([])
      })
    })

    it('holds in views that run with the rights of who asks', async () => {
      const { database } = fixture()
      const one = await books()
      await books()
      await sql`
        create view order_of_books with (security_invoker = true) as
          select sales_order.id, sales_order.subscriber_id, packet.key from sales_order, packet`.execute(
        database.kysely,
      )
      try {
        const { rows } = await inScopeOf(database, one.subscriberId, (tx) =>
          sql<{ subscriber_id: string }>`select distinct subscriber_id from order_of_books`.execute(tx),
        )
        expect(rows).toEqual([{ subscriber_id: one.subscriberId }])
        const across = await acrossSubscribers(database, (tx) => sql`select from order_of_books`.execute(tx))
        expect(across.rows).toEqual([])
      } finally {
        await sql`drop view order_of_books`.execute(database.kysely)
      }
    })
  })
})

/** Inserts the row as it is, under its own subscriber. */
async function insertionOf(kysely: Kysely<Schema>, table: string, row: unknown) {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    kysely,
  )
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)))
  return sql`
    insert into ${sql.table(table)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb) returning 1`
}
