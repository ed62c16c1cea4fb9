import { fc } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { limits } from '../../limits.js'
import { lineSplitter } from './split-lines.js'
import { chunked, splitAll } from '../../test-support/chunks.test-support.js'

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 40 })

describe('splitting lines', () => {
  it('finds every line that is not blank, with its number, however it is chunked', () => {
    const line = fc.stringMatching(/^[a-zé \t]{0,8}\r?$/)
    fc.assert(
      fc.property(fc.array(line), sizes, (lines, chunkSizes) => {
        const pieces = splitAll(lineSplitter(), chunked(lines.join('\n'), chunkSizes))
        const expected = lines
          .map((text, index) => ({ number: index + 1, text }))
          .filter(({ text }) => text.trim() !== '')
        expect(
          pieces.map((piece) => ({
            number: piece.number,
            text: 'bytes' in piece ? Buffer.from(piece.bytes).toString() : piece.problem,
          })),
        ).toEqual(expected)
      }),
    )
  })

  it('skips a line that is too long and goes on with the next', () => {
    const pieces = splitAll(lineSplitter(5), chunked('12345\n123456\n1\n', [3, 6]))
    expect(pieces.map((piece) => ('bytes' in piece ? piece.bytes.length : piece.problem))).toEqual([
      5,
      'has more than 5 bytes',
      1,
    ])
  })

  it('has the limit that orders have, to the byte', () => {
    const line = (length: number) => `${'x'.repeat(length)}\n`
    const pieces = splitAll(
      lineSplitter(),
      chunked(line(limits.orderBytes) + line(limits.orderBytes + 1), [10]),
    )
    expect(pieces.map((piece) => ('bytes' in piece ? piece.bytes.length : piece.problem))).toEqual([
      1_048_576,
      'has more than 1048576 bytes',
    ])
  })
})
