import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'
import { sqlStateOf } from '../errors/sql-state.js'
import { StoreUnavailable } from '../errors/store-unavailable.js'
import type { Schema } from '../schema/schema.js'
import { inTransaction, type TransactionOptions, type Work } from './in-transaction.js'

/** Like `inTransaction`, and sees and writes the rows of one subscriber alone: row-level security hides all others. */
export function inScopeOf<Result>(
  database: Database,
  subscriberId: string,
  work: Work<Result>,
  options?: TransactionOptions,
): Promise<Result> {
  return inRole(database, subscriberId, work, options)
}

/** Like `inTransaction`, and sees no subscriber's rows: only what belongs to none, such as the queue of jobs. */
export function acrossSubscribers<Result>(
  database: Database,
  work: Work<Result>,
  options?: TransactionOptions,
): Promise<Result> {
  return inRole(database, '', work, options)
}

function inRole<Result>(
  database: Database,
  subscriberId: string,
  work: Work<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  return inTransaction(
    database,
    async (transaction) => {
      await enter(transaction, database.description, subscriberId)
      return work(transaction)
    },
    options,
  )
}

/** Both settings last until the transaction ends, however it ends. */
async function enter(transaction: Kysely<Schema>, database: string, subscriberId: string): Promise<void> {
  try {
    await sql`
      select set_config('role', application_role(), true), set_config('app.subscriber', ${subscriberId}, true)`.execute(
      transaction,
    )
  } catch (error) {
    throw roleRefused(database, error) ?? error
  }
}

const invalidParameterValue = '22023'
const insufficientPrivilege = '42501'

/** Roles are no part of a database: one that was restored on another server may lack them. */
function roleRefused(database: string, error: unknown): StoreUnavailable | undefined {
  const state = sqlStateOf(error)
  if (state !== invalidParameterValue && state !== insufficientPrivilege) return undefined
  const reason = error instanceof Error ? error.message : String(error)
  const cause = new Error(
    `${reason}. An administrator must run once, with the role that "select ledgerpost.application_role()" names ` +
      'and the user of the connection string: create role … nologin; grant … to …',
    { cause: error },
  )
  return new StoreUnavailable(database, 'refused', 'none', cause)
}
