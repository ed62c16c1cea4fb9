import type { EngineEnvironment } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import type { Lease } from '../ports/job-store.js'
import type { StoreTransaction } from '../ports/store.js'

/** A job being done, in the scope of its subscriber: every write goes through `write`, which refuses when the lease is lost. */
export interface Run {
  readonly environment: EngineEnvironment
  readonly integration: Integration
  /** Aborts when the worker drains or the lease is lost. */
  readonly signal: AbortSignal
  /** A transaction that only reads. */
  read<Result>(work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result>
  /** A transaction that begins by making sure that the lease is still held. */
  write<Result>(work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result>
}

export function createRun(
  environment: EngineEnvironment,
  integration: Integration,
  lease: Lease,
  signal: AbortSignal,
): Run {
  const { subscriberId } = integration
  return {
    environment,
    integration,
    signal,
    read: (work) => environment.store.transaction(subscriberId, work),
    async write(work) {
      signal.throwIfAborted()
      return environment.store.transaction(subscriberId, async (transaction) => {
        await transaction.assertLease(lease)
        return work(transaction)
      })
    },
  }
}
