import { type Backlog, type Job, type JobQueue, type JobTask, NotStored } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { fromNow, isHeld } from './lease-times.js'

/** The jobs of all subscribers, for workers that look for one to do. */
export function jobQueue(
  tx: Kysely<Schema>,
): Pick<JobQueue, 'claimJob' | 'extendLease' | 'subscribersWithIntegrations' | 'othersWait' | 'backlog'> {
  return {
    async claimJob(worker, leaseMilliseconds, jobId) {
      const { rows } = await sql<ClaimRow>`
        with claimed as (
          select job.id, job.integration_id
          from job join lease on lease.integration_id = job.integration_id
          where job.due_at <= statement_timestamp()
            and (lease.held_until <= statement_timestamp() or lease.holder = ${worker})
            ${jobId === undefined ? sql`` : sql`and job.id = ${jobId}`}
          order by job.due_at, job.id limit 1
          for update skip locked
        ), begun as (
          update job set attempts = attempts + 1 from claimed where job.id = claimed.id
          returning job.id, job.subscriber_id, job.integration_id, job.kind, job.record_id, job.attempts,
            job.trace_context
        ), held as (
          update lease set fence = fence + 1, holder = ${worker}, held_until = ${fromNow(leaseMilliseconds)}
          from claimed where lease.integration_id = claimed.integration_id
          returning lease.fence
        )
        select begun.*, held.fence from begun cross join held`.execute(tx)
      return rows.map(claimOf)[0]
    },

    async extendLease(lease, leaseMilliseconds) {
      const { numAffectedRows } = await sql`
        update lease set held_until = ${fromNow(leaseMilliseconds)} where ${isHeld(lease)}`.execute(tx)
      return numAffectedRows === 1n
    },

    async subscribersWithIntegrations(after, limit) {
      const rows = await tx
        .selectFrom('lease')
        .select('subscriber_id')
        .distinct()
        .where('subscriber_id', '>', after ?? '')
        .orderBy('subscriber_id')
        .limit(limit)
        .execute()
      return rows.map(({ subscriber_id: id }) => id)
    },

    async othersWait(integrationId) {
      const { rows } =
        await sql`select ${dueJobs} and job.integration_id <> ${integrationId} limit 1`.execute(tx)
      return rows.length > 0
    },

    async backlog() {
      const { rows } = await sql<Backlog>`
        select count(*)::float8 as due,
          coalesce(extract(epoch from statement_timestamp() - min(job.due_at)) * 1000, 0)::float8 as age
        ${dueJobs}`.execute(tx)
      return rows[0] ?? { due: 0, age: 0 }
    },
  }
}

/** Jobs that wait for a worker. */
const dueJobs = sql`
  from job join lease on lease.integration_id = job.integration_id
  where job.due_at <= statement_timestamp() and lease.held_until <= statement_timestamp()`

/** A check of the table: syncs and resyncs have a record, and nothing else has. */
function taskOf(kind: JobTask['kind'], recordId: string | null): JobTask {
  if (kind !== 'sync' && kind !== 'resync') return { kind }
  if (recordId === null) throw new NotStored(`The record of a ${kind}`)
  return { kind, recordId }
}

interface ClaimRow {
  readonly id: string
  readonly subscriber_id: string
  readonly integration_id: string
  readonly kind: JobTask['kind']
  readonly record_id: string | null
  readonly attempts: number
  readonly trace_context: string | null
  readonly fence: bigint
}

function claimOf({
  id,
  subscriber_id: subscriberId,
  integration_id: integrationId,
  kind,
  record_id: recordId,
  attempts,
  trace_context: trace,
  fence,
}: ClaimRow) {
  const job: Job = {
    id,
    subscriberId,
    integrationId,
    task: taskOf(kind, recordId),
    attempts,
    ...(trace === null ? {} : { trace }),
  }
  return { job, lease: { integrationId, fence } }
}
