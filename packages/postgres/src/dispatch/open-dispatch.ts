import type { Clock, Logger } from '@ledgerpost/core'
import type { Deliveries, Releaser } from '@ledgerpost/engine'
import { sql } from 'kysely'
import type { Database } from '../database.js'
import { QueueDeliveries } from './deliveries.js'
import { openMessageQueue } from './message-queue.js'
import { jobReleaser } from './release.js'

export interface DispatchOptions {
  readonly clock: Clock
  readonly logger: Logger
  /** How often workers look for messages when nobody wakes them, in milliseconds. Default: 500. */
  readonly pollMilliseconds?: number
}

/**
 * Brings due jobs to workers on many machines through pg-boss. The table of jobs stays the truth and holds the backlog;
 * what stands in the queue are hints, few of them, so that taking one is fast. A hint that is lost or comes twice
 * changes nothing: a job is released as long as it is due, and done by whoever claims it.
 */
export interface Dispatch {
  readonly deliveries: Deliveries
  readonly releaser: Releaser
  /** Leaves the database open. Workers and releasers must have stopped. */
  close(): Promise<void>
}

/** Opens the queue in a database that is up to date, making it if there is none. @throws StoreUnavailable */
export async function openDispatch(
  database: Database,
  { clock, logger, pollMilliseconds = 500 }: DispatchOptions,
): Promise<Dispatch> {
  const queue = await openMessageQueue(database, (error) =>
    logger.warn({ error }, 'The queue of jobs had a fault; it goes on.'),
  )
  const recover = (workers: readonly string[]) => giveBackLeases(database, workers)
  return {
    deliveries: new QueueDeliveries(queue, { clock, logger, pollMilliseconds, recover }),
    releaser: jobReleaser(database, queue),
    close: () => queue.close(),
  }
}

/** Makes the queue or brings it up to date, which can take a second or two, so that opening it later takes none. @throws StoreUnavailable */
export async function prepareDispatch(database: Database): Promise<void> {
  const faults: unknown[] = []
  const queue = await openMessageQueue(database, (error) => faults.push(error))
  await queue.close()
  // pg-boss tells them while it works beside: none of them may pass unseen.
  if (faults.length > 0) throw faults[0]
}

async function giveBackLeases(database: Database, workers: readonly string[]): Promise<void> {
  await sql`
    update lease set held_until = '-infinity', holder = null
    where holder = any(${[...workers]}::text[])`.execute(database.kysely)
}
