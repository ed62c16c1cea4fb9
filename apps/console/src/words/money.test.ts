import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { digitsOf, formatMoney, fromMinor, percentOf, toMinor } from './money.js'

const currency = fc.constantFrom('USD', 'JPY', 'KWD')
const minor = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })

describe('money', () => {
  test.prop([minor, currency])('goes to text and back without losing a digit', (amount, code) => {
    expect(toMinor(fromMinor(amount, code), code)).toBe(amount)
  })

  test.prop([minor, currency])('is written with all its digits, however many there are', (amount, code) => {
    const digits = formatMoney(fromMinor(amount, code), code, 'en').replaceAll(/\D/g, '')
    expect(BigInt(digits)).toBe(amount < 0n ? -amount : amount)
  })

  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %i decimals', (code, digits) => expect(digitsOf(code)).toBe(digits))

  it.each([
    [10.8, 'USD', 1080n],
    ['10.80', 'USD', 1080n],
    ['10.8000', 'USD', 1080n],
    [-0.05, 'USD', -5n],
    [0, 'JPY', 0n],
    ['1.234', 'KWD', 1234n],
  ])('%s %s is %i minor units', (amount, code, expected) => expect(toMinor(amount, code)).toBe(expected))

  it.each([
    ['10.805', 'USD'],
    ['1.5', 'JPY'],
    ['1e21', 'USD'],
    ['', 'USD'],
    [Number.NaN, 'USD'],
  ])('does not guess what %s %s is', (amount, code) => {
    expect(() => toMinor(amount, code)).toThrow(RangeError)
  })

  it('is written as the reader writes it', () => {
    expect(formatMoney('1234567890123456789.05', 'USD', 'en-US')).toBe('$1,234,567,890,123,456,789.05')
    expect(formatMoney(-3.5, 'EUR', 'de-DE').replaceAll(/\s/g, ' ')).toBe('-3,50 €')
  })
})

describe('a share', () => {
  it('is the whole only when nothing is missing', () => {
    expect([
      percentOf(999_999n, 1_000_000n),
      percentOf(5n, 5n),
      percentOf(0n, 5n),
      percentOf(0n, 0n),
    ]).toEqual([99, 100, 0, null])
  })
})
