import type { CommonTransaction, Store, StoreTransaction } from '@ledgerpost/engine'
import { seriesKey } from '@ledgerpost/core'
import { businessDates, laterTime, orderIds } from './names.test-support.js'
import { openSample, sealedSample } from './packet-steps.test-support.js'
import { plain } from './play.test-support.js'
import { type Names, weeks } from './step.test-support.js'
import { inWeeks } from './work-steps.test-support.js'

const three = [0, 1, 2]
const first = { after: null, limit: 100 } as const
const all = { after: 0n, limit: 100 } as const
const span = { from: '2026-01-01', to: '2026-12-31', currency: 'EUR' } as const

/** Everything that the calls of a store tell, in every scope. */
export async function observe(store: Store, names: Names): Promise<unknown> {
  const scopes: unknown[] = []
  for (const subscriber of [0, 1]) {
    const id = names.of('subscriber', subscriber)
    scopes.push(await store.transaction(id, (transaction) => ownOf(transaction, id, names)))
  }
  return { scopes, common: await store.acrossSubscribers((transaction) => commonOf(transaction, names)) }
}

async function ownOf(tx: StoreTransaction, subscriberId: string, names: Names): Promise<unknown> {
  const open = [0, 1, 2].flatMap((integration) =>
    businessDates.map((date) => openSample(integration, date, names)),
  )
  const sealed = [0, 1, 2].flatMap((integration) =>
    ['a', 'B'].flatMap((order) =>
      [1, 2, 3, 4].map((sequence) => sealedSample({ integration, order, sequence }, names).packet),
    ),
  )
  const keys = [...open, ...sealed].map(({ key }) => key)
  const series = [...open, ...sealed].map((packet) => seriesKey(packet.series))
  const versions = await tx.orderVersions(subscriberId, orderIds)
  const stored = await tx.packets(keys)
  const seen: Record<string, unknown> = {
    subscriber: await tx.subscriber(subscriberId),
    sources: await tx.occurringSources(subscriberId),
    versions: versions.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    lastSequence: await tx.lastSequence(subscriberId),
    orders: await tx.changedOrders(subscriberId, { after: 0n, through: 100n, limit: 100 }),
    sales: await tx.salesByDay(subscriberId, span),
    ofDays: await tx.ordersOfDays(subscriberId, { ...span, after: null, limit: 2 }),
    watermark: await tx.orderWatermark(subscriberId, 'platform'),
    records: await tx.syncRecords(subscriberId, { before: null, limit: 100 }),
    packets: stored,
    states: await tx.packetStates(keys),
    predecessors: await tx.predecessors(keys),
    documents: await tx.documentsOfPackets(keys),
    findings: await tx.sweepFindings(keys),
  }
  for (const { key } of [...open.slice(0, 2), ...stored]) {
    seen[`orders of ${key}`] = await tx.orderIdsOfPacket(key, first)
  }
  for (const number of three) {
    seen[`grant ${number}`] = await tx.grant(names.of('grant', number))
    seen[`intent ${number}`] = await tx.intent(names.of('submission', number))
    seen[`record ${number}`] = await recordOf(tx, names.of('record', number), series, names)
    seen[`integration ${number}`] = await integrationOf(tx, names.of('integration', number), series, names)
  }
  return plain(seen)
}

/** The first is looked at from the other scope too, where nothing of it may be seen; for all it would take too long. */
async function recordOf(
  tx: StoreTransaction,
  id: string,
  series: readonly string[],
  names: Names,
): Promise<unknown> {
  const record = await tx.syncRecord(id)
  if (!record && id !== names.of('record', 0)) return undefined
  return {
    record,
    states: await tx.syncStates(id),
    exclusions: await tx.exclusions(id, first),
    totals: await tx.packetTotals(id),
    counts: await tx.packetCounts(id),
    packets: (await tx.packetsOfRecord(id, all)).map(({ key }) => key),
    open: await tx.openPackets(id, series),
    contents: await tx.openPacketContents(id, 100),
  }
}

async function integrationOf(
  tx: StoreTransaction,
  id: string,
  series: readonly string[],
  names: Names,
): Promise<unknown> {
  const integration = await tx.integrationById(id)
  if (!integration && id !== names.of('integration', 0)) return undefined
  const packed = await tx.packedOrders(id, orderIds)
  return {
    integration,
    rules: await tx.rules(id),
    packed: packed.toSorted((left, right) => (left.orderId < right.orderId ? -1 : 1)),
    sequences: await tx.lastSequences(id, series),
    open: await tx.recordsWithOpenPackets(id),
    unsettled: await tx.unsettledDocuments(id, first),
    unswept: await tx.unsweptDocuments(id, { ...first, sentBefore: 10_000 }),
    oldest: await tx.oldestUnswept(id),
    packedSales: await tx.packedSalesByDay(id, businessDates, span.currency),
    packetDays: await tx.packetsByDay(id, span),
    lastSuccess: await tx.lastSuccess(id),
    schedule: await tx.lockSchedule(id),
  }
}

/** The queue, and then every job of it, one after the other. */
async function commonOf(tx: CommonTransaction, names: Names): Promise<unknown> {
  const { due, age } = await tx.backlog()
  const seen = {
    due,
    age: inWeeks(age),
    lookUpUntil: await tx.lookUpUntil(),
    schedules: await tx.dueSchedules(laterTime, 100),
    waiting: [await tx.othersWait(names.of('integration', 0)), await tx.othersWait('none')],
    claims: new Array<unknown>(),
  }
  for (const worker of ['one', 'other', 'third']) {
    for (let claims = 0; claims < 3; claims += 1) seen.claims.push(await tx.claimJob(worker, weeks))
  }
  return plain(seen)
}
