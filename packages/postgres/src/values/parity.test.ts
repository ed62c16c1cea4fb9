import { fc } from '@fast-check/vitest'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../test/support.js'
import type { Database } from '../database.js'
import { openTestDatabase } from '../testing/index.js'
import { jsonb } from './jsonb.js'

describe.each(kinds)('values of the %s database', (kind) => {
  let database: Database

  beforeAll(async () => {
    database = await openTestDatabase({ kind })
  })

  afterAll(() => database.close())

  async function read(expression: RawBuilder<unknown>): Promise<unknown> {
    const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(database.kysely)
    return rows[0]?.value
  }

  it.each<readonly [what: string, expression: RawBuilder<unknown>, value: unknown]>([
    ['int8', sql`9223372036854775807::int8`, 9_223_372_036_854_775_807n],
    ['a small int8', sql`5::int8`, 5n],
    ['count', sql`(select count(*) from (values (1), (2)) as rows)`, 2n],
    ['the sum of int4', sql`(select sum(n) from (values (1), (2)) as rows (n))`, 3n],
    ['the sum of int8', sql`(select sum(n::int8) from (values (1), (2)) as rows (n))`, '3'],
    ['int4', sql`-7::int4`, -7],
    ['float8', sql`0.5::float8`, 0.5],
    ['numeric', sql`12345678901234567890.123400::numeric`, '12345678901234567890.123400'],
    ['text', sql`'Ä'::text`, 'Ä'],
    ['bool', sql`true`, true],
    ['null', sql`null::int8`, null],
    ['uuid', sql`'0190f8a0-0000-7000-8000-000000000000'::uuid`, '0190f8a0-0000-7000-8000-000000000000'],
    ['date', sql`'2026-03-29'::date`, '2026-03-29'],
    ['a very old date', sql`'0044-03-15'::date`, '0044-03-15'],
    ['timestamp', sql`'2026-03-29 02:30:00.5'::timestamp`, '2026-03-29 02:30:00.5'],
    ['timestamptz', sql`'2026-03-29T01:30:00.25+02:00'::timestamptz`, '2026-03-28T23:30:00.250Z'],
    [
      'timestamptz to the microsecond',
      sql`'2026-03-29T00:00:00.000001Z'::timestamptz`,
      '2026-03-29T00:00:00.000001Z',
    ],
    ['interval', sql`'1 day 02:03:04'::interval`, '1 day 02:03:04'],
    ['bytea', sql`'\\x00ff10'::bytea`, Uint8Array.of(0, 255, 16)],
    ['jsonb', sql`'{"a": [1, null, "x"]}'::jsonb`, { a: [1, null, 'x'] }],
    ['int8[]', sql`array[1, null, 9007199254740993]::int8[]`, [1n, null, 9_007_199_254_740_993n]],
    ['numeric[]', sql`array[1.10, 2]::numeric[]`, ['1.10', '2']],
    ['date[]', sql`array['2026-01-01']::date[]`, ['2026-01-01']],
    ['timestamptz[]', sql`array['2026-01-01T00:00:00Z']::timestamptz[]`, ['2026-01-01T00:00:00.000Z']],
    ['text[]', sql`array['a,b', 'c"d', '', 'NULL']`, ['a,b', 'c"d', '', 'NULL']],
    [
      'text[][]',
      sql`array[['a', 'b'], ['c', 'd']]`,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['int4[]', sql`'{}'::int4[]`, []],
  ])('reads %s', async (_what, expression, value) => {
    expect(await read(expression)).toStrictEqual(value)
  })

  it.each<readonly [what: string, expression: RawBuilder<unknown>, value: unknown]>([
    ['bigint as int8', sql`${-(2n ** 63n)}::int8`, -(2n ** 63n)],
    ['text as int8', sql`${'17'}::int8`, 17n],
    ['text as date', sql`${'2026-10-25'}::date`, '2026-10-25'],
    ['text as timestamptz', sql`${'2026-10-25T01:02:03.004Z'}::timestamptz`, '2026-10-25T01:02:03.004Z'],
    ['text as numeric', sql`${'0.10'}::numeric`, '0.10'],
    ['bytes as bytea', sql`${Uint8Array.of(1, 2, 254)}::bytea`, Uint8Array.of(1, 2, 254)],
    ['bigints as int8[]', sql`${[1n, 2n ** 62n]}::int8[]`, [1n, 2n ** 62n]],
    ['texts as text[]', sql`${['a', '{"}', '\\', '']}::text[]`, ['a', '{"}', '\\', '']],
    ['nulls in text[]', sql`${['a', null]}::text[]`, ['a', null]],
    ['an array as jsonb', jsonb([1, { a: 'x' }]), [1, { a: 'x' }]],
    ['a text as jsonb', jsonb('x'), 'x'],
    ['null as jsonb', jsonb(null), null],
  ])('writes %s', async (_what, expression, value) => {
    expect(await read(expression)).toStrictEqual(value)
  })

  it('gives back every amount', async () => {
    const amounts = fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))
    await fc.assert(
      fc.asyncProperty(amounts, async (amount) => {
        expect(await read(sql`${amount}::int8[]`)).toStrictEqual(amount)
      }),
    )
  })

  it('gives back every moment', async () => {
    const moments = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const text = moment.toISOString()
        expect(await read(sql`${text}::timestamptz`)).toBe(text)
      }),
    )
  })

  it('refuses a moment that has no place in the calendar', async () => {
    await expect(read(sql`'infinity'::timestamptz`)).rejects.toThrow('"infinity" is not a moment')
    expect(await read(sql`1`)).toBe(1)
  })

  it('reads a wall clock in no other time zone than UTC', async () => {
    expect(await read(sql`'2026-07-01'::timestamp::timestamptz`)).toBe('2026-07-01T00:00:00.000Z')
  })

  it('finds the tables of the one schema by their names alone', async () => {
    expect(await read(sql`current_schema()`)).toBe('ledgerpost')
  })
})
