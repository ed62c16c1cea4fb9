import { randomUUID } from 'node:crypto'
import type { CommonTransaction, StoreTransaction } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Schema } from '../schema/schema.js'
import { acrossSubscribers, inScopeOf } from '../transactions/scope.js'
import { commonTransaction, storeTransaction } from './create-store.js'
import { fill, filled, manyRows } from './fill.test-support.js'
import { onEachDatabase } from './on-each-database.test-support.js'
import { sampleCell, sampleDocument, sampleOrder, samplePacket, time } from './samples.test-support.js'

const { subscriberId, integrationId, recordId } = filled
const state = { status: 'Sending', time, code: null, message: null } as const
const rule = {
  kind: 'taxRate',
  sourceId: '1',
  locationId: null,
  integrationId: 'x',
  modifiedBy: { userId: '1', userName: '' },
  lastModifiedTime: time,
  errorFlag: false,
} as const
const cells = [sampleCell({ net: 0n, tax: 1n })]

const calls: readonly (readonly [name: string, call: (tx: StoreTransaction) => Promise<unknown>])[] = [
  ['subscriber', (tx) => tx.subscriber(subscriberId)],
  ['reserveSequence', (tx) => tx.reserveSequence(subscriberId, 1)],
  ['orderVersions', (tx) => tx.orderVersions(subscriberId, ['o1', 'o7'])],
  [
    'saveOrders',
    (tx) => tx.saveOrders(subscriberId, [{ sequence: 9_999n, digest: '', order: sampleOrder('o1') }]),
  ],
  ['changedOrders', (tx) => tx.changedOrders(subscriberId, { after: 1_000n, through: 9_999n, limit: 5 })],
  [
    'ordersOfDays',
    (tx) =>
      tx.ordersOfDays(subscriberId, {
        from: '2000-01-01',
        to: '2100-01-01',
        currency: 'EUR',
        after: { businessDate: '2001-01-01', id: 'o1' },
        limit: 5,
      }),
  ],
  ['lastSuccess', (tx) => tx.lastSuccess(integrationId)],
  ['orderWatermark', (tx) => tx.orderWatermark(subscriberId, 'source 7')],
  ['saveOrderWatermark', (tx) => tx.saveOrderWatermark(subscriberId, 'source 7', time)],
  ['integration', (tx) => tx.integration(subscriberId, 'Xero')],
  ['integrationByOrganisation', (tx) => tx.integrationByOrganisation(subscriberId, 'Xero', 'none')],
  ['updateIntegration', (tx) => tx.updateIntegration(integrationId, { cursor: 5n })],
  ['saveRules', (tx) => tx.saveRules(integrationId, [rule])],
  ['addJob', (tx) => tx.addJob({ id: randomUUID(), integrationId, task: { kind: 'refresh' } })],
  ['openSyncRecord', (tx) => tx.openSyncRecord({ id: 'r', integrationId, userId: '1', userName: '', time })],
  ['syncRecord', (tx) => tx.syncRecord(recordId)],
  ['syncRecords', (tx) => tx.syncRecords(subscriberId, { before: 'r250', limit: 5 })],
  ['addSyncState', (tx) => tx.addSyncState(recordId, { status: 'InProgress', time, message: null })],
  ['exclusions', (tx) => tx.exclusions(recordId, { after: 'o5', limit: 5 })],
  ['packedOrders', (tx) => tx.packedOrders(integrationId, ['o1', 'o2'])],
  ['savePackedOrders', (tx) => tx.savePackedOrders(integrationId, [{ orderId: 'o1', contribution: [] }])],
  ['lastSequences', (tx) => tx.lastSequences(integrationId, ['order 1', 'order 2'])],
  ['addPackets', (tx) => tx.addPackets(integrationId, recordId, [samplePacket(integrationId, 'new')], time)],
  ['openPackets', (tx) => tx.openPackets(recordId, ['day 1', 'day 2'])],
  [
    'addToOpenPackets',
    (tx) => tx.addToOpenPackets([{ key: 'open1', cells, shares: [{ orderId: 'o', digest: '' }] }]),
  ],
  ['openPacketContents', (tx) => tx.openPacketContents(recordId, 5)],
  ['recordsWithOpenPackets', (tx) => tx.recordsWithOpenPackets(integrationId)],
  ['discardOpenPacket', (tx) => tx.discardOpenPacket('open1')],
  ['packets', (tx) => tx.packets(['p1', 'p2'])],
  [
    'packetsByStatus',
    (tx) =>
      tx.packetsByStatus(integrationId, {
        recordId: null,
        statuses: ['Pending', 'Held'],
        after: 0n,
        limit: 5,
      }),
  ],
  [
    'packetsByStatus of a record',
    (tx) =>
      tx.packetsByStatus(integrationId, { recordId, statuses: ['Pending', 'Sent'], after: 0n, limit: 5 }),
  ],
  ['packetsOfRecord', (tx) => tx.packetsOfRecord(recordId, { after: 100n, limit: 5 })],
  ['packetCounts', (tx) => tx.packetCounts(recordId)],
  ['packetTotals', (tx) => tx.packetTotals(recordId)],
  ['orderIdsOfPacket', (tx) => tx.orderIdsOfPacket('p1', { after: null, limit: 5 })],
  ['packetStates', (tx) => tx.packetStates(['p1', 'p2'])],
  ['addPacketStates', (tx) => tx.addPacketStates([{ key: 'p300', state }])],
  ['documentsOfPackets', (tx) => tx.documentsOfPackets(['p1', 'p2'])],
  ['planDocuments', (tx) => tx.planDocuments([{ packetKey: 'p1', documents: [sampleDocument('ab')] }])],
  ['unsettledDocuments', (tx) => tx.unsettledDocuments(integrationId, { after: null, limit: 5 })],
  [
    'recordOutcomes',
    (tx) => tx.recordOutcomes(integrationId, [{ reference: 'd300', status: 'unknown', message: '' }], 'x1'),
  ],
  ['predecessors', (tx) => tx.predecessors(['p1', 'p2'])],
  [
    'unsweptDocuments',
    (tx) => tx.unsweptDocuments(integrationId, { sentBefore: Date.UTC(2100, 0), after: null, limit: 100 }),
  ],
  ['oldestUnswept', (tx) => tx.oldestUnswept(integrationId)],
  [
    'addSweepFindings',
    (tx) => tx.addSweepFindings(integrationId, [{ reference: 'd1', deviation: null }], time),
  ],
  ['sweepFindings', (tx) => tx.sweepFindings(['p1', 'p2'])],
  ['lockSchedule', (tx) => tx.lockSchedule(integrationId)],
  ['saveSchedule', (tx) => tx.saveSchedule(integrationId, time)],
]

