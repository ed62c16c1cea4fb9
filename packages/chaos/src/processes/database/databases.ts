import { randomUUID } from 'node:crypto'
import { migrate, openDatabase } from '@ledgerpost/postgres'
import { Client, Pool, type QueryResultRow } from 'pg'

/** A database of one's own on a PostgreSQL server, and what the harness asks of it. */
export interface OwnDatabase {
  readonly name: string
  readonly url: string
  /** Asks for what belongs to a subscriber, which row-level security hides from all others; `''` is for the rest. */
  query<Row extends QueryResultRow>(
    subscriberId: string,
    statement: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>
  /** Ends the sessions that are left, and removes it. */
  drop(): Promise<void>
}

/** Databases on a server, made quickly as copies of one that has all tables. */
export interface Databases {
  create(): Promise<OwnDatabase>
  /** A copy of a database that nobody is connected to. */
  copy(original: string): Promise<string>
  /** Puts the copy in the place of the database, as one restores a backup. Nobody may be connected to the copy. */
  restore(database: OwnDatabase, copy: string): Promise<void>
  /** Ends all sessions of a database, and answers how many there were. */
  endSessions(name: string): Promise<number>
  /** Removes everything that was made. */
  close(): Promise<void>
}

export async function openDatabases(serverUrl: string): Promise<Databases> {
  const made = new Set<string>()
  const pools = new Set<Pool>()
  let isClosed = false
  const newName = () => `ledgerpost_chaos_${randomUUID().replaceAll('-', '')}`

  async function onServer(statement: string, values: readonly unknown[] = []): Promise<number> {
    const client = new Client({ connectionString: serverUrl, connectionTimeoutMillis: 5_000 })
    await client.connect()
    try {
      return (await client.query(statement, [...values])).rowCount ?? 0
    } finally {
      await client.end()
    }
  }

  async function make(statement: (name: string) => string): Promise<string> {
    if (isClosed) throw new Error('The databases are removed.')
    const name = newName()
    // Known before it is there, so that it goes even if everything is removed meanwhile.
    made.add(name)
    await onServer(statement(name))
    return name
  }

  async function drop(name: string): Promise<void> {
    await onServer(`drop database if exists "${name}" with (force)`)
    made.delete(name)
  }

  const endSessions = (name: string) =>
    onServer(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = $1 and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      [name],
    )

  const template = await make((name) => `create database "${name}" encoding 'UTF8' template template0`)
  const migrated = await openDatabase({ kind: 'server', url: urlOf(serverUrl, template), poolSize: 1 })
  try {
    await migrate(migrated)
  } finally {
    await migrated.close()
  }

  async function copy(original: string): Promise<string> {
    // Sessions of processes that were killed linger for a moment.
    await endSessions(original)
    return make((name) => `create database "${name}" template "${original}"`)
  }

  return {
    copy,
    endSessions,
    async create() {
      const name = await copy(template)
      const url = urlOf(serverUrl, name)
      const pool = new Pool({ connectionString: url, max: 3 })
      // Sessions that the harness ends are its own as well.
      pool.on('error', () => undefined)
      pools.add(pool)
      return {
        name,
        url,
        async query<Row extends QueryResultRow>(
          subscriberId: string,
          statement: string,
          values: readonly unknown[] = [],
        ) {
          const client = await pool.connect()
          try {
            await client.query(`select set_config('app.subscriber', $1, false)`, [subscriberId])
            return (await client.query<Row>(statement, [...values])).rows
          } finally {
            client.release()
          }
        },
        async drop() {
          if (pools.delete(pool)) await pool.end()
          await drop(name)
        },
      }
    },
    async restore({ name }, backup) {
      await endSessions(name)
      await onServer(`drop database "${name}" with (force)`)
      await onServer(`alter database "${backup}" rename to "${name}"`)
      made.delete(backup)
    },
    async close() {
      isClosed = true
      const open = [...pools]
      pools.clear()
      for (const pool of open) await pool.end()
      for (const name of made) await drop(name)
    },
  }
}

function urlOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = name
  return url.href
}
