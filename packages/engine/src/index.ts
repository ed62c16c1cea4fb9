export { createEngine, type Engine, type IntegrationAddress } from './engine.js'
export type { Availability, EngineEnvironment, SecretBox, User } from './environment.js'
export { Conflict, InvalidInput, LeaseLost, NotFound, NotStored, TransitionRefused } from './errors.js'
export { markRestored } from './restoration/mark-restored.js'
export { createScheduler, type Scheduler, type SchedulerOptions } from './schedule/scheduler.js'
export { createWorker, type Worker, type WorkerOptions } from './worker/worker.js'

export type { AroundJob } from './steps/around-job.js'
export { type AroundStep, type StepName, stepNames } from './steps/steps.js'

export type { OrderReceipt } from './feed/order-receipt.js'
export type { IntegrationView } from './configuration/initialise.js'
export type { OfferedIntegration } from './configuration/integrations.js'
export type { MappingReview } from './configuration/review.js'
export type { Day, Days } from './history/days.js'
export type { LinkAnswer } from './linking/link.js'
export type { ResealReport } from './linking/reseal-grants.js'
export type { PacketView, RecordView } from './history/history.js'

export type { Deliveries, Delivery, Releaser } from './ports/dispatch.js'
export { failTogether } from './ports/fail-together.js'
export type { DayPackets, DaySales, DaySpan, DayStore } from './ports/day-store.js'
export type {
  DocumentOutcome,
  DocumentStatus,
  DocumentStore,
  Intent,
  StoredDocument,
  SweepFinding,
} from './ports/document-store.js'
export type { GrantStore, StoredGrant } from './ports/grant-store.js'
export type { Integration, IntegrationStore, PendingLink } from './ports/integration-store.js'
export type { Backlog, Claim, Job, JobQueue, JobStore, JobTask, Lease } from './ports/job-store.js'
export type { ChangedOrder, OrderStore, OrderVersion } from './ports/order-store.js'
export type { OpenPacket, PackedOrder, PacketShare, PacketStore, StoredPacket } from './ports/packet-store.js'
export type { RateBucket, RateStore } from './ports/rate-store.js'
export type { CommonTransaction, Store, StoreTransaction } from './ports/store.js'
export type { Subscriber, SubscriberStore } from './ports/subscriber-store.js'
export type { Exclusion, SyncRecord, SyncStore } from './ports/sync-store.js'
