import { describe, expect, it } from 'vitest'
import { type PrimitiveType } from '../model/primitive-type.js'
import { typeAnnotation, writeValue } from './write-value.js'

const plain = { level: 'minimal', numbersAsTexts: false } as const

describe('the text of a column becomes JSON', () => {
  it.each<[PrimitiveType, string, string]>([
    ['Edm.String', 'a "b"\u2028', '"a \\"b\\"\u2028"'],
    ['Edm.Boolean', 'false', 'false'],
    ['Edm.Decimal', '12.5000', '12.5000'],
    ['Edm.Decimal', '-0.08', '-0.08'],
    ['Edm.Int64', '9007199254740993', '9007199254740993'],
    ['Edm.DateTimeOffset', '2026-01-31T10:00:00.000 0', '"2026-01-31T10:00:00.000Z"'],
    ['Edm.DateTimeOffset', '2026-01-31T10:00:00.000 19800', '"2026-01-31T10:00:00.000+05:30"'],
    ['Edm.DateTimeOffset', '2026-01-31T10:00:00.120 -34200', '"2026-01-31T10:00:00.120-09:30"'],
    ['Edm.DateTimeOffset', '2026-01-31T10:00:00.000 50400', '"2026-01-31T10:00:00.000+14:00"'],
    // Amsterdam's clocks before 1937, and what no clock says.
    ['Edm.DateTimeOffset', '1930-01-01T00:19:32.500 1172', '"1930-01-01T00:00:00.500Z"'],
    ['Edm.DateTimeOffset', '2026-01-31T10:00:00.000 54000', '"2026-01-30T19:00:00.000Z"'],
  ])('%s %s', (type, text, json) => {
    expect(writeValue(type, text, plain)).toBe(json)
  })

  it.each(['NaN', 'Infinity', '1.', '01', ''])('but not %s', (text) => {
    expect(() => writeValue('Edm.Decimal', text, plain)).toThrow(RangeError)
  })
})

it('JSON tells texts and truth values by itself', () => {
  expect(typeAnnotation('Edm.String', 'A')).toBeUndefined()
  expect(typeAnnotation('Edm.Boolean', 'A')).toBeUndefined()
  expect(typeAnnotation('Edm.Int32', 'A')).toBe('#Int32')
  expect(typeAnnotation({ kind: 'enum', name: 'E', members: {} }, 'A.B')).toBe('#A.B.E')
})
