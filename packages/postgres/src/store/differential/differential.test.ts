import { fc } from '@fast-check/vitest'
import type { Store } from '@ledgerpost/engine'
import { createMemoryStore } from '@ledgerpost/engine/memory-store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../database.js'
import { openTestDatabase } from '../../testing/index.js'
import { createStore } from '../create-store.js'
import { observe } from './observe.test-support.js'
import { play, type Play, plays } from './play.test-support.js'
import { prepare } from './prepare.test-support.js'
import { Names } from './step.test-support.js'

/** Always the same sequences, unless it is told how many others. */
const wanted = process.env['LEDGERPOST_DIFFERENTIAL_SEQUENCES']
const runs = wanted === undefined ? { seed: 20_260_301, numRuns: 60 } : { numRuns: Number(wanted) }

/** A clock that moves whenever somebody looks at it, as a database's does. */
function restlessClock() {
  let now = Date.now()
  return { now: () => (now += 1), sleep: () => Promise.reject(new Error('Nothing sleeps here.')) }
}

describe('the stores', () => {
  let database: Database
  let sequences = 0

  beforeAll(async () => {
    database = await openTestDatabase()
  })

  afterAll(() => database.close())

  async function perform(store: Store, names: Names, all: readonly Play[]): Promise<unknown> {
    const player = { names, claims: [] }
    await prepare(store, names)
    const answers: unknown[] = []
    for (const each of all) answers.push(await play(store, each, player))
    return { answers, end: await observe(store, names) }
  }

  it('in memory and in PostgreSQL give the same answers', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plays, async (all) => {
        const names = new Names((sequences += 1))
        for (const table of ['job', 'schedule', 'rate_bucket', 'restoration']) {
          await sql`delete from ${sql.table(table)}`.execute(database.kysely)
        }
        const inMemory = await perform(createMemoryStore(restlessClock()), names, all)
        expect(inMemory).toEqual(await perform(createStore(database), names, all))
      }),
      { ...runs, endOnFailure: true },
    )
  })
})
