import type { EngineEnvironment } from '../environment.js'
import { LeaseLost } from '../errors.js'
import type { Deliveries, Delivery } from '../ports/dispatch.js'
import type { HeldLease, Job, Lease } from '../ports/job-store.js'
import { unwatchedJob } from '../steps/around-job.js'
import { unwatched } from '../steps/steps.js'
import { Yielded } from '../sync/yielded.js'
import { ignoreAbort } from './ignore-abort.js'
import { runJob } from './run-job.js'
import { settleFailure } from './settle-failure.js'

export interface WorkerOptions {
  /** Names the worker in the store. */
  readonly name: string
  /** How long a lease lasts unless it is prolonged, in milliseconds; it is prolonged every third of it. */
  readonly leaseMilliseconds?: number
  /** How often the store is asked for work when nobody wakes the worker, in milliseconds. */
  readonly pollMilliseconds?: number
  /** How many jobs `run` does at once, each of another integration. Default: 1. */
  readonly concurrency?: number
  /** Where `run` hears of jobs. Default: it takes them from the store itself, longest due first. */
  readonly deliveries?: Deliveries
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

/** A job that this process took up, and its right to do it. */
interface Claimed {
  readonly job: Job
  readonly lease: HeldLease
}

export function createWorker(environment: EngineEnvironment, options: WorkerOptions): Worker {
  const {
    name,
    leaseMilliseconds = 60_000,
    pollMilliseconds = 1_000,
    concurrency = 1,
    sliceMilliseconds = 60_000,
    deliveries,
  } = options
  const { aroundStep = unwatched, aroundJob = unwatchedJob } = environment
  let alarm = new AbortController()
  // A lease is taken over by its own holder, so what works at the same time needs names of its own.
  const slots = Array.from({ length: concurrency }, (_, index) =>
    index === 0 ? name : `${name}/${index + 1}`,
  )

  async function claimFor(slot: string, jobId?: string): Promise<Claimed | undefined> {
    const heldUntil = environment.clock.now() + leaseMilliseconds
    const claim = await aroundStep('job.claim', () =>
      environment.store.acrossSubscribers((queue) => queue.claimJob(slot, leaseMilliseconds, jobId)),
    )
    return claim && { job: claim.job, lease: { ...claim.lease, heldUntil } }
  }

  async function runNextJob(slot: string, signal: AbortSignal): Promise<boolean> {
    const claim = await claimFor(slot)
    if (!claim) return false
    await runClaimed(claim, signal)
    return true
  }

  function runClaimed(claimed: Claimed, signal: AbortSignal): Promise<void> {
    return aroundJob(claimed.job, () => runHeld(claimed, signal))
  }

  async function runHeld({ job, lease }: Claimed, signal: AbortSignal): Promise<void> {
    const work = new AbortController()
    const stop = () => work.abort(signal.reason)
    if (signal.aborted) stop()
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

  async function runDueJobs(slot: string, signal: AbortSignal): Promise<number> {
    let done = 0
    while (!signal.aborted && (await runNextJob(slot, signal))) done += 1
    return done
  }

  function waitForWork(signal: AbortSignal): Promise<void> {
    return aroundStep('job.wait-for-work', () => environment.clock.sleep(pollMilliseconds, signal)).catch(
      ignoreAbort(signal),
    )
  }

  /** Whatever failed, the store knows the job, and it is done later. */
  function report(slot: string, error: unknown): void {
    environment.logger.error({ worker: slot, error }, 'The worker could not reach its work; it tries again.')
  }

  async function runFromStore(slot: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const woken = alarm.signal
      try {
        if ((await runDueJobs(slot, signal)) > 0) continue
      } catch (error) {
        report(slot, error)
      }
      const either = AbortSignal.any([woken, signal])
      await waitForWork(either)
    }
  }

  async function runDelivered(slot: string, source: Deliveries, signal: AbortSignal): Promise<void> {
    for (;;) {
      const delivery = await source.next(signal)
      if (!delivery) return
      try {
        await runDelivery(slot, delivery, signal)
      } catch (error) {
        report(slot, error)
        await waitForWork(signal)
      }
    }
  }

  /**
   * The hint ends with the claim: from then on the lease tells that somebody is at it, and lapses if nobody is. It ends
   * with a claim that failed, too, so that the job is released again and not only once the hint has lapsed.
   */
  async function runDelivery(slot: string, { jobId, done }: Delivery, signal: AbortSignal): Promise<void> {
    let ending = Promise.resolve()
    try {
      const claim = await claimFor(slot, jobId).finally(() => {
        ending = done().catch((error: unknown) => {
          environment.logger.warn(
            { job: jobId, error },
            'A delivered job could not be ticked off; the tick lapses.',
          )
        })
      })
      if (claim) await runClaimed(claim, signal)
    } finally {
      await ending
    }
  }

  async function recover(source: Deliveries, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        return await source.recover(slots)
      } catch (error) {
        report(name, error)
        await waitForWork(signal)
      }
    }
  }

  return {
    runDueJobs: (signal) => runDueJobs(name, signal),
    async run(signal) {
      if (deliveries) await recover(deliveries, signal)
      await Promise.all(
        slots.map((slot) =>
          deliveries ? runDelivered(slot, deliveries, signal) : runFromStore(slot, signal),
        ),
      )
    },
    wake() {
      const woken = alarm
      alarm = new AbortController()
      woken.abort()
      deliveries?.wake()
    },
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
