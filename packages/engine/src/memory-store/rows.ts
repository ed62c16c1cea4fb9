import type {
  Cell,
  Instant,
  MapRule,
  OccurringSource,
  PacketSeries,
  PacketState,
  SyncState,
} from '@ledgerpost/core'
import type { Intent, StoredDocument, SweepFinding } from '../ports/document-store.js'
import type { StoredGrant } from '../ports/grant-store.js'
import type { Integration, PendingLink } from '../ports/integration-store.js'
import type { JobTask } from '../ports/job-store.js'
import type { ChangedOrder, OrderVersion } from '../ports/order-store.js'
import type { PackedOrder, StoredPacket } from '../ports/packet-store.js'
import type { Subscriber } from '../ports/subscriber-store.js'
import type { Exclusion, SyncRecord } from '../ports/sync-store.js'

/** A row of one subscriber. What is handed out of it is immutable. */
interface Owned {
  readonly subscriberId: string
}

export interface SubscriberRow {
  readonly value: Subscriber
  readonly changeSequence: bigint
}

export interface SourceRow extends Owned {
  readonly value: OccurringSource
}

export interface OrderRow extends Owned {
  readonly changed: ChangedOrder
  readonly version: OrderVersion
}

export interface WatermarkRow extends Owned {
  readonly source: string
  readonly watermark: Instant
}

export interface IntegrationRow extends Owned {
  readonly value: Integration
  /** False once a link to other books replaced it. */
  readonly isCurrent: boolean
}

export interface RuleRow extends Owned {
  readonly integrationId: string
  readonly value: MapRule
}

export interface PendingLinkRow extends Owned {
  readonly value: PendingLink
}

export interface GrantRow extends Owned {
  readonly value: StoredGrant
  readonly claimant: string | null
  /** Milliseconds since 1970 UTC. */
  readonly claimedUntil: number
}

export interface SyncRecordRow extends Owned {
  readonly value: SyncRecord
  readonly states: readonly SyncState[]
}

export interface ExclusionRow extends Owned {
  readonly recordId: string
  readonly value: Exclusion
}

export interface PackedOrderRow extends Owned {
  readonly integrationId: string
  readonly value: PackedOrder
}

/** A packet, open (`sealed` is null) or sealed. */
export interface PacketRow extends Owned {
  readonly key: string
  readonly ordinal: bigint
  readonly integrationId: string
  readonly recordId: string
  readonly series: PacketSeries
  readonly seriesKey: string
  readonly sequence: number
  readonly sealed: StoredPacket | null
  readonly states: readonly PacketState[]
}

/** An amount collected in an open packet. */
export interface CellRow {
  readonly packetKey: string
  readonly cellKey: string
  readonly cell: Cell
}

export interface ShareRow {
  readonly packetKey: string
  readonly orderId: string
  readonly digest: string
}

export interface DocumentRow extends Owned {
  readonly integrationId: string
  readonly ordinal: bigint
  /** The place in the packet's plan. */
  readonly position: number
  readonly value: StoredDocument
  /** Whether a sweep has looked at it since it was last sent. */
  readonly isSwept: boolean
}

export interface SubmissionRow extends Owned {
  readonly value: Intent
}

/** The last finding of a document. */
export interface FindingRow extends Owned {
  readonly integrationId: string
  /** Ascends with every finding. */
  readonly number: number
  readonly value: SweepFinding & { readonly time: Instant }
}

export interface JobRow extends Owned {
  readonly id: string
  readonly integrationId: string
  readonly task: JobTask
  readonly attempts: number
  /** Milliseconds since 1970 UTC. */
  readonly dueAt: number
  readonly trace: string | null
}

export interface LeaseRow {
  readonly integrationId: string
  readonly fence: bigint
  readonly holder: string | null
  /** Milliseconds since 1970 UTC. */
  readonly heldUntil: number
}

export interface ScheduleRow extends Owned {
  readonly integrationId: string
  readonly dueAt: Instant
}

/** Times in milliseconds since 1970 UTC. */
export interface RateRow {
  readonly key: string
  readonly dueAt: number
  readonly pausedUntil: number
}

export interface RestorationRow {
  readonly lookUpUntil: Instant
}
