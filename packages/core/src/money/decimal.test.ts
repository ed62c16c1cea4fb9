import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { readDecimal } from './decimal.js'

/** Up to 15 significant digits with the point anywhere among them or before them, as a sender would write them. */
const written = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }), fc.nat({ max: 20 }))
  .map(([isNegative, digits, decimals]) => {
    const text = digits.toString().padStart(decimals + 1, '0')
    const point = text.length - decimals
    const fraction = text.slice(point).replace(/0+$/, '')
    return `${isNegative ? '-' : ''}${text.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`
  })

describe('a decimal as text', () => {
  test.prop([fc.stringMatching(/^-?(0|[1-9]\d{0,15})(\.\d{1,15})?$/)])('is kept as it is', (text) => {
    expect(readDecimal(text)).toEqual({ ok: true, text })
  })

  test.prop([fc.nat({ max: 5 }), fc.stringMatching(/^(0|[1-9]\d{0,5})(\.\d{1,5})?$/)])(
    'loses leading zeros only',
    (zeros, text) => {
      expect(readDecimal('0'.repeat(zeros) + text)).toEqual({ ok: true, text })
      expect(readDecimal(`-${'0'.repeat(zeros)}${text}`)).toEqual({ ok: true, text: `-${text}` })
    },
  )

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '.5',
    '5.',
    '1,5',
    '1e3',
    '0x10',
    '--1',
    '1.2.3',
    '٣',
    'NaN',
    'Infinity',
    '1_000',
    '1\n',
  ])('is refused as %j', (text) =>
    expect(readDecimal(text)).toMatchObject({ ok: false, problem: expect.stringContaining('not a decimal') }),
  )

  it('is refused beyond 40 characters, without repeating them', () => {
    expect(readDecimal('1'.repeat(40))).toMatchObject({ ok: true })
    expect(readDecimal('1'.repeat(41))).toEqual({ ok: false, problem: 'has more than 40 characters' })
  })
})

describe('a decimal as a number', () => {
  test.prop([written], { numRuns: 500 })('of up to 15 significant digits is what was sent', (text) => {
    expect(readDecimal(JSON.parse(text))).toEqual({ ok: true, text })
  })

  test.prop([written.filter((text) => Number(text) !== 0)])('is the same in exponent form', (text) => {
    expect(readDecimal(JSON.parse(Number(text).toExponential()))).toEqual({ ok: true, text })
  })

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })], { numRuns: 1000 })(
    'never becomes another number, nor more than 15 significant digits',
    (value) => {
      const reading = readDecimal(value)
      if (!reading.ok) return
      expect(Number(reading.text)).toBe(value === 0 ? 0 : value)
      expect(reading.text).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/)
      expect(reading.text.replace(/\D/g, '').replace(/^0+/, '').length).toBeLessThanOrEqual(15)
    },
  )

  test.prop([fc.bigInt({ min: 10n ** 15n, max: 10n ** 25n })])('is refused from 16 digits on', (digits) => {
    const problem = expect.stringContaining('more than 15 significant digits; send it as a string')
    expect(readDecimal(Number(digits))).toEqual({ ok: false, problem })
    expect(readDecimal(-Number(digits))).toEqual({ ok: false, problem })
  })

  it.each([
    [0.1 + 0.2, 'more than 15 significant digits'],
    [1e21, 'more than 15 significant digits'],
    [1e-60, 'more than 40 characters'],
    [Number.NaN, 'must be a number'],
    [Number.POSITIVE_INFINITY, 'must be a number'],
  ])('is refused as %s', (value, problem) => {
    expect(readDecimal(value)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) })
  })

  it.each([
    [-0, '0'],
    [1.5e-7, '0.00000015'],
    [-1e-7, '-0.0000001'],
    [999999999999999, '999999999999999'],
  ])('is read as %s', (value, text) => expect(readDecimal(value)).toEqual({ ok: true, text }))
})

test.prop([fc.jsonValue()])('whatever else is sent is refused', (value) => {
  if (typeof value === 'number' || typeof value === 'string') return
  expect(readDecimal(value)).toEqual({ ok: false, problem: 'must be a number or a decimal string' })
})
