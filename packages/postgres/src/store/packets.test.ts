import { packetStatuses, seriesKey } from '@ledgerpost/core'
import type { StoredPacket } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from './on-each-database.test-support.js'
import {
  linkedSubscriber,
  sampleCell,
  samplePacket,
  type SealedSample,
  time,
} from './samples.test-support.js'

type Linked = Awaited<ReturnType<typeof linkedSubscriber>>

function stored(
  { integrationId, recordId }: Linked,
  { packet }: SealedSample,
  ordinal: bigint,
): StoredPacket {
  return { ...packet, integrationId, recordId, ordinal, status: 'Pending' }
}

describe('packets', () => {
  onEachDatabase((fixture) => {
    it('come back as they were sealed, Pending and in the order of creation', async () => {
      const { store } = fixture()
      const linked = await linkedSubscriber(store)
      const { subscriberId } = linked
      const { integrationId, recordId } = linked
      const cells = [
        sampleCell({ net: 9_007_199_254_740_993n, tax: -3n }),
        sampleCell({ revenueCategoryId: 'type:Tip', taxRateIds: [], net: -9_007_199_254_740_991n, tax: 0n }),
        sampleCell({ paymentMethodId: null, locationId: '2', taxRateIds: ['a', 'b'], net: 1n, tax: 0n }),
      ]
      const samples = [
        samplePacket(integrationId, 'z'),
        samplePacket(integrationId, 'z', 2, cells),
        samplePacket(integrationId, 'a'),
      ]
      const keys = samples.map(({ packet }) => packet.key)
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, [], time)
        await tx.addPackets(integrationId, recordId, samples, time)
        const packets = await tx.packets([...keys, 'unknown'])
        const first = packets[0]?.ordinal ?? 0n
        expect(packets).toEqual(samples.map((sample, index) => stored(linked, sample, first + BigInt(index))))
        expect(await tx.packetStates(keys)).toEqual(
          new Map(keys.map((key) => [key, [{ status: 'Pending', time, code: null, message: null }]])),
        )
        const series = ['z', 'a', 'unknown'].map((orderId) => seriesKey({ kind: 'order', orderId }))
        expect(await tx.lastSequences(integrationId, series)).toEqual(
          new Map([
            [series[0], 2],
            [series[1], 1],
          ]),
        )
        expect(await tx.packetTotals(recordId)).toEqual({
          EUR: 11_900n * 2n + 9_007_199_254_740_993n - 3n + 1n - 9_007_199_254_740_991n,
        })
        expect(await tx.packetCounts(recordId)).toEqual({ Pending: 3 })
      })
    })

    it('are paged by status and ordinal, of a record or of all', async () => {
      const { store } = fixture()
      const { integrationId, recordId, subscriberId } = await linkedSubscriber(store)
      const foreign = await linkedSubscriber(store, { subscriberId, type: 'Tryton' })
      const samples = Array.from({ length: 6 }, (_, index) => samplePacket(integrationId, `o${index}`))
      const key = (index: number) => samples[index]?.packet.key ?? ''
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, samples, time)
        await tx.addPackets(
          foreign.integrationId,
          foreign.recordId,
          [samplePacket(foreign.integrationId, 'o')],
          time,
        )
        const state = (status: 'Held' | 'Sending' | 'Sent') => ({ status, time, code: null, message: null })
        await tx.addPacketStates([
          { key: key(0), state: state('Sending') },
          { key: key(0), state: state('Sent') },
          { key: key(3), state: state('Held') },
        ])
        expect(await tx.packetCounts(recordId)).toEqual({ Pending: 4, Held: 1, Sent: 1 })
        const page = async (after: bigint, record: string | null) => {
          const selection = {
            statuses: ['Pending', 'Held', 'Pending'] as const,
            after,
            limit: 3,
            recordId: record,
          }
          const packets = await tx.packetsByStatus(integrationId, selection)
          return { keys: packets.map((packet) => packet.key), last: packets.at(-1)?.ordinal ?? 0n }
        }
        for (const record of [null, recordId]) {
          const first = await page(0n, record)
          expect(first.keys).toEqual([key(1), key(2), key(3)])
          expect((await page(first.last, record)).keys).toEqual([key(4), key(5)])
        }
        expect((await page(0n, foreign.recordId)).keys).toEqual([])
        const all = await tx.packetsOfRecord(recordId, { after: 0n, limit: 10 })
        expect(all.map((packet) => packet.key)).toEqual(samples.map(({ packet }) => packet.key))
        expect(all.map(({ status }) => status)).toEqual([
          'Sent',
          'Pending',
          'Pending',
          'Held',
          'Pending',
          'Pending',
        ])
        const rest = await tx.packetsOfRecord(recordId, { after: all[3]?.ordinal ?? 0n, limit: 1 })
        expect(rest.map((packet) => packet.key)).toEqual([key(4)])
        const none = await tx.packetsByStatus(integrationId, {
          recordId: null,
          statuses: [],
          after: 0n,
          limit: 9,
        })
        expect(none).toEqual([])
        expect(packetStatuses).toContain('Pending')
      })
    })

    it('tell their orders page by page', async () => {
      const { store } = fixture()
      const { integrationId, recordId, subscriberId } = await linkedSubscriber(store)
      const { packet } = samplePacket(integrationId, 'o')
      const shares = ['c', 'a', 'b'].map((orderId) => ({ orderId, digest: orderId }))
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, [{ packet, shares }], time)
        expect(await tx.orderIdsOfPacket(packet.key, { after: null, limit: 2 })).toEqual(['a', 'b'])
        expect(await tx.orderIdsOfPacket(packet.key, { after: 'b', limit: 2 })).toEqual(['c'])
        expect(await tx.orderIdsOfPacket('unknown', { after: null, limit: 2 })).toEqual([])
      })
    })

    it('remember what was packed of each order', async () => {
      const { store } = fixture()
      const { integrationId, subscriberId } = await linkedSubscriber(store)
      const contribution = [sampleCell({ net: 2n ** 62n }), sampleCell({ paymentMethodId: null, tax: -1n })]
      await store.transaction(subscriberId, async (tx) => {
        await tx.savePackedOrders(integrationId, [])
        await tx.savePackedOrders(integrationId, [
          { orderId: 'a', contribution },
          { orderId: 'b', contribution },
        ])
        await tx.savePackedOrders(integrationId, [{ orderId: 'b', contribution: [] }])
        const packed = await tx.packedOrders(integrationId, ['b', 'a', 'c'])
        expect(packed.toSorted((left, right) => (left.orderId < right.orderId ? -1 : 1))).toEqual([
          { orderId: 'a', contribution },
          { orderId: 'b', contribution: [] },
        ])
      })
    })
  })
})
