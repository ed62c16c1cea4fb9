import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requirement } from '@ledgerpost/testkit'
import { onTestFinished } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '../src/database.js'
import { templatePath } from '../src/testing/empty-dump.js'
import { openTestDatabase, probeTestServer, type TestDatabaseOptions } from '../src/testing/index.js'

export const server = await requirement('a PostgreSQL server (LEDGERPOST_TEST_DATABASE_URL)', probeTestServer)

/** The kinds of database that this machine can test. */
export const kinds: readonly DatabaseOptions['kind'][] = server.available
  ? ['embedded', 'server']
  : ['embedded']

/** A database with all tables that is closed when the test is over. */
export async function databaseForTest(options: TestDatabaseOptions): Promise<Database> {
  const database = await openTestDatabase(options)
  onTestFinished(() => database.close())
  return database
}

/** A directory that is removed when the test is over. */
export async function directoryForTest(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerpost-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** The same, with a database in it, as after a first start. A copy is kept among the temporary files. */
export async function directoryWithDatabase(): Promise<string> {
  const directory = await directoryForTest()
  const kept = `${await templatePath()}-data`
  if (!existsSync(kept)) await makeData(kept)
  await cp(kept, join(directory, 'data'), { recursive: true })
  return directory
}

async function makeData(path: string): Promise<void> {
  const directory = await directoryForTest()
  const database = await openDatabase({ kind: 'embedded', directory })
  await database.close()
  try {
    await rename(join(directory, 'data'), path)
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(path)) throw error
  }
}
