import { type Databases, openDatabases } from '@ledgerpost/chaos/scene'
import { Client } from 'pg'

/** What `select version()` says, without where it was built. */
export async function databaseVersion(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `select split_part(version(), ' (', 1) as version`,
    )
    return rows[0]?.version ?? 'unknown'
  })
}

/** Lends databases with all tables, each a race's own, and removes them. */
export async function withDatabases<Result>(
  url: string,
  work: (databases: Databases) => Promise<Result>,
): Promise<Result> {
  const databases = await openDatabases(url)
  try {
    return await work(databases)
  } finally {
    await databases.close()
  }
}

export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
