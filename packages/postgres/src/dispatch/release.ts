import type { Releaser } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.js'
import type { Schema } from '../schema/schema.js'
import { inTransaction } from '../transactions/in-transaction.js'
import { type MessageQueue, queueName, queueSchema } from './message-queue.js'

/** Messages that wait at least, though no worker is at a job: enough for the next look of a few workers. */
const fewestWaiting = 10
/** And at most, however short the jobs: what is released cannot be overtaken by whoever comes later. */
const mostWaiting = 640
/** Jobs that are given turns together. Far more than a subscriber has integrations, so that nobody fills it alone. */
const considered = 1000

/** Any number, the same for all releasers of a database. */
const releaseLock = 5_180_239_114

/**
 * Releases due jobs, unless another process does. As many messages are kept waiting as are taken between two releases:
 * twice as many as before once all were taken, half as many when most are still there. So few wait behind long jobs, and
 * short ones do not run out.
 *
 * Integrations take turns by subscriber: the first of each, longest due first, then the second of each. What is waiting
 * or being done already counts as a subscriber's turn, so one with many integrations holds nobody up.
 */
export function jobReleaser(database: Database, queue: MessageQueue): Releaser {
  let wanted = fewestWaiting
  let wasFilled = false

  async function fill(transaction: Kysely<Schema>): Promise<number> {
    const waiting = await countWaiting(transaction)
    if (waiting === 0 && wasFilled) wanted = Math.min(wanted * 2, mostWaiting)
    else if (waiting > wanted / 2) wanted = Math.max(Math.ceil(wanted / 2), fewestWaiting)
    const released = await queue.send(transaction, await nextJobs(transaction, Math.max(wanted - waiting, 0)))
    wasFilled = waiting + released >= wanted
    return released
  }

  return {
    release: () =>
      inTransaction(database, async (transaction) => {
        const { rows } = await sql<{ isMine: boolean }>`
          select pg_try_advisory_xact_lock(${releaseLock}) as "isMine"`.execute(transaction)
        if (rows[0]?.isMine !== true) return 0
        await removeLapsed(transaction)
        return fill(transaction)
      }),
  }
}

async function countWaiting(transaction: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int4 as waiting from ${sql.table(`${queueSchema}.job`)}
    where name = ${queueName} and state < 'active'`.execute(transaction)
  return rows[0]?.waiting ?? 0
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

/**
 * Walks the index of due jobs and stops when it has enough to choose from, so that a backlog of any length costs the same.
 */
async function nextJobs(
  transaction: Kysely<Schema>,
  limit: number,
): Promise<readonly { readonly jobId: string; readonly integrationId: string }[]> {
  if (limit === 0) return []
  const { rows } = await sql<{ jobId: string; integrationId: string }>`
    with due as materialized (
      select job.id, job.subscriber_id, job.integration_id, job.due_at
      from job join lease on lease.integration_id = job.integration_id
      where job.due_at <= statement_timestamp() and lease.held_until <= statement_timestamp()
        and not exists (
          select from ${sql.table(`${queueSchema}.job`)} as message
          where message.name = ${queueName} and message.singleton_key = job.integration_id
        )
      order by job.due_at, job.id limit ${considered}
    ), first as (
      select distinct on (integration_id) * from due order by integration_id, due_at, id
    ), begun as (
      select lease.subscriber_id, count(*) as turns
      from lease
      where lease.subscriber_id in (select subscriber_id from first) and (
        lease.held_until > statement_timestamp() or exists (
          select from ${sql.table(`${queueSchema}.job`)} as message
          where message.name = ${queueName} and message.singleton_key = lease.integration_id
        )
      )
      group by lease.subscriber_id
    ), turns as (
      select first.*, coalesce(begun.turns, 0)
        + row_number() over (partition by first.subscriber_id order by first.due_at, first.id) as turn
      from first left join begun on begun.subscriber_id = first.subscriber_id
    )
    select id as "jobId", integration_id as "integrationId" from turns order by turn, due_at, id
    limit ${limit}`.execute(transaction)
  return rows
}
