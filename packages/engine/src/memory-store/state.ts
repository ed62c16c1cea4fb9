import { type Clock, ruleKey } from '@ledgerpost/core'
import { byCodePoint } from './code-point-order.js'
import { Journal, type Restorable } from './journal.js'
import { foreignRow } from './rule-broken.js'
import type * as rows from './rows.js'
import { pairKey, Table } from './table.js'

const byOrdinal = (left: { readonly ordinal: bigint }, right: { readonly ordinal: bigint }): number =>
  left.ordinal < right.ordinal ? -1 : left.ordinal > right.ordinal ? 1 : 0

/** The group of an index of all rows. */
export const all = ''

/** Everything that is kept, the time, and whose transaction runs. */
export class State {
  readonly journal = new Journal()
  /** The subscriber of the running transaction; empty in none's scope. */
  scope = ''
  #lastOrdinal = 0n
  #lastFinding = 0
  readonly #clock: Clock
  readonly #tables: Restorable[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  readonly subscribers = this.#table<rows.SubscriberRow>(({ value }) => value.id)

  readonly sources = this.#table<rows.SourceRow>(({ subscriberId, value }) =>
    pairKey(subscriberId, pairKey(value.kind, value.sourceId)),
  )
  readonly sourcesOf = this.sources.index(
    ({ subscriberId }) => subscriberId,
    ({ value: left }, { value: right }) =>
      byCodePoint(left.kind, right.kind) || byCodePoint(left.sourceId, right.sourceId),
  )

  readonly orders = this.#table<rows.OrderRow>(({ subscriberId, version }) =>
    pairKey(subscriberId, version.id),
  )
  readonly ordersBySequence = this.orders.index(
    ({ subscriberId }) => subscriberId,
    ({ changed: left }, { changed: right }) =>
      left.sequence < right.sequence ? -1 : left.sequence > right.sequence ? 1 : 0,
  )

  readonly watermarks = this.#table<rows.WatermarkRow>(({ subscriberId, source }) =>
    pairKey(subscriberId, source),
  )

  readonly integrations = this.#table<rows.IntegrationRow>(({ value }) => value.id)
  readonly currentIntegrations = this.integrations.index(({ subscriberId, value, isCurrent }) =>
    isCurrent ? pairKey(subscriberId, value.type) : undefined,
  )
  readonly integrationsByOrganisation = this.integrations.index(({ subscriberId, value }) =>
    value.organisationId === null
      ? undefined
      : pairKey(subscriberId, pairKey(value.type, value.organisationId)),
  )
  readonly integrationsBySubscriber = this.integrations.index(
    () => all,
    (left, right) =>
      byCodePoint(left.subscriberId, right.subscriberId) || byCodePoint(left.value.id, right.value.id),
  )
  readonly integrationsByGrant = this.integrations.index(({ value }) => value.grantId ?? undefined)

  readonly rules = this.#table<rows.RuleRow>(({ integrationId, value }) =>
    pairKey(integrationId, ruleKey(value.kind, value.sourceId, value.locationId)),
  )
  readonly rulesOf = this.rules.index(
    ({ integrationId }) => integrationId,
    ({ value: left }, { value: right }) =>
      byCodePoint(left.kind, right.kind) ||
      byCodePoint(left.sourceId, right.sourceId) ||
      Number(left.locationId !== null) - Number(right.locationId !== null) ||
      byCodePoint(left.locationId ?? '', right.locationId ?? ''),
  )

  readonly pendingLinks = this.#table<rows.PendingLinkRow>(({ value }) => value.state)
  readonly grants = this.#table<rows.GrantRow>(({ value }) => value.id)
  readonly grantsOf = this.grants.index(
    ({ subscriberId }) => subscriberId,
    ({ value: left }, { value: right }) => byCodePoint(left.id, right.id),
  )

  readonly records = this.#table<rows.SyncRecordRow>(({ value }) => value.id)
  readonly openRecords = this.records.index(({ value }) =>
    value.status === 'Queued' || value.status === 'InProgress' ? value.integrationId : undefined,
  )
  readonly recordsByTime = this.records.index(
    ({ subscriberId }) => subscriberId,
    ({ value: left }, { value: right }) =>
      byCodePoint(left.createdTime, right.createdTime) || byCodePoint(left.id, right.id),
  )
  readonly exclusions = this.#table<rows.ExclusionRow>(({ recordId, value }) =>
    pairKey(recordId, value.orderId),
  )
  readonly exclusionsOf = this.exclusions.index(
    ({ recordId }) => recordId,
    ({ value: left }, { value: right }) => byCodePoint(left.orderId, right.orderId),
  )

  readonly packedOrders = this.#table<rows.PackedOrderRow>(({ integrationId, value }) =>
    pairKey(integrationId, value.orderId),
  )
  readonly packets = this.#table<rows.PacketRow>(({ key }) => key)
  readonly packetsBySeries = this.packets.index(
    ({ integrationId, seriesKey }) => pairKey(integrationId, seriesKey),
    (left, right) => left.sequence - right.sequence,
  )
  readonly openPacketsOfRecord = this.packets.index(
    ({ sealed, recordId }) => (sealed ? undefined : recordId),
    (left, right) => byCodePoint(left.seriesKey, right.seriesKey) || byOrdinal(left, right),
  )
  readonly openPacketsOf = this.packets.index(
    ({ sealed, integrationId }) => (sealed ? undefined : integrationId),
    byOrdinal,
  )
  readonly sealedPacketsOfRecord = this.packets.index(
    ({ sealed, recordId }) => (sealed ? recordId : undefined),
    byOrdinal,
  )
  readonly packetsByStatus = this.packets.index(
    ({ sealed, integrationId }) => (sealed ? pairKey(sealed.status, integrationId) : undefined),
    byOrdinal,
  )
  readonly packetsOfRecordByStatus = this.packets.index(
    ({ sealed, recordId }) => (sealed ? pairKey(sealed.status, recordId) : undefined),
    byOrdinal,
  )
  readonly cells = this.#table<rows.CellRow>(({ packetKey, cellKey }) => pairKey(packetKey, cellKey))
  readonly cellsOf = this.cells.index(({ packetKey }) => packetKey)
  readonly shares = this.#table<rows.ShareRow>(({ packetKey, orderId }) => pairKey(packetKey, orderId))
  readonly sharesOf = this.shares.index(
    ({ packetKey }) => packetKey,
    (left, right) => byCodePoint(left.orderId, right.orderId),
  )

  readonly documents = this.#table<rows.DocumentRow>(({ integrationId, value }) =>
    pairKey(integrationId, value.reference),
  )
  readonly documentsOf = this.documents.index(
    ({ value }) => value.packetKey,
    (left, right) =>
      left.value.stage - right.value.stage ||
      left.position - right.position ||
      byCodePoint(left.value.reference, right.value.reference),
  )
  readonly unsettledDocuments = this.documents.index(
    ({ integrationId, value }) =>
      value.status === 'sending' || value.status === 'unknown' ? integrationId : undefined,
    byReference,
  )
  readonly unsweptDocuments = this.documents.index(
    ({ integrationId, value, isSwept }) =>
      (value.status === 'accepted' || value.status === 'rejected') && value.submissionId !== null && !isSwept
        ? integrationId
        : undefined,
    byReference,
  )
  readonly submissions = this.#table<rows.SubmissionRow>(({ value }) => value.id)
  readonly findings = this.#table<rows.FindingRow>(({ integrationId, value }) =>
    pairKey(integrationId, value.reference),
  )

  readonly jobs = this.#table<rows.JobRow>(({ id }) => id)
  readonly jobsByTime = this.jobs.index(
    () => all,
    (left, right) => left.dueAt - right.dueAt || byCodePoint(left.id, right.id),
  )
  readonly jobsNotBegun = this.jobs.index((job) => (job.attempts === 0 ? taskKey(job) : undefined))
  readonly leases = this.#table<rows.LeaseRow>(({ integrationId }) => integrationId)
  readonly schedules = this.#table<rows.ScheduleRow>(({ integrationId }) => integrationId)
  readonly schedulesByTime = this.schedules.index(
    () => all,
    (left, right) =>
      byCodePoint(left.dueAt, right.dueAt) || byCodePoint(left.integrationId, right.integrationId),
  )
  readonly rates = this.#table<rows.RateRow>(({ key }) => key)
  readonly restoration = this.#table<rows.RestorationRow>(() => all)

  /** Database time, in milliseconds since 1970 UTC. */
  now(): number {
    return this.#clock.now()
  }

  /** The row, if it belongs to the subscriber of the transaction: others do not exist in it. */
  own<Row extends { readonly subscriberId: string }>(row: Row | undefined): Row | undefined {
    return row?.subscriberId === this.scope ? row : undefined
  }

  /** Refuses to add a row that would belong to another subscriber than the transaction's. */
  requireOwn(subscriberId: string, what: string): void {
    if (subscriberId !== this.scope || this.scope === '') throw foreignRow(what)
  }

  nextOrdinal(): bigint {
    this.#lastOrdinal += 1n
    return this.#lastOrdinal
  }

  nextFinding(): number {
    this.#lastFinding += 1
    return this.#lastFinding
  }

  /** Remembers all that is committed; the answer brings it back. */
  save(): () => void {
    const restorers = this.#tables.map((table) => table.save())
    const lastOrdinal = this.#lastOrdinal
    const lastFinding = this.#lastFinding
    return () => {
      for (const restore of restorers) restore()
      this.journal.commit()
      this.#lastOrdinal = lastOrdinal
      this.#lastFinding = lastFinding
    }
  }

  #table<Row extends object>(keyOf: (row: Row) => string): Table<Row> {
    const table = new Table(this.journal, keyOf)
    this.#tables.push(table)
    return table
  }
}

function byReference({ value: left }: rows.DocumentRow, { value: right }: rows.DocumentRow): number {
  return byCodePoint(left.reference, right.reference)
}

/** Equal for jobs of an integration with equal tasks. */
export function taskKey({ integrationId, task }: Pick<rows.JobRow, 'integrationId' | 'task'>): string {
  return pairKey(integrationId, pairKey(task.kind, 'recordId' in task ? task.recordId : ''))
}
