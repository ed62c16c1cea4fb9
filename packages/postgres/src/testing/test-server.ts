import { Client } from 'pg'

const usualServer = 'postgres://postgres@127.0.0.1:5432/test'

/**
 * The URL of the PostgreSQL server for tests: the one that `LEDGERPOST_TEST_DATABASE_URL` names, or a usual local
 * one. The user needs the right to create databases.
 *
 * @throws what the driver reports when it does not answer: use it as the probe of a `requirement`.
 */
export async function probeTestServer(): Promise<string> {
  const url = process.env['LEDGERPOST_TEST_DATABASE_URL'] ?? usualServer
  await onServer(url, 'select 1')
  return url
}

export async function createTestDatabase(server: string, name: string): Promise<string> {
  await onServer(server, `create database "${name}" encoding 'UTF8' template template0`)
  const url = new URL(server)
  url.pathname = name
  return url.href
}

/** Ends the sessions that a test left open as well. */
export async function dropTestDatabase(server: string, name: string): Promise<void> {
  await onServer(server, `drop database if exists "${name}" with (force)`)
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
