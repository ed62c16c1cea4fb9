import { CompiledQuery, type Kysely } from 'kysely'
import type { ConstructorOptions } from 'pg-boss'
import type { Database } from '../database.js'
import type { Schema } from '../schema/schema.js'

type QueueDatabase = NonNullable<ConstructorOptions['db']>

/** Lets pg-boss use our own connections, of either kind of database. */
export function queueDatabase(database: Database): QueueDatabase {
  const withValues = queueTransaction(database.kysely)
  return {
    // Without values there may be several statements in the text.
    executeSql: async (text, values = []) =>
      values.length === 0
        ? { rows: [...(await database.runScript(text))] }
        : withValues.executeSql(text, values),
  }
}

/** Lets pg-boss take part in a transaction of ours, in which each text is one statement. */
export function queueTransaction(transaction: Kysely<Schema>): QueueDatabase {
  return {
    async executeSql(text, values = []) {
      const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows }
    },
  }
}
