import type { EngineEnvironment } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import type { HeldLease } from '../ports/job-store.js'
import type { StoreTransaction } from '../ports/store.js'
import { type StepName, unwatched } from '../steps/steps.js'

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
  /** A call to the integrator. */
  call<Result>(name: StepName, work: () => Promise<Result>): Promise<Result>
  /** Lets time pass; in milliseconds. */
  wait(name: StepName, milliseconds: number): Promise<void>
}

export function createRun(
  environment: EngineEnvironment,
  integration: Integration,
  lease: HeldLease,
  signal: AbortSignal,
): Run {
  const { subscriberId } = integration
  const { aroundStep = unwatched, clock, store } = environment
  return {
    environment,
    integration,
    signal,
    begunAt: clock.now(),
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
    call: (name, work) => aroundStep(name, work),
    wait: (name, milliseconds) => aroundStep(name, () => clock.sleep(milliseconds, signal)),
  }
}
