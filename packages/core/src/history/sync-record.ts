import type { Instant } from '../calendar/calendar-date.js'

/** Success means that all of the job's orders were processed, not that the integrator accepted everything. */
export const syncStatuses = ['Queued', 'InProgress', 'Success', 'Failed'] as const
export type SyncStatus = (typeof syncStatuses)[number]

export interface SyncState {
  readonly status: SyncStatus
  readonly time: Instant
  readonly message: string | null
}

/** Why an order is not in the books although it was read. */
export const exclusionReasons = ['UnbalancedOrder', 'BeforeStartDate'] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** What a sync did, in counts; `read = packed + unchanged + excluded`. */
export interface SyncCounts {
  readonly read: number
  readonly packed: number
  /** Orders with nothing to post: already packed as they are, void, or zero in every line. */
  readonly unchanged: number
  readonly excluded: number
}
