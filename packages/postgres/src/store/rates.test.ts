import { randomUUID } from 'node:crypto'
import { fc } from '@fast-check/vitest'
import type { RateBucket } from '@ledgerpost/engine'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'

/** So long that what passes while a test runs is nothing beside it; in milliseconds. */
const span = 1_000_000_000

const sampleBucket = (change: Partial<RateBucket> = {}): RateBucket => ({
  key: randomUUID(),
  count: 10,
  span,
  burst: 4,
  ...change,
})

describe('turns', () => {
  onEachDatabase((fixture) => {
    const take = (buckets: readonly RateBucket[], longestWait = Infinity) =>
      fixture().store.acrossSubscribers((tx) => tx.takeTurn(buckets, longestWait))

    it('are at once as many as the burst, and then as far apart as the span asks for', async () => {
      const bucket = sampleBucket()
      const waits: number[] = []
      for (let turn = 0; turn < 6; turn += 1) waits.push((await take([bucket])).wait)
      expect(waits.map((wait) => Math.round((wait * 60) / span))).toEqual([0, 0, 0, 0, 10, 20])
    })

    it('that are refused are not taken', async () => {
      const bucket = sampleBucket({ burst: 1 })
      expect(await take([bucket], 0)).toEqual({ isTaken: true, wait: 0 })
      const refused = [await take([bucket], 0), await take([bucket], 1000), await take([bucket], 1000)]
      expect(refused.map(({ isTaken }) => isTaken)).toEqual([false, false, false])
      const { isTaken, wait } = await take([bucket])
      expect(isTaken).toBe(true)
      expect(Math.round((wait * 9) / span)).toBe(1)
    })

    it('are taken in all buckets or in none', async () => {
      const wide = sampleBucket({ burst: 2 })
      const narrow = sampleBucket({ burst: 1 })
      expect(await take([], 0)).toEqual({ isTaken: true, wait: 0 })
      expect(await take([wide, narrow], 0)).toMatchObject({ isTaken: true })
      for (let time = 0; time < 3; time += 1)
        expect(await take([wide, narrow], 0)).toMatchObject({ isTaken: false })
      expect(await take([wide], 0)).toMatchObject({ isTaken: true })
      expect(await take([wide], 0)).toMatchObject({ isTaken: false })
    })

    it('wait for the end of a pause, also of a bucket that nobody used', async () => {
      const bucket = sampleBucket()
      const pause = (milliseconds: number) =>
        fixture().store.acrossSubscribers((tx) => tx.pauseBucket(bucket.key, milliseconds))
      await pause(span)
      // A shorter one does not end it.
      await pause(0)
      expect(await take([bucket], 0)).toMatchObject({ isTaken: false })
      const { isTaken, wait } = await take([bucket])
      expect(isTaken).toBe(true)
      expect(Math.round((wait * 60) / span)).toBe(60)
    })

    it('are never more in a span than the count', async () => {
      const { database } = fixture()
      const buckets = fc
        .record({ count: fc.integer({ min: 2, max: 6 }), burst: fc.integer({ min: 1, max: 5 }) })
        .filter(({ count, burst }) => burst < count)
      /** A turn that may wait so long, or time that passes; in hundredths of the span. */
      const steps = fc.array(
        fc.record({ isTurn: fc.boolean(), hundredths: fc.integer({ min: 0, max: 150 }) }),
        { minLength: 10, maxLength: 25, size: 'max' },
      )
      await fc.assert(
        fc.asyncProperty(buckets, steps, async (limits, all) => {
          const bucket = sampleBucket(limits)
          let now = 0
          const turns: number[] = []
          for (const { isTurn, hundredths } of all) {
            const milliseconds = (hundredths * span) / 100
            if (isTurn) {
              const { isTaken, wait } = await take([bucket], milliseconds)
              if (isTaken) turns.push(now + wait)
            } else {
              now += milliseconds
              await sql`
                update rate_bucket set due_at = due_at - ${milliseconds}::float8 * interval '1 millisecond'
                where key = ${bucket.key}`.execute(database.kysely)
            }
          }
          // The time that passed meanwhile is less than a thousandth.
          for (const start of turns) {
            const within = turns.filter((turn) => turn >= start && turn < start + 0.999 * span)
            expect(within.length).toBeLessThanOrEqual(bucket.count)
          }
        }),
        { numRuns: 10 },
      )
    })
  })

  onServer((fixture) => {
    it('are shared by all that take them at once', async () => {
      const bucket = sampleBucket()
      const other = sampleBucket({ burst: 9 })
      // In any order of the buckets, which must not make them wait for each other.
      const taken = await Promise.all(
        Array.from({ length: 40 }, (_, worker) =>
          fixture().store.acrossSubscribers((tx) =>
            tx.takeTurn(worker % 2 === 0 ? [bucket, other] : [other, bucket], 0),
          ),
        ),
      )
      expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(bucket.burst)
    })
  })
})
