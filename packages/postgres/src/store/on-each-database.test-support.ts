import type { Store } from '@ledgerpost/engine'
import { requirement } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../database.js'
import { openTestDatabase, probeTestServer } from '../testing/index.js'
import { createStore } from './create-store.js'

export interface Fixture {
  readonly database: Database
  readonly store: Store
}

const server = await requirement('a PostgreSQL server', probeTestServer)

/** Runs the suite on the embedded database and on a server, each with an empty database of its own. */
export function onEachDatabase(suite: (fixture: () => Fixture) => void): void {
  for (const kind of ['embedded', 'server'] as const) onDatabase(kind, suite)
}

/** For what only several sessions at once can show. */
export function onServer(suite: (fixture: () => Fixture) => void): void {
  onDatabase('server', suite)
}

function onDatabase(kind: Database['kind'], suite: (fixture: () => Fixture) => void): void {
  describe.skipIf(kind === 'server' && !server.available)(`on the ${kind} database`, () => {
    let fixture: Fixture | undefined
    beforeAll(async () => {
      const database = await openTestDatabase({ kind, poolSize: 20 })
      fixture = { database, store: createStore(database) }
    })
    afterAll(() => fixture?.database.close())
    suite(() => {
      if (!fixture) throw new Error('The database is open only while tests run.')
      return fixture
    })
  })
}
