import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { exactDecimal } from './exact-decimal.js'

describe('exactDecimal', () => {
  test.prop([fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })])('reads back what was written', (cents) => {
    const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
    const text = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
    expect(exactDecimal(text, 2)).toBe(cents)
    expect(exactDecimal(Number(text), 2)).toBe(cents)
  })

  it.each([
    ['10.0000', 1000n],
    ['7', 700n],
    [0.1, 10n],
    ['-0.05', -5n],
    ['1.005', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['1,00', undefined],
    [1e21, undefined],
    [1234567890123456, undefined],
    [null, undefined],
  ])('reads %s as %s', (value, expected) => {
    expect(exactDecimal(value, 2)).toBe(expected)
  })

  it('knows currencies without and with three decimals', () => {
    expect(exactDecimal('1500', 0)).toBe(1500n)
    expect(exactDecimal('1.5', 0)).toBeUndefined()
    expect(exactDecimal('1.5', 3)).toBe(1500n)
  })
})
