import type { EngineEnvironment } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import type { HeldLease } from '../ports/job-store.js'
import type { CommonTransaction, StoreTransaction } from '../ports/store.js'
import { type StepName, unwatched } from '../steps/steps.js'
import { Yielded } from './yielded.js'

/**
 * A job being done, in the scope of its subscriber. Whatever it waits for is a named step, and every write goes through
 * `write`, which refuses when the lease is lost.
 */
export interface Run {
  readonly environment: EngineEnvironment
  readonly integration: Integration
  /** Aborts when the worker drains or the lease is lost. */
  readonly signal: AbortSignal
  /** When the job was taken up, in milliseconds since 1970 UTC: whatever an earlier run did began before. */
  readonly begunAt: number
  /** Until when the lease is held for certain, in milliseconds since 1970 UTC; nothing may be begun to be sent after it. */
  heldUntil(): number
  /** A transaction that only reads. */
  read<Result>(name: StepName, work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result>
  /** A transaction that begins by making sure that the lease is still held. */
  write<Result>(name: StepName, work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result>
  /** A transaction on what belongs to no subscriber. */
  common<Result>(name: StepName, work: (transaction: CommonTransaction) => Promise<Result>): Promise<Result>
  /** A call to the integrator. */
  call<Result>(name: StepName, work: () => Promise<Result>): Promise<Result>
  /** Lets time pass; in milliseconds. */
  wait(name: StepName, milliseconds: number): Promise<void>
  /**
   * To be called where the job can stop and be taken up again: when it has had its time and others wait, it stops.
   * @throws Yielded
   */
  giveWay(): Promise<void>
}

export function createRun(
  environment: EngineEnvironment,
  integration: Integration,
  lease: HeldLease,
  signal: AbortSignal,
  sliceMilliseconds: number,
): Run {
  const { id, subscriberId } = integration
  const { aroundStep = unwatched, clock, store } = environment
  const begunAt = clock.now()
  return {
    environment,
    integration,
    signal,
    begunAt,
    heldUntil: () => lease.heldUntil,
    read: (name, work) => aroundStep(name, () => store.transaction(subscriberId, work)),
    write: (name, work) =>
      aroundStep(name, async () => {
        signal.throwIfAborted()
        return store.transaction(subscriberId, async (transaction) => {
          await transaction.assertLease(lease)
          return work(transaction)
        })
      }),
    common: (name, work) => aroundStep(name, () => store.acrossSubscribers(work)),
    call: (name, work) => aroundStep(name, work),
    wait: (name, milliseconds) => aroundStep(name, () => clock.sleep(milliseconds, signal)),
    async giveWay() {
      if (clock.now() - begunAt < sliceMilliseconds) return
      const othersWait = await aroundStep('job.look-for-others', () =>
        store.acrossSubscribers((queue) => queue.othersWait(id)),
      )
      if (othersWait) throw new Yielded()
    },
  }
}
