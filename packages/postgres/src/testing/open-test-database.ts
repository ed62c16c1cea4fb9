import { randomUUID } from 'node:crypto'
import type { Database, DatabaseOptions } from '../database.js'
import { connectEngine } from '../embedded/connect-engine.js'
import { startInMemory } from '../embedded/start-engine.js'
import { migrate } from '../migrations/migrate.js'
import { openServer } from '../server/open-server.js'
import { migratedDump } from './migrated-dump.js'
import { createTestDatabase, dropTestDatabase, probeTestServer } from './test-server.js'

export interface TestDatabaseOptions {
  /** Default: `embedded`, in memory. `server` makes a database of its own on the server for tests. */
  readonly kind?: DatabaseOptions['kind']
  /** Connections to a server at most. Default: 10. */
  readonly poolSize?: number
}

/**
 * An empty database with all tables, of its own, in about half a second. Closing it removes it: close every one, an
 * embedded one takes some 150 MB.
 */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<Database> {
  if (options.kind === 'server') return openOnServer(options)
  const description = 'A test database in memory'
  return connectEngine(await startInMemory(description, await migratedDump()), { description })
}

async function openOnServer({ poolSize = 10 }: TestDatabaseOptions): Promise<Database> {
  const server = await probeTestServer()
  const name = `ledgerpost_test_${randomUUID().replaceAll('-', '')}`
  const url = await createTestDatabase(server, name)
  try {
    const database = await openServer({ kind: 'server', url, poolSize })
    const close = async (): Promise<void> => {
      await database.close()
      await dropTestDatabase(server, name)
    }
    await migrate(database)
    let closing: Promise<void> | undefined
    return { ...database, close: () => (closing ??= close()) }
  } catch (error) {
    await dropTestDatabase(server, name)
    throw error
  }
}
