import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { formatAmount, readAmount } from './amount.js'
import { sumOf } from './sum.js'

const digits = fc.constantFrom(0, 2, 3, 4)
const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })

describe('an amount of money', () => {
  test.prop([amount, digits], { numRuns: 500 })('is read back as it was written', (minorUnits, decimals) => {
    expect(readAmount(formatAmount(minorUnits, decimals), decimals)).toEqual({ ok: true, amount: minorUnits })
  })

  test.prop([amount, digits, fc.nat({ max: 4 })])(
    'may have zeros beyond its minor unit',
    (minorUnits, decimals, zeros) => {
      const text = formatAmount(minorUnits, decimals)
      const longer = zeros === 0 ? text : `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(zeros)}`
      expect(readAmount(longer, decimals)).toEqual({ ok: true, amount: minorUnits })
    },
  )

  test.prop([fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), digits])(
    'of up to 15 digits may be a JSON number',
    (minorUnits, decimals) => {
      expect(readAmount(JSON.parse(formatAmount(minorUnits, decimals)), decimals)).toEqual({
        ok: true,
        amount: minorUnits,
      })
    },
  )

  test.prop([amount, digits, fc.integer({ min: 1, max: 9 }), fc.nat({ max: 3 })])(
    'with a fraction of a minor unit is refused, never rounded',
    (minorUnits, decimals, digit, zeros) => {
      const text = formatAmount(minorUnits, decimals)
      const finer = `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(zeros)}${digit}`
      expect(readAmount(finer, decimals)).toEqual({
        ok: false,
        problem: expect.stringContaining(
          `has more than ${decimals} decimals; amounts must be whole minor units`,
        ),
      })
    },
  )

  test.prop([fc.array(amount), digits])(
    'adds up to the same as its text, digit by digit',
    (amounts, decimals) => {
      const sum = sumOf(amounts, (each) => each)
      const digitsOnly = amounts.map((each) => BigInt(formatAmount(each, decimals).replace('.', '')))
      expect(sumOf(digitsOnly, (each) => each)).toBe(sum)
    },
  )
})

it.each([
  [0n, 2, '0.00'],
  [5n, 2, '0.05'],
  [-5n, 2, '-0.05'],
  [-1234567n, 2, '-12345.67'],
  [7n, 0, '7'],
  [-1n, 3, '-0.001'],
])('writes %s with %s decimals as %s', (minorUnits, decimals, text) => {
  expect(formatAmount(minorUnits, decimals)).toBe(text)
})

it.each([
  ['10.0000', 2, 1000n],
  ['-0.00', 2, 0n],
  [12.5, 2, 1250n],
  ['1500', 0, 1500n],
  ['0.001', 3, 1n],
])('reads %s with %s decimals as %s', (value, decimals, expected) => {
  expect(readAmount(value, decimals)).toEqual({ ok: true, amount: expected })
})

it.each([[null], [undefined], [true], [[]], ['ten'], [12.345]])('refuses %s', (value) => {
  expect(readAmount(value, 2)).toMatchObject({ ok: false })
})
