import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Fixture, onEachDatabase } from '../store/on-each-database.test-support.js'
import { createIdempotencyStore } from './create-idempotency-store.js'
import type { IdempotencyKey, KeptAnswer } from './idempotency-store.js'
import { inScopeOf } from '../transactions/scope.js'

const hour = 3_600_000
const times = { keep: 24 * hour, claim: 60_000 }

const answer: KeptAnswer = {
  status: 202,
  headers: { location: 'https://a.example/1', 'content-type': 'application/json' },
  body: Uint8Array.from([0, 255, 123, 10]),
}

const newKey = (): IdempotencyKey => ({
  subscriberId: `subscriber ${randomUUID()}`,
  caller: 'caller',
  key: randomUUID(),
})

describe('idempotency keys', () => {
  onEachDatabase((fixture) => {
    const store = () => createIdempotencyStore(fixture().database, times)
    const claim = (key: IdempotencyKey, name = 'one', request = 'request') =>
      store().claim(key, request, name)

    it('are claimed once, in use until they are answered, and answered from then on', async () => {
      const key = newKey()
      expect(await claim(key)).toEqual({ kind: 'claimed' })
      expect(await claim(key, 'two')).toEqual({ kind: 'in-use' })
      expect(await store().keep(key, 'one', answer)).toBe(true)
      expect(await claim(key, 'three')).toEqual({ kind: 'answered', answer })
      expect(await store().keep(key, 'one', { ...answer, status: 400 })).toBe(false)
      expect(await claim(key, 'four')).toEqual({ kind: 'answered', answer })
    })

    it('stand for one request, answered or not', async () => {
      const key = newKey()
      await claim(key)
      expect(await claim(key, 'two', 'other')).toEqual({ kind: 'reused' })
      await store().keep(key, 'one', answer)
      expect(await claim(key, 'two', 'other')).toEqual({ kind: 'reused' })
    })

    it('may be the same of another caller or for another subscriber', async () => {
      const key = newKey()
      await claim(key)
      for (const other of [
        { ...key, caller: 'another' },
        { ...key, subscriberId: newKey().subscriberId },
        { ...key, key: `${key.key}.` },
      ]) {
        expect(await claim(other, 'two', 'other')).toEqual({ kind: 'claimed' })
      }
    })

    it('are free again once they are freed, by who holds them alone', async () => {
      const key = newKey()
      await claim(key)
      await store().free(key, 'two')
      expect(await claim(key, 'two')).toEqual({ kind: 'in-use' })
      await store().free(key, 'one')
      expect(await claim(key, 'two', 'other')).toEqual({ kind: 'claimed' })
      await store().keep(key, 'two', answer)
      await store().free(key, 'two')
      expect(await claim(key, 'three', 'other')).toMatchObject({ kind: 'answered' })
    })

    it('of a process that died go to the next with the same request, and to no other', async () => {
      const key = newKey()
      await claim(key)
      await pass(fixture(), key, times.claim - 5000)
      expect(await claim(key, 'two')).toEqual({ kind: 'in-use' })
      await pass(fixture(), key, 5000)
      expect(await claim(key, 'two', 'other')).toEqual({ kind: 'reused' })
      expect(await claim(key, 'two')).toEqual({ kind: 'claimed' })
      expect(await store().prolong(key, 'one')).toBe(false)
      expect(await store().keep(key, 'one', answer)).toBe(false)
      await store().free(key, 'one')
      expect(await claim(key, 'three')).toEqual({ kind: 'in-use' })
    })

    it('stay with who prolongs the claim', async () => {
      const key = newKey()
      await claim(key)
      await pass(fixture(), key, times.claim - 5000)
      expect(await store().prolong(key, 'one')).toBe(true)
      await pass(fixture(), key, times.claim - 5000)
      expect(await claim(key, 'two')).toEqual({ kind: 'in-use' })
    })

    it('are forgotten after a day, by and by', async () => {
      const key = newKey()
      const others = Array.from({ length: 250 }, (_, index) => ({ ...key, key: `old ${index}` }))
      for (const other of others) await claim(other)
      await claim(key)
      await store().keep(key, 'one', answer)
      await pass(fixture(), key, times.keep - 3_600_000)
      expect(await claim(key, 'two')).toMatchObject({ kind: 'answered' })
      await pass(fixture(), key, 3_600_000)
      expect(await claim(key, 'two', 'other')).toEqual({ kind: 'claimed' })
      expect(await countOf(fixture(), key)).toBe(151)
      const foreign = newKey()
      await claim(foreign)
      await claim({ ...key, key: 'another' })
      await claim({ ...key, key: 'one more' })
      expect(await countOf(fixture(), key)).toBe(3)
    })

    it('go to one of many who claim them at once', async () => {
      const key = newKey()
      const claims = await Promise.all(Array.from({ length: 20 }, (_, each) => claim(key, String(each))))
      expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1)
      expect(claims.filter(({ kind }) => kind === 'in-use')).toHaveLength(19)
    })

    it('are claimed and freed by many at once without two that hold one', async () => {
      const key = newKey()
      let holders = 0
      let turns = 0
      async function takeTurns(name: string): Promise<void> {
        for (let each = 0; each < 10; each += 1) {
          const own = `${name} ${each}`
          if ((await claim(key, own)).kind !== 'claimed') continue
          holders += 1
          expect(holders).toBe(1)
          turns += 1
          holders -= 1
          await store().free(key, own)
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, each) => takeTurns(String(each))))
      expect(turns).toBeGreaterThan(0)
    })
  })
})

/** As if so many milliseconds had passed for the keys of a subscriber. */
async function pass({ database }: Fixture, { subscriberId }: IdempotencyKey, milliseconds: number) {
  await inScopeOf(database, subscriberId, (tx) =>
    sql`
      update idempotency_key set
        first_used = first_used - ${milliseconds}::float8 * interval '1 millisecond',
        claimed_until = claimed_until - ${milliseconds}::float8 * interval '1 millisecond'
    `.execute(tx),
  )
}

async function countOf({ database }: Fixture, { subscriberId }: IdempotencyKey): Promise<number> {
  const rows = await inScopeOf(database, subscriberId, (tx) =>
    tx.selectFrom('idempotency_key').select('key').execute(),
  )
  return rows.length
}