const buckets = ['bucket 1', 'bucket 2'].map((key) => ({ key, count: 3, span: 1000, burst: 1 }))

const callsAcross: readonly (readonly [
  name: string,
  call: (queue: CommonTransaction) => Promise<unknown>,
])[] = [
  ['claimJob', (queue) => queue.claimJob('worker', 60_000)],
  ['claimJob of one job', (queue) => queue.claimJob('worker', 60_000, 'j7')],
  ['othersWait', (queue) => queue.othersWait(integrationId)],
  ['dueSchedules', (queue) => queue.dueSchedules('2100-01-01T00:00:00.000Z', 5)],
  ['takeTurn', (queue) => queue.takeTurn(buckets, 0)],
  ['pauseBucket', (queue) => queue.pauseBucket('bucket 1', 1000)],
  ['extendLease', (queue) => queue.extendLease({ integrationId, fence: 0n }, 60_000)],
]

/** Rows that one call may touch, by far less than the tables hold: of a record there are sixty packets. */
const fewRows = 150

async function rowsTouched(tx: Kysely<Schema>): Promise<Map<string, number>> {
  const { rows } = await sql<{ table: string; rows: number }>`
    select relname as table, (seq_tup_read + idx_tup_fetch)::int4 as rows from pg_stat_xact_user_tables`.execute(
    tx,
  )
  return new Map(rows.map(({ table, rows: touched }) => [table, touched]))
}

/** The tables of which the call touches more than a few rows. */
async function tablesReadAtLarge(tx: Kysely<Schema>, call: () => Promise<unknown>): Promise<unknown> {
  // The tables are small enough to be read whole; what matters is whether an index serves when they are not.
  await sql`set local enable_seqscan = off`.execute(tx)
  const before = await rowsTouched(tx)
  await call()
  const after = await rowsTouched(tx)
  return [...after].filter(([table, rows]) => rows - (before.get(table) ?? 0) > fewRows)
}

describe('calls', () => {
  onEachDatabase((fixture) => {
    beforeAll(() => fill(fixture().database))

    it.each(calls)('%s reads only the rows that it is about', async (_name, call) => {
      const touched = await inScopeOf(fixture().database, subscriberId, (tx) =>
        tablesReadAtLarge(tx, () => call(storeTransaction(tx))),
      )
      expect(fewRows).toBeLessThan(manyRows)
      expect(touched).toEqual([])
    })

    it.each(callsAcross)('%s reads only the rows that it is about', async (_name, call) => {
      const touched = await acrossSubscribers(fixture().database, (tx) =>
        tablesReadAtLarge(tx, () => call(commonTransaction(tx))),
      )
      expect(touched).toEqual([])
    })
  })
})
