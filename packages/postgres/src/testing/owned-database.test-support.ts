import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { server } from '../../test/support.js'
import { type Database, openDatabase } from '../database.js'
import { connectEngine } from '../embedded/connect-engine.js'
import { startInMemory } from '../embedded/start-engine.js'
import { emptyDump } from './empty-dump.js'
import { dropTestDatabase } from './test-server.js'

/** Databases without tables, of an owner who is no superuser. */
export interface OwnedDatabases {
  readonly owner: string
  readonly databases: readonly [Database, ...Database[]]
  /** Runs statements as somebody who may make roles. */
  asAdministrator(...statements: readonly string[]): Promise<void>
}

/** The name of the role that works on the tables of an owner. */
export function applicationRoleOf(owner: string): string {
  const isShort = Buffer.byteLength(owner) <= 48
  return `${isShort ? owner : createHash('md5').update(owner).digest('hex')}_ledgerpost_app`
}

const role = (name: string, mayCreateRoles: boolean): string =>
  `create role "${name}" login ${mayCreateRoles ? 'createrole' : 'nocreaterole'} password '${name}'`

/** The embedded database has one session: it becomes the owner's. */
export async function ownedEmbedded(owner: string, mayCreateRoles: boolean): Promise<OwnedDatabases> {
  const description = 'The database of a plain owner'
  const database = await connectEngine(await startInMemory(description, await emptyDump()), { description })
  onTestFinished(() => database.close())
  const run = (statement: string) => sql.raw(statement).execute(database.kysely)
  const asAdministrator = async (...statements: readonly string[]) => {
    // Not `reset`, which has no effect in the embedded engine.
    await run('set session authorization postgres')
    for (const statement of statements) await run(statement)
    await run(`set session authorization "${owner}"`)
  }
  await asAdministrator(
    role(owner, mayCreateRoles),
    `do $$ begin execute format('grant create on database %I to "${owner}"', current_database()); end $$`,
  )
  return { owner, databases: [database], asAdministrator }
}

/** As many databases on the test server, all gone with their roles when the test is over. */
export async function ownedOnServer(
  owner: string,
  mayCreateRoles: boolean,
  count = 1,
): Promise<OwnedDatabases> {
  if (!server.available) throw new Error('This test needs a PostgreSQL server.')
  const { value } = server
  const asAdministrator = async (...statements: readonly string[]) => {
    const client = new Client({ connectionString: value })
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const application = `drop role if exists "${applicationRoleOf(owner)}"`
  await asAdministrator(role(owner, mayCreateRoles), `grant "${owner}" to current_user`)
  // The last to be registered is the first to be called.
  onTestFinished(() =>
    asAdministrator(
      ...(mayCreateRoles ? [`set role "${owner}"`, application, 'reset role'] : [application]),
      `drop role "${owner}"`,
    ),
  )
  const open = async (): Promise<Database> => {
    const name = `ledgerpost_owned_${randomUUID().replaceAll('-', '')}`
    await asAdministrator(`create database "${name}" owner "${owner}" encoding 'UTF8' template template0`)
    onTestFinished(() => dropTestDatabase(value, name))
    const url = new URL(value)
    url.pathname = name
    url.username = owner
    url.password = owner
    const database = await openDatabase({ kind: 'server', url: url.href })
    onTestFinished(() => database.close())
    return database
  }
  const first = await open()
  const others = await Promise.all(Array.from({ length: count - 1 }, open))
  return { owner, databases: [first, ...others], asAdministrator }
}
