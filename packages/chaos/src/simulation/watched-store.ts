import { LedgerpostError } from '@ledgerpost/core'
import type { CommonTransaction, Store, StoreTransaction } from '@ledgerpost/engine'
import type { Note } from './chronicle.js'
import type { Scheduler } from './scheduler.js'
import type { SimProcess } from './sim-process.js'

/** What goes wrong with a transaction: nothing was written, or all was and the answer is lost. */
export type StoreFault = 'before' | 'after' | undefined

/** How a process reaches the store. */
export interface StoreLine {
  readonly scheduler: Scheduler
  readonly process: SimProcess
  /** The store behind it; another one after a restoration. */
  readonly store: () => Store
  readonly faultOf: () => StoreFault
  readonly committed: (notes: readonly Note[]) => void
}

/**
 * The store as a process sees it: before each transaction and after its commit others may go on, or the process may
 * die; transactions fail as the world wants. What was committed is noted.
 */
export function watchedStore(line: StoreLine): Store {
  const { scheduler, process, faultOf, committed } = line
  const watch = async <Result>(begin: (notes: Note[]) => Promise<Result>): Promise<Result> => {
    await scheduler.turn(process, `before ${process.step}`)
    const fault = faultOf()
    if (fault === 'before') throw unavailable('none')
    const notes: Note[] = []
    const result = await scheduler.external(begin(notes))
    committed(notes)
    await scheduler.turn(process, `after ${process.step}`)
    if (fault === 'after') throw unavailable('unknown')
    return result
  }
  return {
    transaction: (subscriberId, work) =>
      watch((notes) =>
        line.store().transaction(subscriberId, (transaction) => {
          notes.length = 0
          return work(noting(transaction, notes))
        }),
      ),
    acrossSubscribers: (work) =>
      watch((notes) =>
        line.store().acrossSubscribers((transaction) => {
          notes.length = 0
          return work(notingClaims(transaction, notes))
        }),
      ),
  }
}

/** What a store throws whose database is gone: nothing was left behind, or it is not known. */
function unavailable(effect: 'none' | 'unknown'): LedgerpostError {
  return new LedgerpostError({
    code: 'store-unavailable',
    message: 'The database is unavailable. The work is taken up again when it answers.',
    isRetryable: true,
    details: { effect },
  })
}

/** The same transaction, whose writes of interest are noted. */
function noting(transaction: StoreTransaction, notes: Note[]): StoreTransaction {
  const own: Partial<StoreTransaction> = {
    recordIntent(intent) {
      notes.push({ kind: 'intent', intent })
      return transaction.recordIntent(intent)
    },
    recordOutcomes(integrationId, outcomes, intentId) {
      notes.push({ kind: 'outcomes', integrationId, outcomes, intentId })
      return transaction.recordOutcomes(integrationId, outcomes, intentId)
    },
    addPacketStates(states) {
      notes.push({ kind: 'states', states })
      return transaction.addPacketStates(states)
    },
    addJob(job) {
      notes.push({ kind: 'due', delay: job.delayMilliseconds ?? 0 })
      return transaction.addJob(job)
    },
    postponeJob(jobId, lease, delay) {
      notes.push({ kind: 'due', delay })
      return transaction.postponeJob(jobId, lease, delay)
    },
    updateIntegration(integrationId, change) {
      if (change.status) notes.push({ kind: 'status', integrationId, status: change.status })
      return transaction.updateIntegration(integrationId, change)
    },
  }
  return replaced(transaction, own)
}

/** The same transaction, whose claims are noted. */
function notingClaims(transaction: CommonTransaction, notes: Note[]): CommonTransaction {
  return replaced(transaction, {
    async claimJob(worker, milliseconds, jobId) {
      const claim = await transaction.claimJob(worker, milliseconds, jobId)
      if (claim) notes.push({ kind: 'claim', integrationId: claim.lease.integrationId })
      return claim
    },
  })
}

/** The same with some members of its own. */
function replaced<Members extends object>(all: Members, own: Partial<Members>): Members {
  return new Proxy(all, {
    get: (target, name) => Reflect.get(name in own ? own : target, name) as unknown,
  })
}
