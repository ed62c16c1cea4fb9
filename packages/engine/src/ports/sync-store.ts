import type { ExclusionReason, Instant, SyncCounts, SyncState, SyncStatus } from '@ledgerpost/core'

/** One sync of one integration. */
export interface SyncRecord extends SyncCounts {
  readonly id: string
  readonly integrationId: string
  readonly userId: string
  readonly userName: string
  readonly status: SyncStatus
  readonly createdTime: Instant
  /** The changes it covers: `after < sequence <= through`. Null until it begins. */
  readonly after: bigint | null
  readonly through: bigint | null
  /** Minor units that its orders added to the books, by currency; its packets must have the same sums. */
  readonly minorUnitsIn: Readonly<Record<string, bigint>>
}

/** An order that a sync left out, and why. */
export interface Exclusion {
  readonly orderId: string
  readonly reason: ExclusionReason
  readonly message: string
}

export interface SyncStore {
  /** Creates the record with state Queued, or answers the id of the integration's queued or running one. */
  openSyncRecord(record: {
    readonly id: string
    readonly integrationId: string
    readonly userId: string
    readonly userName: string
    readonly time: Instant
  }): Promise<{ readonly id: string; readonly isNew: boolean }>
  syncRecord(id: string): Promise<SyncRecord | undefined>
  /** Newest first; `before` is the id of the last record of the page before. */
  syncRecords(
    subscriberId: string,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<readonly SyncRecord[]>
  /** Appends a state and makes its status the record's. */
  addSyncState(recordId: string, state: SyncState): Promise<void>
  syncStates(recordId: string): Promise<readonly SyncState[]>
  /** When the integration's newest sync that is a Success came to it last; null if there is none. */
  lastSuccess(integrationId: string): Promise<Instant | null>
  setSyncRange(recordId: string, after: bigint, through: bigint): Promise<void>
  /** Adds to the counts and sums. */
  addSyncProgress(
    recordId: string,
    counts: SyncCounts,
    minorUnitsIn: Readonly<Record<string, bigint>>,
  ): Promise<void>
  addExclusions(recordId: string, exclusions: readonly Exclusion[]): Promise<void>
  exclusions(
    recordId: string,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly Exclusion[]>
  /** The sums of the record's packets by currency, added up by the database. */
  packetTotals(recordId: string): Promise<Readonly<Record<string, bigint>>>
}
