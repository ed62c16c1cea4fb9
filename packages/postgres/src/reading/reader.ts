import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'
import { QueryTooExpensive } from '../errors/query-too-expensive.js'
import { sqlStateOf } from '../errors/sql-state.js'
import type { Schema } from '../schema/schema.js'
import { inScopeOf } from '../transactions/scope.js'

/** A statement with `$1`, `$2` … for its values. */
export interface ReadStatement {
  readonly text: string
  readonly values: readonly unknown[]
}

export type RunRead = (statement: ReadStatement) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** Runs statements that somebody else wrote, such as those made of a client's query. */
export interface Reader {
  /**
   * Runs the work in a transaction that sees one state of one subscriber's rows and can change nothing. Undefined, and
   * nothing is run, if there is no such subscriber.
   * @throws QueryTooExpensive when a statement takes too long: a server stops it. The embedded database cannot be
   * stopped; it is for amounts of data at which nothing takes long.
   */
  read<Result>(subscriberId: string, work: (run: RunRead) => Promise<Result>): Promise<Result | undefined>
}

/** The longest that a statement of a reader may take, in milliseconds. */
export const longestRead = 2000

const queryCancelled = '57014'

/** @param longest milliseconds that a statement may take; default: {@link longestRead} */
export function createReader(database: Database, longest: number = longestRead): Reader {
  return {
    read: (subscriberId, work) =>
      inScopeOf(
        database,
        subscriberId,
        async (transaction) => {
          await enter(transaction, longest)
          const subscriber = await transaction
            .selectFrom('subscriber')
            .select('id')
            .where('id', '=', subscriberId)
            .executeTakeFirst()
          if (!subscriber) return undefined
          return work(async ({ text, values }) => {
            try {
              const { rows } = await transaction.executeQuery<Record<string, unknown>>(
                CompiledQuery.raw(text, [...values]),
              )
              return rows
            } catch (error) {
              if (sqlStateOf(error) === queryCancelled) throw new QueryTooExpensive(longest, error)
              throw error
            }
          })
        },
        { isolationLevel: 'repeatable read' },
      ),
  }
}

/**
 * All until the transaction ends. Small pages take milliseconds: compiling a statement or starting other processes for
 * it takes longer than it saves.
 */
async function enter(transaction: Kysely<Schema>, longest: number): Promise<void> {
  await sql`
    select set_config('statement_timeout', ${String(longest)}, true), set_config('transaction_read_only', 'on', true),
      set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(
    transaction,
  )
}
