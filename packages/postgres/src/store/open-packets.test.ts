import { type Cell, collectCells, contentOfCells, evidenceOf, type Packet, seriesKey } from '@ledgerpost/core'
import { NotStored, type OpenPacket } from '@ledgerpost/engine'
import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from './on-each-database.test-support.js'
import { digest, linkedSubscriber, sampleCell, sampleOpenPacket, time } from './samples.test-support.js'

function seal(
  { key, series, sequence }: OpenPacket,
  cells: readonly Cell[],
  digests: readonly string[],
): Packet {
  return { ...contentOfCells(cells), key, series, sequence, evidence: evidenceOf(digests, digest) }
}

const cells = fc.array(
  fc.record({
    category: fc.constantFrom('10', '\u{1f9d8}', '"'),
    taxes: fc.subarray(['01:01', '01:02']),
    net: fc.bigInt({ min: -3n, max: 3n }),
    tax: fc.bigInt({ min: -1n, max: 1n }),
  }),
  { maxLength: 12 },
)

describe('open packets', () => {
  onEachDatabase((fixture) => {
    async function opened() {
      const { store } = fixture()
      const linked = await linkedSubscriber(store)
      const { subscriberId } = linked
      const packet = sampleOpenPacket(linked.integrationId)
      await store.transaction(subscriberId, (tx) =>
        tx.createOpenPackets(linked.integrationId, linked.recordId, [packet]),
      )
      return { store, packet, ...linked }
    }

    it('are found by their series while they are open', async () => {
      const { store, packet, integrationId, recordId, subscriberId } = await opened()
      const other = sampleOpenPacket(integrationId, '2026-03-02', 4)
      const [key, otherKey] = [seriesKey(packet.series), seriesKey(other.series)]
      await store.transaction(subscriberId, async (tx) => {
        await tx.createOpenPackets(integrationId, recordId, [])
        await tx.createOpenPackets(integrationId, recordId, [other])
        expect(await tx.openPackets(recordId, [key, 'unknown'])).toEqual(new Map([[key, packet]]))
        expect(await tx.openPackets('another', [key])).toEqual(new Map())
        expect(await tx.lastSequences(integrationId, [key, otherKey])).toEqual(
          new Map([
            [key, 1],
            [otherKey, 4],
          ]),
        )
        expect(await tx.packets([packet.key])).toEqual([])
        expect(await tx.packetCounts(recordId)).toEqual({})
        expect(await tx.packetTotals(recordId)).toEqual({})
        expect(await tx.openPacketContents(recordId, 1)).toHaveLength(1)
        expect(await tx.recordsWithOpenPackets(integrationId)).toEqual([recordId])
        expect(await tx.recordsWithOpenPackets('another')).toEqual([])
        await tx.addToOpenPackets([{ key: packet.key, cells: [sampleCell()], shares: [] }])
        await tx.sealPackets([seal(packet, [sampleCell()], [])], time)
        expect(await tx.openPackets(recordId, [key, otherKey])).toEqual(new Map([[otherKey, other]]))
      })
    })

    it('hold the sums of whatever was added, however it came', async () => {
      const { store, integrationId, recordId, subscriberId } = await opened()
      let sequence = 1
      await fc.assert(
        fc.asyncProperty(fc.array(cells, { maxLength: 5 }), async (parts) => {
          sequence += 1
          const packet = sampleOpenPacket(integrationId, '2026-03-01', sequence)
          const additions = parts.map((part, index) => ({
            key: packet.key,
            cells: part.map(({ category, taxes, net, tax }) =>
              sampleCell({ revenueCategoryId: category, taxRateIds: taxes, net, tax }),
            ),
            shares: [{ orderId: String(index), digest: `digest ${index}` }],
          }))
          const contents = await store.transaction(subscriberId, async (tx) => {
            await tx.createOpenPackets(integrationId, recordId, [packet])
            // One alone, the rest together.
            await tx.addToOpenPackets(additions.slice(0, 1))
            await tx.addToOpenPackets(additions.slice(1))
            return tx.openPacketContents(recordId, 1_000)
          })
          const content = contents.find(({ key }) => key === packet.key)
          expect(content).toMatchObject(packet)
          expect(content?.cells).toEqual(collectCells(additions.flatMap((addition) => addition.cells)))
          expect(content?.shareDigests.toSorted()).toEqual(additions.map(({ shares }) => shares[0]?.digest))
          await store.transaction(subscriberId, (tx) => tx.discardOpenPacket(packet.key))
        }),
        { numRuns: 30 },
      )
    })

    it('become packets that are Pending, with what was collected', async () => {
      const { store, packet, integrationId, recordId, subscriberId } = await opened()
      const shares = ['b', 'a'].map((orderId) => ({ orderId, digest: `digest ${orderId}` }))
      const sealed = seal(packet, [sampleCell({ net: 2n, tax: 1n })], ['digest a', 'digest b'])
      await store.transaction(subscriberId, async (tx) => {
        await tx.sealPackets([], time)
        await tx.addToOpenPackets([{ key: packet.key, cells: sealed.cells, shares }])
        await tx.sealPackets([sealed], time)
        expect(await tx.openPacketContents(recordId, 10)).toEqual([])
        const [stored] = await tx.packets([packet.key])
        expect(stored).toEqual({
          ...sealed,
          integrationId,
          recordId,
          ordinal: stored?.ordinal,
          status: 'Pending',
        })
        expect(await tx.packetStates([packet.key])).toEqual(
          new Map([[packet.key, [{ status: 'Pending', time, code: null, message: null }]]]),
        )
        expect(await tx.orderIdsOfPacket(packet.key, { after: null, limit: 9 })).toEqual(['a', 'b'])
        expect(await tx.packetTotals(recordId)).toEqual({ EUR: 3n })
      })
    })

    it('can be discarded while they are open, and only then', async () => {
      const { store, packet, integrationId, recordId, subscriberId } = await opened()
      const other = sampleOpenPacket(integrationId, '2026-03-02')
      await store.transaction(subscriberId, async (tx) => {
        const cell = sampleCell()
        const shares = [{ orderId: 'a', digest: '' }]
        await tx.createOpenPackets(integrationId, recordId, [other])
        await tx.addToOpenPackets([packet, other].map(({ key }) => ({ key, cells: [cell], shares })))
        await tx.discardOpenPacket(packet.key)
        expect(await tx.openPacketContents(recordId, 9)).toMatchObject([other])
        await tx.sealPackets([seal(other, [cell], [''])], time)
      })
      for (const { key } of [packet, other]) {
        await expect(store.transaction(subscriberId, (tx) => tx.discardOpenPacket(key))).rejects.toThrow(
          NotStored,
        )
        const adding = store.transaction(subscriberId, (tx) =>
          tx.addToOpenPackets([{ key, cells: [], shares: [] }]),
        )
        await expect(adding).rejects.toThrow(NotStored)
        const sealing = store.transaction(subscriberId, (tx) =>
          tx.sealPackets([seal({ ...other, key }, [sampleCell()], [])], time),
        )
        await expect(sealing).rejects.toThrow(NotStored)
      }
    })

    it('take cells of any length', async () => {
      const { store, packet, recordId, subscriberId } = await opened()
      const taxRateIds = Array.from({ length: 100 }, (_, index) => digest(String(index))).toSorted()
      const cell = sampleCell({ taxRateIds })
      await store.transaction(subscriberId, async (tx) => {
        await tx.addToOpenPackets([{ key: packet.key, cells: [cell], shares: [] }])
        expect(await tx.openPacketContents(recordId, 1)).toMatchObject([{ cells: [cell] }])
      })
    })
  })
})
