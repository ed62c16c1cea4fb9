import type { IsolationLevel, Transaction } from 'kysely'
import type { Database } from '../database.js'
import { sqlStateOf } from '../errors/sql-state.js'
import { StoreUnavailable } from '../errors/store-unavailable.js'
import { TransactionConflict } from '../errors/transaction-conflict.js'
import type { Schema } from '../schema/schema.js'

export interface TransactionOptions {
  /** Default: the server's, read committed. */
  readonly isolationLevel?: IsolationLevel
  /** How often the work is run at most when it collides with other transactions. Default: 5. */
  readonly attempts?: number
  /** Waits before the attempt after `attempt` (1, 2, …). Default: a random time, longer from one to the next. */
  readonly pause?: (attempt: number) => Promise<void>
}

/** What is done in a transaction; `transaction` is the only handle that it may use. */
export type Work<Result> = (transaction: Transaction<Schema>) => Promise<Result>

const serialisationFailure = '40001'
const deadlockDetected = '40P01'

/**
 * Runs `work` in one transaction: all of it is kept, or nothing. It is run again after a serialisation failure or a
 * deadlock, so it must do nothing but talk to the database.
 *
 * It runs as the owner of the tables, whom row-level security binds or not as the server sees fit: what is done with a
 * subscriber's data goes through the store.
 *
 * Inside, only the transaction may be used: the database handle throws OuterHandleInTransaction, a nested call too.
 *
 * @throws TransactionConflict when every attempt collided.
 * @throws StoreUnavailable with the effect `unknown` when the connection was lost while committing; otherwise `none`.
 */
export async function inTransaction<Result>(
  database: Database,
  work: Work<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const { isolationLevel, attempts = 5, pause = randomPause } = options
  const plain = database.kysely.transaction()
  const builder = isolationLevel === undefined ? plain : plain.setIsolationLevel(isolationLevel)
  for (let attempt = 1; ; attempt += 1) {
    let isCommitting = false
    try {
      return await builder.execute(async (transaction) => {
        const result = await database.guard.run(() => work(transaction))
        isCommitting = true
        return result
      })
    } catch (error) {
      if (error instanceof StoreUnavailable && !isCommitting) throw error.withoutEffect()
      if (!isConflict(error)) throw error
      if (attempt >= attempts) throw new TransactionConflict(attempts, error)
    }
    await pause(attempt)
  }
}

function isConflict(error: unknown): boolean {
  const state = sqlStateOf(error)
  return state === serialisationFailure || state === deadlockDetected
}

function randomPause(attempt: number): Promise<void> {
  const longest = 10 * 2 ** Math.min(attempt, 6)
  return new Promise((resume) => {
    setTimeout(resume, Math.random() * longest)
  })
}
