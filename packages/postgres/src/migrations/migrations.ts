import type { Migration } from 'kysely/migration'
import { storeMigration } from '../schema/store-migration.js'

/**
 * Every step of the tables, in the order of the names (`0001-…`). A step that has been released is never changed:
 * another one follows it. A step that reads or changes rows of subscribers lifts `force row level security` from their
 * tables first and puts it back; a new table is isolated like the others (`isolation.ts`).
 */
export const migrations: Readonly<Record<string, Migration>> = { '0001-store': storeMigration }
