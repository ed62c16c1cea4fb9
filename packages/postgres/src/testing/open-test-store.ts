import type { Store } from '@ledgerpost/engine'
import { sql } from 'kysely'
import { createStore } from '../store/create-store.js'
import { openTestDatabase, type TestDatabaseOptions } from './open-test-database.js'

/** A store over a database of its own. */
export interface TestStore {
  readonly store: Store
  /** As if the time had passed for which jobs were put off and leases held: both run on the database's clock. */
  timePasses(): Promise<void>
  close(): Promise<void>
}

/** Where the database is, unless the test says so: `LEDGERPOST_TEST_STORE=server` runs whole suites on a server. */
function usualKind(): TestDatabaseOptions {
  return process.env['LEDGERPOST_TEST_STORE'] === 'server' ? { kind: 'server' } : {}
}

export async function openTestStore(options: TestDatabaseOptions = usualKind()): Promise<TestStore> {
  const database = await openTestDatabase(options)
  return {
    store: createStore(database),
    async timePasses() {
      await sql`update job set due_at = statement_timestamp()`.execute(database.kysely)
      await sql`update lease set held_until = '-infinity'`.execute(database.kysely)
    },
    close: () => database.close(),
  }
}
