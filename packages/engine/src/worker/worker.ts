import type { EngineEnvironment } from '../environment.js'
import { LeaseLost } from '../errors.js'
import type { HeldLease, Job, Lease } from '../ports/job-store.js'
import { unwatched } from '../steps/steps.js'
import { Yielded } from '../sync/yielded.js'
import { runJob } from './run-job.js'
import { settleFailure } from './settle-failure.js'

export interface WorkerOptions {
  /** Names the worker in the store. */
  readonly name: string
  /** How long a lease lasts unless it is prolonged, in milliseconds; it is prolonged every third of it. */
  readonly leaseMilliseconds?: number
  /** How often the store is asked for work when nobody wakes the worker, in milliseconds. */
  readonly pollMilliseconds?: number
  /** A job that has taken so long gives way when others wait, and goes on after them, in milliseconds. */
  readonly sliceMilliseconds?: number
}

export interface Worker {
  /** Does all jobs that are due, one after the other; returns how many. */
  runDueJobs(signal: AbortSignal): Promise<number>
  /** Does jobs as they come until the signal aborts; resolves when the last one has stopped. */
  run(signal: AbortSignal): Promise<void>
  /** Has `run` look for work at once. */
  wake(): void
}

export function createWorker(environment: EngineEnvironment, options: WorkerOptions): Worker {
  const { name, leaseMilliseconds = 60_000, pollMilliseconds = 1_000, sliceMilliseconds = 60_000 } = options
  const { aroundStep = unwatched } = environment
  let alarm = new AbortController()

  async function runNextJob(signal: AbortSignal): Promise<boolean> {
    const heldUntil = environment.clock.now() + leaseMilliseconds
    const claim = await aroundStep('job.claim', () =>
      environment.store.acrossSubscribers((queue) => queue.claimJob(name, leaseMilliseconds)),
    )
    if (!claim) return false
    await runClaimed(claim.job, { ...claim.lease, heldUntil }, signal)
    return true
  }

  async function runClaimed(job: Job, lease: HeldLease, signal: AbortSignal): Promise<void> {
    const work = new AbortController()
    const stop = () => work.abort(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    const heart = new AbortController()
    const beating = keepLease(environment, lease, leaseMilliseconds, work, heart.signal)
    try {
      await runJob(environment, job, lease, work.signal, sliceMilliseconds)
      await aroundStep('job.finish', () =>
        environment.store.transaction(job.subscriberId, async (transaction) => {
          await transaction.assertLease(lease)
          await transaction.finishJob(job.id, lease)
        }),
      )
    } catch (error) {
      if (signal.aborted || error instanceof Yielded) await giveBack(environment, job, lease)
      else await settleFailure(environment, job, lease, error)
    } finally {
      heart.abort()
      signal.removeEventListener('abort', stop)
      await beating
    }
  }

  async function runDueJobs(signal: AbortSignal): Promise<number> {
    let done = 0
    while (!signal.aborted && (await runNextJob(signal))) done += 1
    return done
  }

  return {
    runDueJobs,
    async run(signal) {
      while (!signal.aborted) {
        alarm = new AbortController()
        try {
          if ((await runDueJobs(signal)) > 0) continue
        } catch (error) {
          environment.logger.error(
            { worker: name, error },
            'The worker could not reach its work; it tries again.',
          )
        }
        const either = AbortSignal.any([alarm.signal, signal])
        await aroundStep('job.wait-for-work', () => environment.clock.sleep(pollMilliseconds, either)).catch(
          ignoreAbort(either),
        )
      }
    },
    wake: () => alarm.abort(),
  }
}

/** Prolongs the lease until the heart stops; if it is lost, the work is aborted. */
async function keepLease(
  environment: EngineEnvironment,
  lease: HeldLease,
  leaseMilliseconds: number,
  work: AbortController,
  heart: AbortSignal,
): Promise<void> {
  const { aroundStep = unwatched } = environment
  while (!heart.aborted) {
    await aroundStep('job.wait-to-extend', () => environment.clock.sleep(leaseMilliseconds / 3, heart)).catch(
      ignoreAbort(heart),
    )
    if (heart.aborted) return
    const heldUntil = environment.clock.now() + leaseMilliseconds
    try {
      const isHeld = await aroundStep('job.extend-lease', () =>
        environment.store.acrossSubscribers((queue) => queue.extendLease(lease, leaseMilliseconds)),
      )
      if (!isHeld) return work.abort(new LeaseLost(lease.integrationId))
      lease.heldUntil = heldUntil
    } catch (error) {
      environment.logger.warn(
        { integration: lease.integrationId, error },
        'The lease could not be prolonged; trying again.',
      )
    }
  }
}

/**
 * A worker that is drained, or whose job gave way, gives the job back at once, so that it is taken up again without
 * waiting for the lease to lapse.
 */
async function giveBack(environment: EngineEnvironment, job: Job, lease: Lease): Promise<void> {
  const { aroundStep = unwatched } = environment
  await aroundStep('job.postpone', () =>
    environment.store.transaction(job.subscriberId, async (transaction) => {
      await transaction.assertLease(lease)
      await transaction.postponeJob(job.id, lease, 0, { isAttempt: false })
    }),
  )
}

function ignoreAbort(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error
  }
}
