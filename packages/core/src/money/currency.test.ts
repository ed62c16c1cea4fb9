import { describe, expect, it } from 'vitest'
import { isCurrencyCode, minorUnitDigits } from './currency.js'

describe('minorUnitDigits', () => {
  it.each([
    ['EUR', 2],
    ['USD', 2],
    ['MGA', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['UGX', 0],
    ['KWD', 3],
    ['TND', 3],
    ['IQD', 3],
    ['CLF', 4],
  ])('of %s is %s', (currency, digits) => expect(minorUnitDigits(currency)).toBe(digits))
})

it.each(['EUR', 'XXX'])('%s has the form of a currency code', (text) =>
  expect(isCurrencyCode(text)).toBe(true),
)

it.each(['', 'EU', 'EURO', 'eur', 'E1R', ' EUR', 'EUR\n', 'ÉUR'])('%j has not', (text) => {
  expect(isCurrencyCode(text)).toBe(false)
})
