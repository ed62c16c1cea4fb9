import type { DayStore } from './day-store.js'
import type { DocumentStore } from './document-store.js'
import type { GrantStore } from './grant-store.js'
import type { IntegrationStore } from './integration-store.js'
import type { JobQueue, JobStore } from './job-store.js'
import type { OrderStore } from './order-store.js'
import type { PacketStore } from './packet-store.js'
import type { RateStore } from './rate-store.js'
import type { SubscriberStore } from './subscriber-store.js'
import type { SyncStore } from './sync-store.js'

/** All that a transaction in the scope of a subscriber can do. It reaches nothing of any other subscriber. */
export interface StoreTransaction
  extends
    SubscriberStore,
    OrderStore,
    IntegrationStore,
    GrantStore,
    SyncStore,
    PacketStore,
    DayStore,
    DocumentStore,
    JobStore {}

/** What belongs to no subscriber: the queue of jobs, and the turns at the integrators. */
export interface CommonTransaction extends JobQueue, RateStore {}

/** Where everything is kept. What one transaction did is there wholly or not at all, and survives a crash. */
export interface Store {
  /**
   * Runs the work in one transaction, in the scope of a subscriber: what belongs to others does not exist in it. It
   * may run more than once when transactions collide, so it must do nothing but talk to the store.
   *
   * A call that fails undoes the whole transaction: later calls in it and the transaction itself fail for the same
   * reason, even if the work catches it.
   */
  transaction<Result>(
    subscriberId: string,
    work: (transaction: StoreTransaction) => Promise<Result>,
  ): Promise<Result>
  /** The same in no subscriber's scope: it reaches what belongs to none, and nothing else. */
  acrossSubscribers<Result>(work: (transaction: CommonTransaction) => Promise<Result>): Promise<Result>
}
