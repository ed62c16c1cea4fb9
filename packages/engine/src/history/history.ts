import type { Instant, PacketState, PacketStatus, SyncState } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { NotFound } from '../errors.js'
import type { StoredDocument, SweepFinding } from '../ports/document-store.js'
import type { Integration } from '../ports/integration-store.js'
import type { StoredPacket } from '../ports/packet-store.js'
import type { StoreTransaction } from '../ports/store.js'
import type { Exclusion, SyncRecord } from '../ports/sync-store.js'
import { subscriberOf } from '../linking/integration-of.js'

/** A sync record with its states and what became of its packets. */
export interface RecordView {
  readonly record: SyncRecord
  readonly integration: Integration
  /** Ascending by time. */
  readonly states: readonly SyncState[]
  readonly packetCounts: Readonly<Partial<Record<PacketStatus, number>>>
}

/** A packet with its states and documents. */
export interface PacketView {
  readonly packet: StoredPacket
  readonly states: readonly PacketState[]
  readonly documents: readonly StoredDocument[]
  /** What a sweep found last of each document that one looked at, by reference. */
  readonly sweeps: ReadonlyMap<string, SweepFinding & { readonly time: Instant }>
  /** The first orders in it, ascending, at most as many as were asked for. */
  readonly orderIds: readonly string[]
}

/** The subscriber's sync records, newest first. `before` is the id of the last record of the page before. */
export async function syncHistory(
  environment: EngineEnvironment,
  subscriberId: string,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly RecordView[]> {
  return environment.store.transaction(subscriberId, async (transaction) => {
    await subscriberOf(transaction, subscriberId)
    const views: RecordView[] = []
    for (const record of await transaction.syncRecords(subscriberId, page)) {
      views.push(await viewOfRecord(transaction, subscriberId, record))
    }
    return views
  })
}

/** One of the subscriber's sync records. */
export async function syncRecord(
  environment: EngineEnvironment,
  subscriberId: string,
  recordId: string,
): Promise<RecordView> {
  return environment.store.transaction(subscriberId, (transaction) =>
    recordOf(transaction, subscriberId, recordId),
  )
}

/** A record's packets in the order of their making, from after the given ordinal. */
export async function packetsOfRecord(
  environment: EngineEnvironment,
  subscriberId: string,
  recordId: string,
  page: { readonly after: bigint; readonly limit: number; readonly orderIds: number },
): Promise<readonly PacketView[]> {
  return environment.store.transaction(subscriberId, async (transaction) => {
    await recordOf(transaction, subscriberId, recordId)
    const packets = await transaction.packetsOfRecord(recordId, page)
    const keys = packets.map(({ key }) => key)
    const states = await transaction.packetStates(keys)
    const documents = await transaction.documentsOfPackets(keys)
    const findings = await transaction.sweepFindings(keys)
    const views: PacketView[] = []
    for (const packet of packets) {
      const own = documents.filter(({ packetKey }) => packetKey === packet.key)
      views.push({
        packet,
        states: states.get(packet.key) ?? [],
        documents: own,
        sweeps: new Map(
          own.flatMap(({ reference }) => {
            const finding = findings.get(reference)
            return finding ? [[reference, finding] as const] : []
          }),
        ),
        orderIds: await transaction.orderIdsOfPacket(packet.key, { after: null, limit: page.orderIds }),
      })
    }
    return views
  })
}

/** The orders that a sync left out, by ascending id from after the given one. */
export async function exclusionsOfRecord(
  environment: EngineEnvironment,
  subscriberId: string,
  recordId: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly Exclusion[]> {
  return environment.store.transaction(subscriberId, async (transaction) => {
    await recordOf(transaction, subscriberId, recordId)
    return transaction.exclusions(recordId, page)
  })
}

async function recordOf(
  transaction: StoreTransaction,
  subscriberId: string,
  recordId: string,
): Promise<RecordView> {
  const record = await transaction.syncRecord(recordId)
  if (record) {
    const integration = await transaction.integrationById(record.integrationId)
    if (integration?.subscriberId === subscriberId) return viewOfRecord(transaction, subscriberId, record)
  }
  throw new NotFound(`The sync record ${recordId}`, 'Take the Id from SyncHistory of this subscriber.')
}

async function viewOfRecord(
  transaction: StoreTransaction,
  subscriberId: string,
  record: SyncRecord,
): Promise<RecordView> {
  const integration = await transaction.integrationById(record.integrationId)
  if (integration?.subscriberId !== subscriberId) {
    throw new NotFound(`The integration of sync record ${record.id}`, 'Read SyncHistory again.')
  }
  return {
    record,
    integration,
    states: await transaction.syncStates(record.id),
    packetCounts: await transaction.packetCounts(record.id),
  }
}
