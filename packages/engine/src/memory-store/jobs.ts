import { LeaseLost, NotStored } from '../errors.js'
import type { JobStore, JobTask, Lease } from '../ports/job-store.js'
import { immutableCopy } from './immutable-copy.js'
import { requireIntegration } from './integrations.js'
import type { JobRow, LeaseRow } from './rows.js'
import { duplicate } from './rule-broken.js'
import { type State, taskKey } from './state.js'
import { requireRecord } from './sync-records.js'

export function jobs(state: State): Pick<JobStore, 'addJob' | 'assertLease' | 'finishJob' | 'postponeJob'> {
  function giveBack(lease: Lease): void {
    const row = heldLease(state, lease)
    if (!row) throw new LeaseLost(lease.integrationId)
    state.leases.put({ ...row, holder: null, heldUntil: -Infinity })
  }

  function jobOf(id: string, { integrationId }: Lease): JobRow {
    const row = state.jobs.get(id)
    if (row?.integrationId !== integrationId) throw new NotStored(`Job ${id}`)
    return row
  }

  return {
    async addJob({ id, integrationId, task, delayMilliseconds = 0, trace = null }) {
      const dueAt = state.now() + delayMilliseconds
      const [known] = state.jobsNotBegun.of(taskKey({ integrationId, task }))
      if (known) {
        if (state.own(known)) {
          state.jobs.put({ ...known, dueAt: Math.min(known.dueAt, dueAt), trace: known.trace ?? trace })
        }
        return
      }
      if (state.jobs.get(id)) throw duplicate(`job ${id}`)
      requireIntegration(state, integrationId)
      if ('recordId' in task) requireRecord(state, task.recordId, integrationId)
      state.jobs.put({
        subscriberId: state.scope,
        id,
        integrationId,
        task: plainTask(task),
        attempts: 0,
        dueAt,
        trace,
      })
    },

    async assertLease(lease) {
      if (!heldLease(state, lease)) throw new LeaseLost(lease.integrationId)
    },

    async finishJob(jobId, lease) {
      giveBack(lease)
      state.jobs.delete(jobOf(jobId, lease))
    },

    async postponeJob(jobId, lease, delayMilliseconds, { isAttempt } = { isAttempt: true }) {
      giveBack(lease)
      const job = jobOf(jobId, lease)
      const attempts = isAttempt ? job.attempts : Math.max(job.attempts - 1, 1)
      state.jobs.put({ ...job, attempts, dueAt: state.now() + delayMilliseconds })
    },
  }
}

/** The row of the lease, if it is still the one given and has not lapsed. */
export function heldLease(state: State, { integrationId, fence }: Lease): LeaseRow | undefined {
  const row = state.leases.get(integrationId)
  return row?.fence === fence && row.heldUntil > state.now() ? row : undefined
}

function plainTask(task: JobTask): JobTask {
  return immutableCopy(
    'recordId' in task ? { kind: task.kind, recordId: task.recordId } : { kind: task.kind },
  )
}
