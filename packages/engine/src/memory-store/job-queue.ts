import type { JobQueue } from '../ports/job-store.js'
import { byCodePoint } from './code-point-order.js'
import { heldLease } from './jobs.js'
import type { JobRow, LeaseRow } from './rows.js'
import { all, type State } from './state.js'

type Queue = Pick<
  JobQueue,
  'claimJob' | 'extendLease' | 'subscribersWithIntegrations' | 'othersWait' | 'backlog'
>

interface Waiting {
  readonly job: JobRow
  readonly lease: LeaseRow
}

export function jobQueue(state: State): Queue {
  /** Jobs that are due and that nobody does, those that have been due longest first. */
  function* waiting(now: number, worker?: string): Generator<Waiting> {
    for (const job of state.jobsByTime.of(all)) {
      if (job.dueAt > now) return
      const lease = state.leases.get(job.integrationId)
      if (!lease) continue
      const isOwn = worker !== undefined && lease.holder === worker
      if (isOwn || lease.heldUntil <= now) yield { job, lease }
    }
  }

  function find(now: number, worker: string, jobId: string | undefined): Waiting | undefined {
    for (const each of waiting(now, worker)) {
      if (jobId === undefined || each.job.id === jobId) return each
    }
    return undefined
  }

  return {
    async claimJob(worker, leaseMilliseconds, jobId) {
      const now = state.now()
      const found = find(now, worker, jobId)
      if (!found) return undefined
      const job = { ...found.job, attempts: found.job.attempts + 1 }
      const fence = found.lease.fence + 1n
      state.jobs.put(job)
      state.leases.put({ ...found.lease, fence, holder: worker, heldUntil: now + leaseMilliseconds })
      const { id, subscriberId, integrationId, task, attempts, trace } = job
      const claimed = {
        id,
        subscriberId,
        integrationId,
        task,
        attempts,
        ...(trace === null ? {} : { trace }),
      }
      return { job: claimed, lease: { integrationId, fence } }
    },

    async extendLease(lease, leaseMilliseconds) {
      const row = heldLease(state, lease)
      if (!row) return false
      state.leases.put({ ...row, heldUntil: state.now() + leaseMilliseconds })
      return true
    },

    async subscribersWithIntegrations(after, limit) {
      const found: string[] = []
      for (const { subscriberId } of state.integrationsBySubscriber.of(all)) {
        if (found.length === limit) break
        if (byCodePoint(subscriberId, after ?? '') > 0 && subscriberId !== found.at(-1))
          found.push(subscriberId)
      }
      return found
    },

    async othersWait(integrationId) {
      for (const { job } of waiting(state.now())) {
        if (job.integrationId !== integrationId) return true
      }
      return false
    },

    async backlog() {
      const now = state.now()
      const due = [...waiting(now)]
      const [oldest] = due
      return { due: due.length, age: oldest ? now - oldest.job.dueAt : 0 }
    },
  }
}
