import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from '../database.js'
import { MigrationFailed } from '../errors/migration-failed.js'
import { StoreUnavailable } from '../errors/store-unavailable.js'
import { schemaName } from '../schema-name.js'
import { migrations as everyMigration } from './migrations.js'

/**
 * Brings the tables up to date, all steps in one transaction. Processes that do so at once take turns; when there is
 * nothing to do it changes nothing.
 *
 * @returns the names of the steps that were applied, in order.
 * @throws MigrationFailed when a step fails, or the database is ahead of this version.
 * @throws StoreUnavailable
 */
export async function migrate(
  database: Database,
  migrations: Readonly<Record<string, Migration>> = everyMigration,
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.kysely,
    provider: { getMigrations: () => Promise.resolve(seeingAll(migrations)) },
    migrationTableSchema: schemaName,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error instanceof StoreUnavailable) throw error
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === 'Error')
    throw new MigrationFailed(database.description, failed?.migrationName, error)
  }
  return results.map(({ migrationName }) => migrationName)
}

/** A step that touches rows which row-level security hides from the owner fails, instead of passing them over. */
function seeingAll(migrations: Readonly<Record<string, Migration>>): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, migration]) => [
      name,
      {
        async up(handle) {
          await sql`set local row_security = off`.execute(handle)
          await migration.up(handle)
        },
      } satisfies Migration,
    ]),
  )
}
