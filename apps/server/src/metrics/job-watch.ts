import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '@ledgerpost/core'
import type { AroundJob, AroundStep, JobTask } from '@ledgerpost/engine'

/**
 * - done: it did what it was to do
 * - failed: it was given up; nothing packed or sent is lost
 * - postponed: it failed and is done again later
 * - yielded: it was put back unfinished, for others or because the process stops
 * - interrupted: it ended without the store being told; it is taken up when its lease has lapsed
 */
export const jobOutcomes = ['done', 'failed', 'postponed', 'yielded', 'interrupted'] as const
export type JobOutcome = (typeof jobOutcomes)[number]

/** Who is told how jobs end. Durations in milliseconds. */
export interface JobReport {
  ended(task: JobTask['kind'], outcome: JobOutcome, milliseconds: number, isLeaseLost: boolean): void
}

interface JobUnderWay {
  isFailing: boolean
  isLeaseLost: boolean
  outcome: JobOutcome
}

/** Follows jobs from their claim to what the store was told of them. */
export interface JobWatch {
  readonly aroundJob: AroundJob
  readonly aroundStep: AroundStep
  /** The store was told that the job under way is finished, or put back. */
  settled(isFinished: boolean): void
  leaseLost(): void
}

export function createJobWatch(clock: Clock, report: JobReport): JobWatch {
  const underWay = new AsyncLocalStorage<JobUnderWay>()
  return {
    async aroundJob(job, work) {
      const state: JobUnderWay = { isFailing: false, isLeaseLost: false, outcome: 'interrupted' }
      const began = clock.now()
      try {
        return await underWay.run(state, work)
      } finally {
        report.ended(job.task.kind, state.outcome, clock.now() - began, state.isLeaseLost)
      }
    },
    aroundStep(name, work) {
      const state = underWay.getStore()
      if (state && name === 'job.fail') state.isFailing = true
      return work()
    },
    settled(isFinished) {
      const state = underWay.getStore()
      if (!state) return
      if (state.isFailing) state.outcome = isFinished ? 'failed' : 'postponed'
      else state.outcome = isFinished ? 'done' : 'yielded'
    },
    leaseLost() {
      const state = underWay.getStore()
      if (state) state.isLeaseLost = true
    },
  }
}
