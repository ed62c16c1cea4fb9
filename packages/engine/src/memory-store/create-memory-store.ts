import { type Clock, LedgerpostError } from '@ledgerpost/core'
import { failTogether } from '../ports/fail-together.js'
import type { CommonTransaction, Store, StoreTransaction } from '../ports/store.js'
import { days } from './days.js'
import { documents } from './documents.js'
import { grants } from './grants.js'
import { integrations } from './integrations.js'
import { jobQueue } from './job-queue.js'
import { jobs } from './jobs.js'
import { mapRules } from './map-rules.js'
import { openPackets } from './open-packets.js'
import { orders } from './orders.js'
import { packedOrders } from './packed-orders.js'
import { packetStates } from './packet-states.js'
import { packets } from './packets.js'
import { pendingLinks } from './pending-links.js'
import { rates } from './rates.js'
import { restoration } from './restoration.js'
import { dueSchedules, schedules } from './schedules.js'
import { sealedPackets } from './sealed-packets.js'
import { State } from './state.js'
import { submissions } from './submissions.js'
import { subscribers } from './subscribers.js'
import { sweeps } from './sweeps.js'
import { syncProgress } from './sync-progress.js'
import { syncRecords } from './sync-records.js'

/** All that a store held at one moment. */
export interface Snapshot {
  /** Milliseconds since 1970 UTC. */
  readonly takenAt: number
}

/** A store that forgets everything with the process. */
export interface MemoryStore extends Store {
  /** What is committed at the moment. */
  snapshot(): Snapshot
  /**
   * Puts everything back to how it was, as a database that was restored from a copy. A transaction that is running
   * fails (`store-unavailable`).
   *
   * @throws Error when the snapshot is of another store.
   */
  restore(snapshot: Snapshot): void
}

/**
 * A store in memory with the rules of the one on PostgreSQL, for simulations: whole transactions, one after the other,
 * each in the scope of one subscriber. Database time is the clock's; it never waits for real time. What breaks a rule
 * of the database fails with the same SQLSTATE as `code`. A transaction begun inside another one waits for ever.
 */
export function createMemoryStore(clock: Clock): MemoryStore {
  const state = new State(clock)
  const inScope: StoreTransaction = {
    ...subscribers(state),
    ...orders(state),
    ...days(state),
    ...integrations(state),
    ...mapRules(state),
    ...pendingLinks(state),
    ...grants(state),
    ...syncRecords(state),
    ...syncProgress(state),
    ...packedOrders(state),
    ...sealedPackets(state),
    ...openPackets(state),
    ...packets(state),
    ...packetStates(state),
    ...documents(state),
    ...submissions(state),
    ...sweeps(state),
    ...jobs(state),
    ...schedules(state),
  }
  const across: CommonTransaction = {
    ...jobQueue(state),
    ...dueSchedules(state),
    ...restoration(state),
    ...rates(state),
  }
  const restorers = new WeakMap<Snapshot, () => void>()
  let restorations = 0
  let last: Promise<unknown> = Promise.resolve()

  async function run<Calls extends object, Result>(
    subscriberId: string,
    calls: Calls,
    work: (calls: Calls) => Promise<Result>,
  ): Promise<Result> {
    const restorationsBefore = restorations
    const refuse = (): void => {
      if (restorations !== restorationsBefore) throw restored()
    }
    state.scope = subscriberId
    try {
      const result = await failTogether(calls, work, refuse)
      state.journal.commit()
      return result
    } catch (error) {
      state.journal.rollback()
      throw error
    }
  }

  /** Runs it when everything that was begun before has ended. */
  function inTurn<Result>(transaction: () => Promise<Result>): Promise<Result> {
    const turn = last.then(transaction)
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    transaction: (subscriberId, work) => inTurn(() => run(subscriberId, inScope, work)),
    acrossSubscribers: (work) => inTurn(() => run('', across, work)),

    snapshot() {
      const snapshot = { takenAt: state.now() }
      restorers.set(snapshot, state.save())
      return snapshot
    },

    restore(snapshot) {
      const restore = restorers.get(snapshot)
      if (!restore) throw new Error('The snapshot was taken of another store: restore it there.')
      restorations += 1
      restore()
    },
  }
}

function restored(): LedgerpostError {
  return new LedgerpostError({
    code: 'store-unavailable',
    message: 'The store was restored while the transaction ran, so nothing of it was kept. Run it again.',
    isRetryable: true,
  })
}
