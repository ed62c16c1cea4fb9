export { LeaseLost } from './errors.js'

export type {
  DocumentOutcome,
  DocumentStatus,
  DocumentStore,
  Intent,
  StoredDocument,
} from './ports/document-store.js'
export type { GrantStore, StoredGrant } from './ports/grant-store.js'
export type { Integration, IntegrationStore, PendingLink } from './ports/integration-store.js'
export type { Job, JobStore, JobTask, Lease } from './ports/job-store.js'
export type { ChangedOrder, OrderStore, OrderVersion } from './ports/order-store.js'
export type { OpenPacket, PackedOrder, PacketShare, PacketStore, StoredPacket } from './ports/packet-store.js'
export type { Store, StoreTransaction } from './ports/store.js'
export type { Subscriber, SubscriberStore } from './ports/subscriber-store.js'
export type { Exclusion, SyncRecord, SyncStore } from './ports/sync-store.js'
