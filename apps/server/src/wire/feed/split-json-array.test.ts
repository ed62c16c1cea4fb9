import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Piece } from './piece.js'
import { jsonArraySplitter } from './split-json-array.js'
import { chunked, splitAll } from '../../test-support/chunks.test-support.js'

const split = (text: string, sizes: readonly number[] = [], limit?: number): readonly Piece[] =>
  splitAll(jsonArraySplitter(limit), chunked(text, sizes))

/** The elements, or `refused` if a problem was told or a piece is not JSON. */
function elements(pieces: readonly Piece[]): readonly unknown[] | 'refused' {
  const values: unknown[] = []
  for (const piece of pieces) {
    if ('problem' in piece) return 'refused'
    try {
      values.push(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(piece.bytes)))
    } catch {
      return 'refused'
    }
  }
  return values
}

function oracle(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : 'refused'
  } catch {
    return 'refused'
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 40 })
const blanks = fc.stringMatching(/^[ \t\r\n]{0,3}$/)
const tokens = fc.constantFrom(
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '"',
  '\\',
  '\\"',
  '1',
  'null',
  '"a"',
  '"a":1',
  '{"b":[2]}',
  ' ',
  '\n',
  'x',
  'é',
  '\u00a0',
)

describe('splitting a JSON array', () => {
  it('finds the elements of every array that JSON.parse reads, however it is chunked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        sizes,
        blanks,
        fc.boolean(),
        (values, chunkSizes, blank, isPretty) => {
          const text = `${blank}${JSON.stringify(values, null, isPretty ? 2 : 0)}${blank}`
          expect(elements(split(text, chunkSizes))).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it('agrees with JSON.parse on garbage: what that refuses is told here too', () => {
    fc.assert(
      fc.property(
        fc.array(tokens, { maxLength: 14 }),
        sizes,
        fc.boolean(),
        (parts, chunkSizes, isWrapped) => {
          const text = isWrapped ? `[${parts.join('')}]` : parts.join('')
          expect(elements(split(text, chunkSizes))).toEqual(oracle(text))
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('tells the same of the same text however it is chunked', () => {
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 14 }), sizes, (parts, chunkSizes) => {
        const text = `[${parts.join('')}`
        const plain = (pieces: readonly Piece[]) =>
          pieces.map((piece) => ('bytes' in piece ? Buffer.from(piece.bytes).toString() : piece.problem))
        expect(plain(split(text, chunkSizes))).toEqual(plain(split(text)))
      }),
    )
  })

  it('goes on after an element that is garbage, that is empty or that is too long', () => {
    const pieces = split(`[1, {"a":1], tru, , "${'x'.repeat(50)}", {"b":2}]`, [], 30)
    expect(
      pieces.map((piece) => ('bytes' in piece ? Buffer.from(piece.bytes).toString().trim() : piece.problem)),
    ).toEqual(['1', '{"a":1]', 'tru', '', 'has more than 30 bytes', '{"b":2}'])
    expect(pieces.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it.each([
    ['', 'the body is empty'],
    ['{"Id":1}', 'the body is not a JSON array: it does not begin with ['],
    ['[1] 2', 'the body goes on after the end of the JSON array; nothing of that was read'],
    ['[1, {"a": 2', 'the JSON array is not closed; whatever begins here was not read'],
  ])('says of %j: %s', (text, problem) => {
    expect(split(text).filter((piece) => 'problem' in piece)).toEqual([
      { number: expect.any(Number), problem },
    ])
  })

  it('holds no more than one element', () => {
    const splitter = jsonArraySplitter(100)
    splitter.push(Buffer.from('["'))
    const chunk = Buffer.alloc(1_000_000, 0x61)
    for (let index = 0; index < 50; index += 1) splitter.push(chunk)
    expect(splitter.push(Buffer.from('",2]'))).toEqual([
      { number: 1, problem: 'has more than 100 bytes' },
      { number: 2, bytes: expect.any(Uint8Array) },
    ])
  })
})
