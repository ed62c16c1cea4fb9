import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { readExactJson } from './read-exact-json.js'

const token = fc.stringMatching(/^-?(0|[1-9]\d{0,12})(\.\d{1,13})?([eE][+-]?1?\d)?$/)

/** The number as a fraction: numerator over a power of ten. */
function fractionOf(text: string): readonly [numerator: bigint, decimals: number] {
  const [mantissa = '', exponent = '0'] = text.split(/e/i)
  const [whole = '', fraction = ''] = mantissa.split('.')
  const decimals = fraction.length - Number(exponent)
  const numerator = BigInt(whole.replace('-', '') + fraction) * (whole.startsWith('-') ? -1n : 1n)
  return decimals < 0 ? [numerator * 10n ** BigInt(-decimals), 0] : [numerator, decimals]
}

function isSame(one: string, other: string): boolean {
  const [[a, aDecimals], [b, bDecimals]] = [fractionOf(one), fractionOf(other)]
  return a * 10n ** BigInt(bDecimals) === b * 10n ** BigInt(aDecimals)
}

function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    parse(text)
    return 'read'
  } catch (error) {
    return error instanceof SyntaxError ? 'refused' : error
  }
}

const pieces = fc.constantFrom(
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '1',
  '.5',
  '-',
  'e3',
  '00',
  ' ',
  'null',
)

describe('reading JSON exactly', () => {
  test.prop([token])('keeps the value of every number, in plain digits', (text) => {
    const read = readExactJson(text)
    expect(read).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/)
    expect(isSame(String(read), text)).toBe(true)
  })

  test.prop([fc.jsonValue(), token])('reads all else like JSON.parse', (value, number) => {
    const withoutNumbers: unknown = JSON.parse(JSON.stringify(value), (_name, member: unknown) =>
      typeof member === 'number' ? `${member}, ${number}` : member,
    )
    const text = JSON.stringify(withoutNumbers)
    expect(readExactJson(text)).toEqual(JSON.parse(text))
    expect(readExactJson(`[${text},${number},${text}]`)).toEqual([
      JSON.parse(text),
      readExactJson(number),
      JSON.parse(text),
    ])
  })

  test.prop([fc.array(pieces, { maxLength: 10 })], { numRuns: 2000 })(
    'refuses exactly what JSON.parse refuses',
    (parts) => {
      const text = parts.join('')
      expect(outcome(readExactJson, text)).toBe(outcome(JSON.parse, text))
    },
  )

  it('leaves a number that would take fifty digits as it is spelled', () => {
    expect(readExactJson('[1e49,1e50,-1E-50,1e99999999999]')).toEqual([
      `1${'0'.repeat(49)}`,
      '1e50',
      '-1E-50',
      '1e99999999999',
    ])
  })

  it('lets the caller choose', () => {
    const decimals = (text: string) => (text.includes('.') ? text : undefined)
    expect(readExactJson('{"a":1.50,"b":7,"c":"1.50"}', decimals)).toEqual({ a: '1.50', b: 7, c: '1.50' })
  })

  it('refuses a member named by a number, although quotes would make it one', () => {
    expect(() => readExactJson('{1:2}')).toThrow(SyntaxError)
  })
})
