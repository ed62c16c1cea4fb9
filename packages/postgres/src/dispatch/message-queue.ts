import type { Kysely } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Database } from '../database.js'
import type { Schema } from '../schema/schema.js'
import { queueDatabase, queueTransaction } from './queue-database.js'

/** The schema that belongs to pg-boss alone; it makes and updates it itself. */
export const queueSchema = 'ledgerpost_queue'
export const queueName = 'jobs'

/**
 * How long a message may be with a worker that neither claims nor returns it, in seconds. Claiming takes milliseconds;
 * one that takes longer is told to somebody else as well, and whoever comes second claims nothing.
 */
const lapseSeconds = 10

const noMessage = '00000000-0000-0000-0000-000000000000'

/** What a message says. */
export interface Message {
  readonly id: string
  readonly jobId: string
}

/** The queue of hints that a job is due: at most one for an integration, whether waiting or with a worker. */
export interface MessageQueue {
  /** Adds messages in the transaction, in their order; leaves out those whose integration has one. Returns how many were added. */
  send(
    transaction: Kysely<Schema>,
    jobs: readonly { readonly jobId: string; readonly integrationId: string }[],
  ): Promise<number>
  /** Takes the first messages, at most so many. */
  take(limit: number): Promise<readonly Message[]>
  remove(ids: readonly string[]): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the queue, and makes it if there is none. Its faults are told to `onError`, besides those that its functions throw.
 * @throws StoreUnavailable
 */
export async function openMessageQueue(
  database: Database,
  onError: (error: unknown) => void,
): Promise<MessageQueue> {
  const boss = new PgBoss({
    db: queueDatabase(database),
    schema: queueSchema,
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    // Messages that were taken are removed and lapse by the releaser's hand: nothing is left to maintain.
    supervise: false,
    schedule: false,
  })
  boss.on('error', onError)
  await boss.start()
  try {
    await boss.createQueue(queueName, { policy: 'exclusive', retryLimit: 0 })
    // pg-boss reads what it knows of a queue at the first use, which must not be inside a transaction of ours.
    await boss.deleteJob(queueName, [noMessage])
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  return {
    async send(transaction, jobs) {
      if (jobs.length === 0) return 0
      const messages = jobs.map(({ jobId, integrationId }) => ({
        singletonKey: integrationId,
        expireInSeconds: lapseSeconds,
        data: { jobId },
      }))
      const added = await boss.insert(queueName, messages, {
        db: queueTransaction(transaction),
        returnId: true,
      })
      return added?.length ?? 0
    },
    async take(limit) {
      const messages = await boss.fetch<{ readonly jobId: string }>(queueName, { batchSize: limit })
      return messages.map(({ id, data }) => ({ id, jobId: data.jobId }))
    },
    async remove(ids) {
      if (ids.length > 0) await boss.deleteJob(queueName, [...ids])
    },
    close: () => boss.stop({ graceful: false }),
  }
}
