import { type Job, type JobStore, type JobTask, type Lease, LeaseLost } from '@ledgerpost/engine'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { NotStored } from './errors.js'

/**
 * Jobs and leases. All times are the database's. `statement_timestamp()`, because the time of a transaction stands
 * still while others go on.
 */
export function jobStore(tx: Kysely<Schema>): JobStore {
  async function giveBack(lease: Lease): Promise<void> {
    const { numAffectedRows } = await sql`
      update lease set held_until = '-infinity', holder = null where ${isHeld(lease)}`.execute(tx)
    if (numAffectedRows !== 1n) throw new LeaseLost(lease.integrationId)
  }

  return {
    async addJob({ id, integrationId, task }) {
      await sql`
        insert into job (id, integration_id, kind, record_id)
        values (${id}, ${integrationId}, ${task.kind}, ${recordIdOf(task)})
        on conflict (integration_id, kind, record_id) where attempts = 0 do nothing`.execute(tx)
    },

    async claimJob(worker, leaseMilliseconds) {
      const { rows } = await sql<ClaimRow>`
        with claimed as (
          select job.id, job.integration_id
          from job join lease on lease.integration_id = job.integration_id
          where job.due_at <= statement_timestamp()
            and (lease.held_until <= statement_timestamp() or lease.holder = ${worker})
          order by job.due_at, job.id limit 1
          for update skip locked
        ), begun as (
          update job set attempts = attempts + 1 from claimed where job.id = claimed.id
          returning job.id, job.integration_id, job.kind, job.record_id, job.attempts
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

    async assertLease(lease) {
      const { rows } = await sql`select from lease where ${isHeld(lease)} for update`.execute(tx)
      if (rows.length === 0) throw new LeaseLost(lease.integrationId)
    },

    async finishJob(jobId, lease) {
      await giveBack(lease)
      const { numAffectedRows } = await sql`
        delete from job where id = ${jobId} and integration_id = ${lease.integrationId}`.execute(tx)
      if (numAffectedRows !== 1n) throw new NotStored(`Job ${jobId}`)
    },

    async postponeJob(jobId, lease, delayMilliseconds) {
      await giveBack(lease)
      const { numAffectedRows } = await sql`
        update job set due_at = ${fromNow(delayMilliseconds)}
        where id = ${jobId} and integration_id = ${lease.integrationId}`.execute(tx)
      if (numAffectedRows !== 1n) throw new NotStored(`Job ${jobId}`)
    },
  }
}

function isHeld({ integrationId, fence }: Lease): RawBuilder<boolean> {
  return sql`integration_id = ${integrationId} and fence = ${fence} and held_until > statement_timestamp()`
}

function fromNow(milliseconds: number): RawBuilder<string> {
  return sql`statement_timestamp() + ${milliseconds}::float8 * interval '1 millisecond'`
}

interface ClaimRow {
  readonly id: string
  readonly integration_id: string
  readonly kind: JobTask['kind']
  readonly record_id: string | null
  readonly attempts: number
  readonly fence: bigint
}

function claimOf({
  id,
  integration_id: integrationId,
  kind,
  record_id: recordId,
  attempts,
  fence,
}: ClaimRow) {
  // A check of the table: exactly the refresh is without a record.
  const task: JobTask = kind === 'refresh' || recordId === null ? { kind: 'refresh' } : { kind, recordId }
  const job: Job = { id, integrationId, task, attempts }
  return { job, lease: { integrationId, fence } }
}

function recordIdOf(task: JobTask): string | null {
  return task.kind === 'refresh' ? null : task.recordId
}
