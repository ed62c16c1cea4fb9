import { NotStored, type OrderVersion } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { sampleOrder, sampleSubscriber, time } from './samples.test-support.js'

describe('orders', () => {
  onEachDatabase((fixture) => {
    async function subscriber() {
      const { store } = fixture()
      const sample = sampleSubscriber()
      await store.transaction(sample.id, (tx) => tx.saveSubscriber(sample))
      return { store, id: sample.id }
    }

    it('come back as they were saved, in the order of their sequence', async () => {
      const { store, id } = await subscriber()
      const orders = [
        {
          sequence: 2n,
          digest: 'b',
          order: sampleOrder('b', { type: 'Void', purchaser: null, createdTime: time }),
        },
        { sequence: 1n, digest: 'a', order: sampleOrder('a', { orderDate: '2026-03-01T10:30' }) },
        { sequence: 3n, digest: 'c', order: sampleOrder('c') },
      ]
      const range = { after: 0n, through: 10n, limit: 10 }
      const changed = await store.transaction(id, async (tx) => {
        expect(await tx.reserveSequence(id, 4)).toBe(0n)
        await tx.saveOrders(id, orders)
        return tx.changedOrders(id, range)
      })
      const [b, a, c] = orders.map(({ sequence, order }) => ({ sequence, order }))
      expect(changed).toEqual([a, b, c])
      await store.transaction(id, async (tx) => {
        expect(await tx.changedOrders(id, { ...range, after: 1n, through: 2n })).toEqual([b])
        expect(await tx.changedOrders(id, { ...range, limit: 1 })).toEqual([a])
        expect(await tx.lastSequence(id)).toBe(4n)
        expect(await tx.orderVersions(id, ['a', 'nobody'])).toEqual([
          { id: 'a', lastModifiedTime: time, digest: 'a' },
        ] satisfies OrderVersion[])
      })
    })

    it('are replaced by a later revision, which stands at its new place only', async () => {
      const { store, id } = await subscriber()
      await store.transaction(id, async (tx) => {
        await tx.saveOrders(id, [{ sequence: 1n, digest: '1', order: sampleOrder('a') }])
        await tx.saveOrders(id, [{ sequence: 2n, digest: '2', order: sampleOrder('a', { type: 'Void' }) }])
        const changed = await tx.changedOrders(id, { after: 0n, through: 9n, limit: 9 })
        expect(changed).toEqual([{ sequence: 2n, order: sampleOrder('a', { type: 'Void' }) }])
        await tx.saveOrders(id, [])
      })
    })

    it('of one subscriber are not seen by another', async () => {
      const { store, id } = await subscriber()
      const other = await subscriber()
      await store.transaction(id, async (tx) => {
        await tx.saveOrders(id, [{ sequence: 1n, digest: '1', order: sampleOrder('a') }])
        expect(await tx.changedOrders(other.id, { after: 0n, through: 9n, limit: 9 })).toEqual([])
        expect(await tx.orderVersions(other.id, ['a'])).toEqual([])
      })
    })

    it('are known to have been read from each source up to its own moment, which may go back', async () => {
      const { store, id } = await subscriber()
      const later = '2026-03-02T00:00:00.001Z'
      await store.transaction(id, async (tx) => {
        expect(await tx.orderWatermark(id, 'platform')).toBeNull()
        await tx.saveOrderWatermark(id, 'platform', later)
        await tx.saveOrderWatermark(id, 'other', '0001-01-01T00:00:00.000Z')
        expect(await tx.orderWatermark(id, 'platform')).toBe(later)
        await tx.saveOrderWatermark(id, 'platform', time)
        expect(await tx.orderWatermark(id, 'platform')).toBe(time)
        expect(await tx.orderWatermark(id, 'other')).toBe('0001-01-01T00:00:00.000Z')
      })
      await expect(store.transaction(id, (tx) => tx.saveOrderWatermark(id, '', time))).rejects.toThrow(
        'check',
      )
    })

    it('need their subscriber', async () => {
      const { store } = fixture()
      await expect(store.transaction('nobody', (tx) => tx.reserveSequence('nobody', 1))).rejects.toThrow(
        NotStored,
      )
      await expect(
        store.transaction('nobody', (tx) =>
          tx.saveOrders('nobody', [{ sequence: 1n, digest: '1', order: sampleOrder('a') }]),
        ),
      ).rejects.toThrow('foreign key')
    })
  })

  onServer((fixture) => {
    it('become visible in the order of their numbers, though feeds run at once', async () => {
      const { store } = fixture()
      const { id } = sampleSubscriber('feeds')
      await store.transaction(id, (tx) => tx.saveSubscriber(sampleSubscriber(id)))
      const seen: bigint[][] = []
      const feeding = new AbortController()
      const watch = async () => {
        while (!feeding.signal.aborted) {
          const numbers = await store.transaction(id, async (tx) => {
            const through = await tx.lastSequence(id)
            return (await tx.changedOrders(id, { after: 0n, through, limit: 1_000 })).map(
              ({ sequence }) => sequence,
            )
          })
          seen.push(numbers)
        }
      }
      const feed = async (name: string) => {
        for (let round = 0; round < 15; round += 1) {
          await store.transaction(id, async (tx) => {
            const before = await tx.reserveSequence(id, 2)
            await tx.saveOrders(
              id,
              [1n, 2n].map((step) => ({
                sequence: before + step,
                digest: '',
                order: sampleOrder(`${name}-${round}-${step}`),
              })),
            )
          })
        }
      }
      const watching = watch()
      await Promise.all(['a', 'b', 'c', 'd'].map(feed))
      feeding.abort()
      await watching
      expect(await store.transaction(id, (tx) => tx.lastSequence(id))).toBe(120n)
      // A reader who has seen number n has seen every one below: no gap is ever filled behind its back.
      for (const numbers of seen) expect(numbers).toEqual(numbers.map((_, index) => BigInt(index) + 1n))
      expect(seen.length).toBeGreaterThan(1)
    })
  })
})
