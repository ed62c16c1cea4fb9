import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { asNumber, hundredthsOf, taxOn } from './hundredths.js'

describe('hundredths', () => {
  test.prop([fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })])('survive JSON', (amount) => {
    expect(hundredthsOf(JSON.parse(JSON.stringify(asNumber(amount))))).toBe(amount)
  })

  it.each([
    [1.005, 101n],
    [-1.005, -101n],
    ['2.344', 234n],
    [7, 700n],
    ['x', undefined],
    [Number.NaN, undefined],
  ])('reads %j', (value, amount) => {
    expect(hundredthsOf(value)).toBe(amount)
  })

  it.each([
    [1000n, 8.5906, false, 86n],
    [-1000n, 8.5906, false, -86n],
    [1250n, 10, false, 125n],
    [5n, 10, false, 1n],
    [1100n, 10, true, 100n],
    [-1100n, 10, true, -100n],
  ])('tax on %s at %s %% (included: %s) is %s', (amount, percent, isIncluded, tax) => {
    expect(taxOn(amount, percent, isIncluded)).toBe(tax)
  })
})
