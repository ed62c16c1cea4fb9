import { type JobStore, type JobTask, type Lease, LeaseLost, NotStored } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { fromNow, isHeld } from './lease-times.js'

/** The jobs of one subscriber, and the leases that they are done under. */
export function jobStore(
  tx: Kysely<Schema>,
): Pick<JobStore, 'addJob' | 'assertLease' | 'finishJob' | 'postponeJob'> {
  async function giveBack(lease: Lease): Promise<void> {
    const { numAffectedRows } = await sql`
      update lease set held_until = '-infinity', holder = null where ${isHeld(lease)}`.execute(tx)
    if (numAffectedRows !== 1n) throw new LeaseLost(lease.integrationId)
  }

  return {
    async addJob({ id, integrationId, task, delayMilliseconds = 0, trace }) {
      await sql`
        insert into job (id, integration_id, kind, record_id, due_at, trace_context)
        values (${id}, ${integrationId}, ${task.kind}, ${recordIdOf(task)}, ${fromNow(delayMilliseconds)}, ${trace ?? null})
        on conflict (integration_id, kind, record_id) where attempts = 0
        do update set due_at = least(job.due_at, excluded.due_at),
          trace_context = coalesce(job.trace_context, excluded.trace_context)
        where job.subscriber_id = excluded.subscriber_id`.execute(tx)
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

    async postponeJob(jobId, lease, delayMilliseconds, { isAttempt } = { isAttempt: true }) {
      await giveBack(lease)
      const { numAffectedRows } = await sql`
        update job set due_at = ${fromNow(delayMilliseconds)},
          attempts = ${isAttempt ? sql`attempts` : sql`greatest(attempts - 1, 1)`}
        where id = ${jobId} and integration_id = ${lease.integrationId}`.execute(tx)
      if (numAffectedRows !== 1n) throw new NotStored(`Job ${jobId}`)
    },
  }
}

function recordIdOf(task: JobTask): string | null {
  return 'recordId' in task ? task.recordId : null
}
