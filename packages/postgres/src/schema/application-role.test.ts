import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { describe, expect, it } from 'vitest'
import { databaseForTest, kinds, server } from '../../test/support.js'
import type { Database } from '../database.js'
import { migrate } from '../migrations/migrate.js'
import { migrations } from '../migrations/migrations.js'
import { booksOfSubscriber } from '../store/books.test-support.js'
import { createStore } from '../store/create-store.js'
import { onEachDatabase } from '../store/on-each-database.test-support.js'
import { applicationRoleOf, ownedEmbedded, ownedOnServer } from '../testing/owned-database.test-support.js'
import { acrossSubscribers, inScopeOf } from '../transactions/scope.js'
import type { Schema } from './schema.js'

async function session({ kysely }: Pick<Database, 'kysely'>): Promise<unknown> {
  const { rows } = await sql`
    select current_user = session_user as "isOwner", coalesce(current_setting('app.subscriber', true), '') as subscriber`.execute(
    kysely,
  )
  return rows[0]
}

const normal = { isOwner: true, subscriber: '' }

describe('the application role', () => {
  onEachDatabase((fixture) => {
    it('owns nothing, is bound by every policy and belongs to no other role', async () => {
      await inScopeOf(fixture().database, 's', async (kysely) => {
        expect(await session({ kysely })).toEqual({ isOwner: false, subscriber: 's' })
        const { rows } = await sql`
          select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin as "isMighty",
            exists (select from pg_class where relowner = pg_roles.oid) as "isOwner",
            exists (select from pg_auth_members where member = pg_roles.oid) as "isMember"
          from pg_roles where rolname = current_user`.execute(kysely)
        expect(rows).toEqual([{ isMighty: false, isOwner: false, isMember: false }])
      })
    })

    it.each([
      'alter table sales_order disable row level security',
      'alter table sales_order no force row level security',
      'drop policy sales_order_of_subscriber on sales_order',
      'create policy everything on sales_order using (true)',
      'alter table packet disable trigger packet_is_immutable',
      'drop table exclusion',
      'truncate exclusion',
      'create table ledgerpost.mine (id int)',
      'create or replace function application_role() returns text language sql as $$ select session_user::text $$',
      'select from migration',
      'set session_replication_role = replica',
    ])('may not %s', async (statement) => {
      const attempt = inScopeOf(fixture().database, 's', (tx) => sql.raw(statement).execute(tx))
      await expect(attempt).rejects.toMatchObject({ code: '42501' })
    })
  })

  it.each(kinds)('is laid down with the scope when a transaction ends (%s)', async (kind) => {
    const database = await databaseForTest({ kind, poolSize: 1 })
    expect(await session(database)).toEqual(normal)
    await inScopeOf(database, 's', (kysely) => session({ kysely }))
    expect(await session(database)).toEqual(normal)
    await expect(inScopeOf(database, 's', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await session(database)).toEqual(normal)
    await acrossSubscribers(database, async (kysely) => {
      expect(await session({ kysely })).toEqual({ isOwner: false, subscriber: '' })
    })
    expect(await session(database)).toEqual(normal)
  })
})

const uniqueOwner = (): string => `ledgerpost_owner_${randomUUID().slice(0, 8)}`
const openOwned = { embedded: ownedEmbedded, server: ownedOnServer }

describe.each(kinds)('a plain owner of the %s database', (kind) => {
  const open = openOwned[kind]

  it('makes the role when it may, and its rows are kept apart', async () => {
    const { databases } = await open(uniqueOwner(), true)
    const [database] = databases
    await migrate(database)
    const { subscriberId } = await booksOfSubscriber(createStore(database))
    const count = (scope: string) =>
      inScopeOf(database, scope, async (tx) => (await sql`select from packet`.execute(tx)).rows.length)
    expect(await count(subscriberId)).toBe(2)
    expect(await count('another')).toBe(0)
    const { rows } = await sql`select from packet`.execute(database.kysely)
    expect(rows).toEqual([])
  })

  it('is told what an administrator must run, which is enough', async () => {
    const { owner, databases, asAdministrator } = await open(uniqueOwner(), false)
    const [database] = databases
    const failure: unknown = await migrate(database).catch((error: unknown) => error)
    const create = `create role ${owner}_ledgerpost_app nologin`
    const grant = `grant ${owner}_ledgerpost_app to ${owner}`
    expect(failure).toMatchObject({ name: 'MigrationFailed' })
    expect(String(failure)).toContain(`An administrator must run once: ${create}; ${grant}.`)
    await asAdministrator(create)
    await expect(migrate(database)).rejects.toThrow(`must run once: ${grant}.`)
    await asAdministrator(grant)
    await migrate(database)
    await booksOfSubscriber(createStore(database))
  })

  it('has a later migration fail that would pass over the rows it cannot see', async () => {
    const { databases } = await open(uniqueOwner(), true)
    const [database] = databases
    await migrate(database)
    await booksOfSubscriber(createStore(database))
    const step = (...statements: readonly string[]): Migration => ({
      async up(handle) {
        for (const statement of statements) await sql.raw(statement).execute(handle)
      },
    })
    const change = `update subscriber set region = 'US'`
    await expect(migrate(database, { ...migrations, '0002-blind': step(change) })).rejects.toThrow(
      'query would be affected by row-level security policy',
    )
    const unforce = 'alter table subscriber no force row level security'
    const force = 'alter table subscriber force row level security'
    await migrate(database, { ...migrations, '0002-seeing': step(unforce, change, force) })
  })

  it('is told when the role is gone', async () => {
    const { owner, databases, asAdministrator } = await open(uniqueOwner(), true)
    const [database] = databases
    await migrate(database)
    await asAdministrator(`alter role ${owner}_ledgerpost_app rename to ${owner}_old`)
    const asking = createStore(database).transaction('s', (tx) => tx.subscriber('s'))
    await expect(asking).rejects.toMatchObject({
      name: 'StoreUnavailable',
      trouble: 'refused',
      effect: 'none',
    })
    await asAdministrator(`alter role ${owner}_old rename to ${owner}_ledgerpost_app`)
  })
})

it('is no role that no policy binds', async () => {
  const { owner, databases, asAdministrator } = await ownedEmbedded(uniqueOwner(), false)
  const [database] = databases
  await asAdministrator(
    `create role ${owner}_ledgerpost_app nologin bypassrls`,
    `grant ${owner}_ledgerpost_app to ${owner}`,
  )
  await expect(migrate(database)).rejects.toThrow('nothing would keep subscribers apart')
})

describe.skipIf(!server.available)('several databases of one owner', () => {
  it('can be migrated at once, and share the role', async () => {
    const { databases } = await ownedOnServer(uniqueOwner(), true, 4)
    await Promise.all(databases.map((database) => migrate(database)))
    for (const database of databases) {
      const { subscriberId } = await booksOfSubscriber(createStore(database))
      const seen = (tx: Kysely<Schema>) => sql`select id from subscriber`.execute(tx)
      expect((await inScopeOf(database, subscriberId, seen)).rows).toEqual([{ id: subscriberId }])
    }
  })

  it('may have an owner with a name of any length', async () => {
    const { owner, databases } = await ownedOnServer(`${uniqueOwner()}_${'ü'.repeat(15)}`, true)
    const [database] = databases
    await migrate(database)
    const { rows } = await sql`select application_role() as role`.execute(database.kysely)
    expect(rows).toEqual([{ role: applicationRoleOf(owner) }])
    await booksOfSubscriber(createStore(database))
  })
})
