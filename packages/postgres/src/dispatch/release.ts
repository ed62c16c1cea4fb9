import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'
import type { Schema } from '../schema/schema.js'
import { inTransaction } from '../transactions/in-transaction.js'
import { type MessageQueue, queueName, queueSchema } from './message-queue.js'

/** Messages that wait at least, though no worker is at a job: enough for the next look of a few workers. */
const fewestWaiting = 10

/** Any number, the same for all releasers of a database. */
const releaseLock = 5_180_239_114

/**
 * Releases due jobs, so many that twice as many wait as workers are at work; while another process releases, nothing.
 *
 * Integrations take turns by subscriber: the first of each, longest due first, then the second of each. What is waiting
 * or being done already counts as a subscriber's turn, so one with many integrations holds nobody up.
 */
export function releaseJobs(database: Database, queue: MessageQueue): Promise<number> {
  return inTransaction(database, async (transaction) => {
    const { rows } = await sql<{ isMine: boolean }>`
      select pg_try_advisory_xact_lock(${releaseLock}) as "isMine"`.execute(transaction)
    if (rows[0]?.isMine !== true) return 0
    await removeLapsed(transaction)
    return queue.send(transaction, await nextJobs(transaction))
  })
}

/** Those of workers that died between taking and claiming: nobody else would ever end them. */
async function removeLapsed(transaction: Kysely<Schema>): Promise<void> {
  await sql`
    delete from ${sql.table(`${queueSchema}.job`)}
    where name = ${queueName} and state >= 'active'
      and (state > 'active' or started_on + expire_seconds * interval '1 second' < now())`.execute(
    transaction,
  )
}

async function nextJobs(
  transaction: Kysely<Schema>,
): Promise<readonly { readonly jobId: string; readonly integrationId: string }[]> {
  const { rows } = await sql<{ jobId: string; integrationId: string }>`
    with message as (
      select singleton_key as integration_id, state < 'active' as is_waiting
      from ${sql.table(`${queueSchema}.job`)} where name = ${queueName}
    ), due as (
      select distinct on (job.integration_id) job.id, job.subscriber_id, job.integration_id, job.due_at,
        lease.held_until > statement_timestamp() as is_held,
        message.integration_id is not null as is_released
      from job join lease on lease.integration_id = job.integration_id
        left join message on message.integration_id = job.integration_id
      where job.due_at <= statement_timestamp()
      order by job.integration_id, job.due_at, job.id
    ), room as (
      select greatest(${fewestWaiting}::int8, 2 * (select count(*) from due where is_held))
        - (select count(*) from message where is_waiting) as size
    ), turns as (
      select *, row_number() over (partition by subscriber_id order by is_held or is_released desc, due_at, id) as turn
      from due
    )
    select id as "jobId", integration_id as "integrationId" from turns
    where not is_held and not is_released
    order by turn, due_at, id
    limit (select greatest(size, 0) from room)`.execute(transaction)
  return rows
}
