import type { ExclusionReason, SyncStatus } from '@ledgerpost/core'
import type { JobTask } from '@ledgerpost/engine'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Int8WithDefault, OwnSubscriber, Timestamp } from './columns.js'

export interface HistorySchema {
  sync_record: {
    id: string
    integration_id: string
    subscriber_id: string
    user_id: string
    user_name: string
    status: SyncStatus
    created_time: Timestamp
    range_after: ColumnType<bigint | null, bigint | null, bigint | null>
    range_through: ColumnType<bigint | null, bigint | null, bigint | null>
    read: Int8WithDefault
    packed: Int8WithDefault
    unchanged: Int8WithDefault
    excluded: Int8WithDefault
  }
  sync_state: {
    subscriber_id: OwnSubscriber
    record_id: string
    number: GeneratedAlways<bigint>
    status: SyncStatus
    time: Timestamp
    message: string | null
  }
  sync_sum: {
    subscriber_id: OwnSubscriber
    record_id: string
    currency: string
    minor_units: string
  }
  exclusion: {
    subscriber_id: OwnSubscriber
    record_id: string
    order_id: string
    reason: ExclusionReason
    message: string
  }
  job: {
    subscriber_id: OwnSubscriber
    id: string
    integration_id: string
    kind: JobTask['kind']
    record_id: string | null
    attempts: Generated<number>
    /** Compared in the database only. */
    due_at: ColumnType<never, never, never>
    trace_context: string | null
  }
  schedule: {
    integration_id: string
    subscriber_id: string
    due_at: Timestamp
  }
  rate_bucket: {
    key: string
    due_at: ColumnType<never, never, never>
    paused_until: ColumnType<never, never, never>
  }
  restoration: {
    is_only: Generated<boolean>
    look_up_until: Timestamp
  }
}
