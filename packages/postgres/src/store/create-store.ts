import { type CommonTransaction, failTogether, type Store, type StoreTransaction } from '@ledgerpost/engine'
import type { Kysely } from 'kysely'
import type { Database } from '../database.js'
import type { Schema } from '../schema/schema.js'
import { acrossSubscribers, inScopeOf } from '../transactions/scope.js'
import { days } from './days.js'
import { documents } from './documents.js'
import { grantStore } from './grants.js'
import { integrations } from './integrations.js'
import { jobQueue } from './job-queue.js'
import { jobStore } from './jobs.js'
import { openPackets } from './open-packets.js'
import { orderStore } from './orders.js'
import { packedOrders } from './packed-orders.js'
import { packetStates } from './packet-states.js'
import { packets } from './packets.js'
import { pendingLinks } from './pending-links.js'
import { rateStore } from './rates.js'
import { restoration } from './restoration.js'
import { rules } from './rules.js'
import { dueSchedules, schedules } from './schedules.js'
import { sealedPackets } from './sealed-packets.js'
import { submissions } from './submissions.js'
import { subscriberStore } from './subscribers.js'
import { sweeps } from './sweeps.js'
import { syncProgress } from './sync-progress.js'
import { syncRecords } from './sync-records.js'

/** The store on a database whose tables are up to date (`migrate`). */
export function createStore(database: Database): Store {
  return {
    transaction: (subscriberId, work) =>
      inScopeOf(database, subscriberId, (tx) => failTogether(storeTransaction(tx), work)),
    acrossSubscribers: (work) =>
      acrossSubscribers(database, (tx) => failTogether(commonTransaction(tx), work)),
  }
}

/** All that a transaction in the scope of a subscriber can do, in the transaction given. */
export function storeTransaction(tx: Kysely<Schema>): StoreTransaction {
  return {
    ...subscriberStore(tx),
    ...orderStore(tx),
    ...days(tx),
    ...integrations(tx),
    ...rules(tx),
    ...pendingLinks(tx),
    ...grantStore(tx),
    ...syncRecords(tx),
    ...syncProgress(tx),
    ...packedOrders(tx),
    ...sealedPackets(tx),
    ...openPackets(tx),
    ...packets(tx),
    ...packetStates(tx),
    ...documents(tx),
    ...submissions(tx),
    ...sweeps(tx),
    ...jobStore(tx),
    ...schedules(tx),
  }
}

/** All that a transaction in no subscriber's scope can do, in the transaction given. */
export function commonTransaction(tx: Kysely<Schema>): CommonTransaction {
  return { ...jobQueue(tx), ...dueSchedules(tx), ...restoration(tx), ...rateStore(tx) }
}
