import { fc } from '@fast-check/vitest'
import { type Cell, contentOfCells, type Packet, packetStatuses, syncStatuses } from '@ledgerpost/core'
import type { StoreTransaction } from '@ledgerpost/engine'
import {
  digest,
  sampleCell,
  sampleOpenPacket,
  type SealedSample,
  samplePacket,
} from '../samples.test-support.js'
import { businessDates, limit, orderId, times, which } from './names.test-support.js'
import { type Names, scoped } from './step.test-support.js'

/** A packet of an order. */
export interface PacketChoice {
  readonly integration: number
  readonly order: string
  readonly sequence: number
}

const packetChoice: fc.Arbitrary<PacketChoice> = fc.record({
  integration: which.integration,
  order: fc.constantFrom('a', 'a', 'a', 'B'),
  sequence: fc.constantFrom(1, 1, 2, 2, 3, 4),
})

/** A packet of one order, or an open one of a day. */
export const packetKeys = fc.oneof(
  {
    weight: 3,
    arbitrary: packetChoice.map((choice) => ({
      keyOf: (names: Names) => sealedSample(choice, names).packet.key,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(0, 0, 1), fc.constantFrom(...businessDates))
      .map(([integration, date]) => ({ keyOf: (names: Names) => openSample(integration, date, names).key })),
  },
)

export function sealedSample({ integration, order: id, sequence }: PacketChoice, names: Names): SealedSample {
  return samplePacket(names.of('integration', integration), id, sequence)
}

export function openSample(integration: number, businessDate: string, names: Names) {
  return sampleOpenPacket(names.of('integration', integration), businessDate)
}

/** What makes a packet untrue, and what leaves it true. */
const flaws = fc.constantFrom<(sample: SealedSample) => SealedSample>(
  ...Array.from({ length: 6 }, () => (sample: SealedSample) => sample),
  ({ packet, shares }) => ({ packet: { ...packet, netAmount: packet.netAmount + 1n }, shares }),
  ({ packet, shares }) => ({ packet: { ...packet, payments: [] }, shares }),
  ({ packet, shares }) => ({ packet: { ...packet, currency: 'euro' }, shares }),
  ({ packet, shares }) => ({ packet, shares: [...shares, ...shares] }),
)

const collected = fc.array(
  fc.constantFrom<Cell>(
    sampleCell(),
    sampleCell({ net: -10_000n, tax: -1_900n }),
    sampleCell({ revenueCategoryId: '11', tax: 0n }),
    sampleCell({ net: 2n ** 62n, tax: 0n }),
  ),
  { maxLength: 3 },
)

async function ordinalOf(tx: StoreTransaction, key: string | null): Promise<bigint> {
  const [packet] = key === null ? [] : await tx.packets([key])
  return packet?.ordinal ?? 0n
}

/** A packet that fits what is open, whatever was collected in it. */
function sealing(key: string, names: Names, cells: readonly Cell[]): Packet {
  const { series, sequence } = sampleOpenPacket(names.of('integration', 0))
  return { ...contentOfCells(cells), key, series, sequence, evidence: digest(key) }
}

const counts = fc.constantFrom(
  { read: 0, packed: 0, unchanged: 0, excluded: 0 },
  { read: 1, packed: 1, unchanged: 0, excluded: 0 },
  { read: 1, packed: 0, unchanged: 0, excluded: 0 },
)
const sums = fc.constantFrom<Readonly<Record<string, bigint>>>(
  {},
  {},
  { EUR: 11_900n },
  { EUR: -11_900n },
  { USD: 1n },
)
const status = fc.constantFrom(...packetStatuses)

/** Steps about syncs and packets. */
export const packetSteps = [
  scoped(
    'openSyncRecord',
    fc.tuple(which.record, which.integration, times),
    (tx, [record, integration, time], { names }) =>
      tx.openSyncRecord({
        id: names.of('record', record),
        integrationId: names.of('integration', integration),
        userId: '1',
        userName: 'Owner',
        time,
      }),
  ),
  scoped(
    'addSyncState',
    fc.tuple(which.record, fc.constantFrom(...syncStatuses), times),
    (tx, [record, to, time], { names }) =>
      tx.addSyncState(names.of('record', record), { status: to, time, message: null }),
  ),
  scoped(
    'setSyncRange',
    fc.tuple(which.record, fc.bigInt({ min: 0n, max: 2n }), fc.bigInt({ min: 0n, max: 2n })),
    (tx, [record, after, through], { names }) => tx.setSyncRange(names.of('record', record), after, through),
  ),
  scoped(
    'addSyncProgress',
    fc.tuple(which.record, counts, sums),
    (tx, [record, done, minorUnits], { names }) =>
      tx.addSyncProgress(names.of('record', record), done, minorUnits),
  ),
  scoped(
    'addExclusions',
    fc.tuple(which.record, fc.array(orderId, { maxLength: 3 })),
    (tx, [record, ids], { names }) =>
      tx.addExclusions(
        names.of('record', record),
        ids.map((id) => ({ orderId: id, reason: 'UnbalancedOrder', message: id })),
      ),
  ),
  scoped(
    'exclusions',
    fc.tuple(which.record, fc.option(orderId), limit),
    (tx, [record, after, most], { names }) =>
      tx.exclusions(names.of('record', record), { after, limit: most }),
  ),
  scoped('syncRecords', fc.tuple(fc.option(which.record), limit), (tx, [record, most], { names }) =>
    tx.syncRecords(names.of('subscriber', 0), {
      before: record === null ? null : names.of('record', record),
      limit: most,
    }),
  ),
  scoped(
    'savePackedOrders',
    fc.tuple(which.integration, fc.array(orderId, { maxLength: 3 })),
    (tx, [integration, ids], { names }) =>
      tx.savePackedOrders(
        names.of('integration', integration),
        ids.map((id) => ({ orderId: id, contribution: [sampleCell()] })),
      ),
  ),
  scoped(
    'addPackets',
    // Of two flaws in one call the database may meet either first.
    fc.tuple(
      which.integration,
      which.record,
      fc.uniqueArray(packetChoice, {
        minLength: 1,
        maxLength: 3,
        selector: ({ order, sequence }) => `${order} ${sequence}`,
      }),
      flaws,
      times,
    ),
    (tx, [integration, record, chosen, flaw, time], { names }) => {
      const samples = chosen.map((choice) => sealedSample({ ...choice, integration }, names))
      return tx.addPackets(
        names.of('integration', integration),
        names.of('record', record),
        samples.map((sample, index) => (index === samples.length - 1 ? flaw(sample) : sample)),
        time,
      )
    },
  ),
  scoped(
    'createOpenPackets',
    fc.tuple(which.integration, which.record, fc.array(fc.constantFrom(...businessDates), { maxLength: 2 })),
    (tx, [integration, record, dates], { names }) =>
      tx.createOpenPackets(
        names.of('integration', integration),
        names.of('record', record),
        dates.map((date) => openSample(integration, date, names)),
      ),
  ),
  scoped(
    'addToOpenPackets',
    fc.array(fc.tuple(packetKeys, collected, fc.array(orderId, { maxLength: 2 })), { maxLength: 2 }),
    (tx, additions, { names }) =>
      tx.addToOpenPackets(
        additions.map(([{ keyOf }, cells, ids]) => ({
          key: keyOf(names),
          cells,
          shares: ids.map((id) => ({ orderId: id, digest: id })),
        })),
      ),
  ),
  scoped('openPacketContents', fc.tuple(which.record, limit), (tx, [record, most], { names }) =>
    tx.openPacketContents(names.of('record', record), most),
  ),
  scoped(
    'sealPackets',
    fc.tuple(fc.array(packetKeys, { maxLength: 2 }), flaws, times),
    (tx, [keys, flaw, time], { names }) =>
      tx.sealPackets(
        keys.map(
          ({ keyOf }) => flaw({ packet: sealing(keyOf(names), names, [sampleCell()]), shares: [] }).packet,
        ),
        time,
      ),
  ),
  scoped('discardOpenPacket', packetKeys, (tx, { keyOf }, { names }) => tx.discardOpenPacket(keyOf(names))),
  scoped(
    'packetsByStatus',
    fc.tuple(which.integration, fc.option(which.record), fc.array(status), fc.option(packetKeys), limit),
    async (tx, [integration, record, statuses, after, most], { names }) =>
      tx.packetsByStatus(names.of('integration', integration), {
        recordId: record === null ? null : names.of('record', record),
        statuses,
        after: await ordinalOf(tx, after?.keyOf(names) ?? null),
        limit: most,
      }),
  ),
  scoped(
    'packetsOfRecord',
    fc.tuple(which.record, fc.option(packetKeys), limit),
    async (tx, [record, after, most], { names }) =>
      tx.packetsOfRecord(names.of('record', record), {
        after: await ordinalOf(tx, after?.keyOf(names) ?? null),
        limit: most,
      }),
  ),
  scoped('predecessors', fc.array(packetKeys, { maxLength: 3 }), (tx, keys, { names }) =>
    tx.predecessors(keys.map(({ keyOf }) => keyOf(names))),
  ),
  scoped('orderIdsOfPacket', fc.tuple(packetKeys, fc.option(orderId)), (tx, [{ keyOf }, after], { names }) =>
    tx.orderIdsOfPacket(keyOf(names), { after, limit: 10 }),
  ),
  scoped(
    'addPacketStates',
    fc.array(fc.tuple(packetKeys, status, times), { maxLength: 3 }),
    (tx, states, { names }) =>
      tx.addPacketStates(
        states.map(([{ keyOf }, to, time]) => ({
          key: keyOf(names),
          state: { status: to, time, code: null, message: to },
        })),
      ),
  ),
]
