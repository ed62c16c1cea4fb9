import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { ODataRequestError } from '../request-error.js'
import { type SortTerm } from '../sql/order.js'
import { sql } from '../sql/sql.js'
import { readSkiptoken, writeSkiptoken } from './skiptoken.js'

const term = (type: SortTerm['type'], isNullable = false): SortTerm => ({
  name: 'A',
  value: sql`a`,
  type,
  direction: 'asc',
  isNullable,
})
const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0'))

test.prop([text, fc.option(fc.maxSafeInteger())])('a token is read back as it was written', (one, other) => {
  const terms = [term('Edm.String'), term('Edm.Int64', true)]
  const key = [one, other === null ? null : `${other}`]
  const token = writeSkiptoken(terms, key)
  expect(token).toMatch(/^[\w-]+$/)
  expect(readSkiptoken(terms, token)).toEqual(key)
  expect(() => readSkiptoken([...terms, term('Edm.Guid')], token)).toThrow(ODataRequestError)
  expect(() => readSkiptoken(terms.toReversed(), token)).toThrow(ODataRequestError)
})

it.each<[SortTerm, string | null]>([
  [term('Edm.Int32'), '2147483648'],
  [term('Edm.Date'), '0000-01-01'],
  [term('Edm.Guid'), 'x'],
  [term('Edm.String'), '\0'],
  [term('Edm.String'), null],
])('one that the database could not take is refused, however well it is made', (bad, key) => {
  expect(() => readSkiptoken([bad], writeSkiptoken([bad], [key]))).toThrow(ODataRequestError)
})

test.prop([
  fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.json().map((each) => Buffer.from(each).toString('base64url')),
  ),
])('any other text is refused', (token) => {
  expect(() => readSkiptoken([term('Edm.String')], token)).toThrow(ODataRequestError)
})
