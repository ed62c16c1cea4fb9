import { connectEngine } from '../embedded/connect-engine.js'
import { startInMemory } from '../embedded/start-engine.js'
import { migrate } from '../migrations/migrate.js'
import { emptyDump } from './empty-dump.js'

let dump: Promise<Blob> | undefined

/** PostgreSQL's files with all tables in them, made once in a process. */
export function migratedDump(): Promise<Blob> {
  return (dump ??= makeDump())
}

async function makeDump(): Promise<Blob> {
  const description = 'The template of the test databases'
  const engine = await startInMemory(description, await emptyDump())
  const database = await connectEngine(engine, { description })
  try {
    await migrate(database)
    return await engine.dumpDataDir('none')
  } finally {
    await database.close()
  }
}
