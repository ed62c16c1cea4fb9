import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { linkedSubscriber } from './samples.test-support.js'

describe('grants', () => {
  onEachDatabase((fixture) => {
    it('are replaced only by the next version of what is stored', async () => {
      const id = randomUUID()
      const { subscriberId } = await linkedSubscriber(fixture().store)
      await fixture().store.transaction(subscriberId, async (tx) => {
        await tx.createGrant({ id, sealed: 'one', version: 1 })
        expect(await tx.claimGrant({ id, version: 2 }, 'me', 1000)).toBe(false)
        expect(await tx.claimGrant({ id, version: 1 }, 'me', 1000)).toBe(true)
        expect(await tx.claimGrant({ id, version: 1 }, 'other', 1000)).toBe(false)
        expect(await tx.replaceGrant({ id, sealed: 'three', version: 3 }, 'me')).toBe(false)
        expect(await tx.replaceGrant({ id, sealed: 'two', version: 2 }, 'me')).toBe(true)
        expect(await tx.replaceGrant({ id, sealed: 'another two', version: 2 }, 'me')).toBe(false)
        expect(await tx.grant(id)).toEqual({ id, sealed: 'two', version: 2 })
        await tx.removeGrant(id)
        expect(await tx.grant(id)).toBeUndefined()
        expect(await tx.replaceGrant({ id, sealed: 'three', version: 3 }, 'me')).toBe(false)
      })
    })

    it('are listed for their subscriber alone', async () => {
      const { store } = fixture()
      const [first, second] = [await linkedSubscriber(store), await linkedSubscriber(store)]
      const ids = [randomUUID(), randomUUID()].toSorted()
      await store.transaction(first.subscriberId, async (tx) => {
        for (const id of ids.toReversed()) await tx.createGrant({ id, sealed: `sealed ${id}`, version: 1 })
        expect(await tx.grants()).toEqual(ids.map((id) => ({ id, sealed: `sealed ${id}`, version: 1 })))
      })
      expect(await store.transaction(second.subscriberId, (tx) => tx.grants())).toEqual([])
    })

    it('are found subscriber by subscriber', async () => {
      const { store } = fixture()
      const known = [await linkedSubscriber(store), await linkedSubscriber(store)].map(
        (each) => each.subscriberId,
      )
      const found: string[] = []
      for (let after: string | null = null; ; after = found.at(-1) ?? null) {
        const page: readonly string[] = await store.acrossSubscribers((tx) =>
          tx.subscribersWithIntegrations(after, 1),
        )
        if (page.length === 0) break
        found.push(...page)
      }
      expect(found).toEqual([...new Set(found)].toSorted())
      expect(found).toEqual(expect.arrayContaining(known))
    })

    it('are claimed until the claim lapses, is given back or has served', async () => {
      const { store } = fixture()
      const id = randomUUID()
      const { subscriberId } = await linkedSubscriber(store)
      await store.transaction(subscriberId, async (tx) => {
        await tx.createGrant({ id, sealed: 'one', version: 1 })
        const claim = (claimant: string, milliseconds: number, version = 1) =>
          tx.claimGrant({ id, version }, claimant, milliseconds)
        expect(await claim('first', 0)).toBe(true)
        // It has lapsed, and whoever takes it next has it alone.
        expect(await claim('second', 60_000)).toBe(true)
        expect(await claim('first', 60_000)).toBe(false)
        expect(await tx.replaceGrant({ id, sealed: 'stale', version: 2 }, 'first')).toBe(false)
        await tx.releaseGrant(id, 'first')
        expect(await claim('third', 60_000)).toBe(false)
        await tx.releaseGrant(id, 'second')
        expect(await tx.replaceGrant({ id, sealed: 'late', version: 2 }, 'second')).toBe(false)
        expect(await claim('third', 0)).toBe(true)
        // What it brought counts although it has lapsed, as long as nobody has taken it since.
        expect(await tx.replaceGrant({ id, sealed: 'two', version: 2 }, 'third')).toBe(true)
        expect(await claim('fourth', 60_000)).toBe(false)
        expect(await claim('fourth', 60_000, 2)).toBe(true)
      })
    })

    it('are forgotten by the integrations that use them when they are removed', async () => {
      const { store } = fixture()
      const grantId = randomUUID()
      const { subscriberId, integrationId } = await linkedSubscriber(store)
      await store.transaction(subscriberId, async (tx) => {
        await tx.createGrant({ id: grantId, sealed: 'one', version: 1 })
        await tx.updateIntegration(integrationId, { grantId })
        expect((await tx.integrationById(integrationId))?.grantId).toBe(grantId)
        await tx.removeGrant(grantId)
        expect((await tx.integrationById(integrationId))?.grantId).toBeNull()
      })
    })
  })

  onServer((fixture) => {
    it('are claimed by one of fifty', async () => {
      const { store } = fixture()
      const { subscriberId } = await linkedSubscriber(store)
      const id = randomUUID()
      await store.transaction(subscriberId, (tx) => tx.createGrant({ id, sealed: 'one', version: 1 }))
      const claimed = await Promise.all(
        Array.from({ length: 50 }, (_, worker) =>
          store.transaction(subscriberId, (tx) => tx.claimGrant({ id, version: 1 }, `${worker}`, 60_000)),
        ),
      )
      expect(claimed.filter(Boolean)).toHaveLength(1)
    })

    it('go to one of many who refresh at once', async () => {
      const { store } = fixture()
      const { subscriberId } = await linkedSubscriber(store)
      const id = randomUUID()
      await store.transaction(subscriberId, (tx) => tx.createGrant({ id, sealed: 'one', version: 1 }))
      const replaced = await Promise.all(
        Array.from({ length: 50 }, (_, worker) =>
          store.transaction(subscriberId, async (tx) => {
            const claimant = String(worker)
            if (!(await tx.claimGrant({ id, version: 1 }, claimant, 60_000))) return false
            return tx.replaceGrant({ id, sealed: claimant, version: 2 }, claimant)
          }),
        ),
      )
      expect(replaced.filter(Boolean)).toHaveLength(1)
      const kept = await store.transaction(subscriberId, (tx) => tx.grant(id))
      expect(kept).toEqual({ id, sealed: String(replaced.indexOf(true)), version: 2 })
    })
  })
})
