import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { readJson } from './read-json.js'

/** What JSON.parse answers, or that it refuses. */
function parsed(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { value: parse(text) }
  } catch (error) {
    return error instanceof SyntaxError ? 'refused' : error
  }
}

const digits = fc.stringMatching(/^(0|[1-9]\d{0,8})\.\d{1,6}$/)
const pieces = fc.constantFrom(
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '1.5',
  '0.',
  '.5',
  '-',
  'e',
  '00.1',
  ' ',
  'a',
  'null',
)

describe('reading JSON', () => {
  it('reads what has no decimals like JSON.parse', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, (_name, member: unknown) =>
          typeof member === 'number' ? Math.trunc(member % 1e15) : member,
        )
        expect(readJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('keeps the digits of decimals wherever they stand, and texts that look like them', () => {
    fc.assert(
      fc.property(digits, fc.string(), (decimal, text) => {
        const json = `[${decimal},-${decimal},{${JSON.stringify(text)}:${JSON.stringify(`${text}1.50`)}},${decimal}]`
        fc.pre(text !== '__proto__')
        expect(readJson(json)).toEqual([decimal, `-${decimal}`, { [text]: `${text}1.50` }, decimal])
      }),
    )
  })

  it('refuses exactly what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        expect(parsed(readJson, text) === 'refused').toBe(parsed(JSON.parse, text) === 'refused')
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves numbers with exponents, and those of more digits than a number holds, to be refused as numbers', () => {
    expect(readJson('[1.5e3,0.1234567890123456,0.123456789012345]')).toEqual([
      1500,
      0.1234567890123456,
      '0.123456789012345',
    ])
  })

  it('takes a long text without going over it again and again', () => {
    const json = JSON.stringify({ text: '\\"1.5'.repeat(100_000), value: 1.5 })
    expect(readJson(json)).toEqual({ text: '\\"1.5'.repeat(100_000), value: '1.5' })
  })
})
