import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../transactions/in-transaction.js'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { rateStore } from './rates.js'

const day = 86_400_000
/** A turn every quarter of an hour: what the test itself takes makes no difference. */
const slow = { count: 100, span: day, burst: 4 }
const interval = day / 96

describe('turns at integrators', () => {
  onEachDatabase((fixture) => {
    const take = (keys: readonly string[], longestWait = Infinity) =>
      fixture().store.acrossSubscribers((tx) =>
        tx.takeTurn(
          keys.map((key) => ({ key, ...slow })),
          longestWait === Infinity ? 10 * day : longestWait,
        ),
      )

    it('come at once for a burst, then one by one, and are not taken when they come too late', async () => {
      const key = randomUUID()
      for (let call = 0; call < slow.burst; call += 1)
        expect(await take([key])).toEqual({ isTaken: true, wait: 0 })
      const refused = await take([key], interval / 2)
      expect(refused.isTaken).toBe(false)
      const next = await take([key])
      expect(next.isTaken).toBe(true)
      expect(next.wait).toBeLessThanOrEqual(refused.wait)
      expect(next.wait).toBeGreaterThan(interval / 2)
    })

    it('are taken in every bucket or in none', async () => {
      const [full, free] = [randomUUID(), randomUUID()]
      for (let call = 0; call < slow.burst; call += 1) await take([full])
      expect(await take([free, full], 0)).toMatchObject({ isTaken: false })
      for (let call = 0; call < slow.burst; call += 1)
        expect(await take([free], 0)).toMatchObject({ isTaken: true })
    })

    it('wait for the end of the longest pause', async () => {
      const { store } = fixture()
      const key = randomUUID()
      await store.acrossSubscribers((tx) => tx.pauseBucket(key, day))
      await store.acrossSubscribers((tx) => tx.pauseBucket(key, 1000))
      const { isTaken, wait } = await take([key], 2000)
      expect(isTaken).toBe(false)
      expect(wait).toBeGreaterThan(day / 2)
    })
  })

  onServer((fixture) => {
    it('of many sessions at once never exceed the limit in any span, and none is lost', async () => {
      const { database } = fixture()
      const app = { key: `a ${randomUUID()}`, count: 1_000_000, span: day, burst: 1000 }
      const bucket = { key: `b ${randomUUID()}`, ...slow }
      /** When the call may be made, by the database's clock: between these two. */
      const turns: { readonly earliest: number; readonly latest: number; readonly wait: number }[] = []
      const session = async (buckets: readonly (typeof app)[]) => {
        for (let call = 0; call < 25; call += 1) {
          turns.push(
            await inTransaction(database, async (tx) => {
              const timeOf = async () => {
                const { rows } = await sql<{ now: number }>`
                  select extract(epoch from clock_timestamp())::float8 * 1000 as now`.execute(tx)
                return rows[0]?.now ?? Number.NaN
              }
              const before = await timeOf()
              const { isTaken, wait } = await rateStore(tx).takeTurn(buckets, 10 * day)
              expect(isTaken).toBe(true)
              return { earliest: before + wait, latest: (await timeOf()) + wait, wait }
            }),
          )
        }
      }
      // In either order: nobody waits for each other for ever.
      await Promise.all(
        Array.from({ length: 8 }, (_, index) => session(index % 2 === 0 ? [app, bucket] : [bucket, app])),
      )
      const sorted = turns.toSorted((a, b) => a.wait - b.wait)
      const spans = sorted
        .slice(slow.count)
        .map(({ earliest }, index) => earliest - (sorted[index]?.latest ?? 0))
      expect(Math.min(...spans)).toBeGreaterThanOrEqual(slow.span)
      expect(sorted).toHaveLength(200)
      expect(sorted.at(-1)?.wait).toBeGreaterThan((200 - slow.burst - 1) * interval)
      expect(sorted.at(-1)?.wait).toBeLessThanOrEqual((200 - slow.burst) * interval + 1)
    })
  })
})
