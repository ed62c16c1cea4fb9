import { fc, test } from '@fast-check/vitest'
import { formatAmount } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { amountOfWire, amountToWire, decimalOfWire } from './amounts.js'
import { dateOfWire, dateToWire } from './dates.js'
import { booleanMember, idMember, relatedMember } from './members.js'

const seed = 20_260_102

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('an amount on the wire', () => {
  test.prop([fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.constantFrom(0, 2, 3)], { seed })(
    'is the same when it is read back',
    (amount, digits) => {
      const wire = throughJson(amountToWire(amount, digits))
      expect(amountOfWire(wire, digits)).toBe(amount)
      expect(decimalOfWire(wire)).toBe(formatAmount(amount, digits))
    },
  )

  it.each([
    ['0', 0n],
    ['0E-2', 0n],
    ['0.00', 0n],
    ['-12.5', -1250n],
    ['1E+3', 100_000n],
    ['1.2345E+4', 1_234_500n],
    ['12.3400', 1234n],
  ])('as Python prints it is read: %s', (decimal, amount) => {
    expect(amountOfWire({ __class__: 'Decimal', decimal }, 2)).toBe(amount)
  })

  it.each([
    12.5,
    '12.50',
    null,
    undefined,
    { decimal: '12.50' },
    { __class__: 'Decimal', decimal: 12.5 },
    { __class__: 'Decimal', decimal: 'NaN' },
    { __class__: 'Decimal', decimal: 'Infinity' },
    { __class__: 'Decimal', decimal: '1E+400' },
    { __class__: 'Decimal', decimal: '0.001' },
    { __class__: 'float', decimal: '1.00' },
  ])('that is anything else is no amount: %j', (value) => {
    expect(amountOfWire(value, 2)).toBeUndefined()
  })
})

describe('a date on the wire', () => {
  test.prop([fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })], {
    seed,
  })('is the same when it is read back', (date) => {
    const text = date.toISOString().slice(0, 10)
    expect(dateOfWire(throughJson(dateToWire(text)))).toBe(text)
  })

  it.each([
    '2026-01-15',
    null,
    { __class__: 'date', year: 2026, month: 13, day: 1 },
    { __class__: 'date', year: 2026, month: 2, day: 29 },
    { __class__: 'date', year: 2026, month: 1 },
    { __class__: 'datetime', year: 2026, month: 1, day: 1 },
  ])('that is anything else is no date: %j', (value) => {
    expect(dateOfWire(value)).toBeUndefined()
  })

  it.each(['2026-02-29', '2026-1-1', ''])('is not made of %j', (text) => {
    expect(() => dateToWire(text)).toThrow(RangeError)
  })
})

describe('members of a record', () => {
  it('are booleans on every database', () => {
    const record = { yes: true, one: 1, no: false, zero: 0, none: null, text: 'true', two: 2 }
    expect(Object.keys(record).map((name) => booleanMember(record, name))).toEqual([
      true,
      true,
      false,
      false,
      false,
      undefined,
      undefined,
    ])
  })

  it('are ids only if they are whole numbers above zero', () => {
    const record = { id: 7, zero: 0, half: 1.5, text: '7', none: null }
    expect(Object.keys(record).map((name) => idMember(record, name))).toEqual([
      7,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('lead to related records, or nowhere', () => {
    expect(relatedMember({ 'type.': { name: 'Cash' } }, 'type')).toEqual({ name: 'Cash' })
    expect(relatedMember({ 'type.': null }, 'type')).toBeUndefined()
  })
})
