import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { EntryScanner, type Piece } from './entry-scanner.js'
import { sealEntry } from './marks.js'

const entry = (reference: string) =>
  sealEntry(reference, `2026-01-01 * (${reference}) ö\n    ; key: ${reference}\n`)
const ours = fc.constantFrom('LP-1', 'LP-2', 'LP-3').map(entry)
const foreign = fc.constantFrom(
  '; a comment\n',
  '\n',
  '2026-01-01 Lunch\n    Assets:Cash  1 EUR\n',
  'include x\n',
)

function scan(bytes: Uint8Array, cuts: readonly number[] = []): Piece[] {
  const scanner = new EntryScanner()
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  const pieces = places.slice(1).flatMap((to, index) => scanner.feed(bytes.subarray(places[index], to)))
  return [...pieces, ...scanner.finish()]
}

const summary = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (piece.kind === 'entry' ? [piece.reference, piece.isIntact] : piece.kind))

describe('EntryScanner', () => {
  test.prop([
    fc.array(fc.oneof(ours, foreign), { maxLength: 12 }),
    fc.array(fc.nat(), { maxLength: 9 }),
    fc.nat(),
  ])('finds the same wherever the chunks end, also in a file that was cut', (texts, cuts, length) => {
    const whole = Buffer.from(texts.join(''))
    const bytes = whole.subarray(0, length % (whole.length + 1))
    expect(scan(bytes, cuts)).toEqual(scan(bytes))
  })

  test.prop([fc.array(fc.oneof(ours, foreign), { maxLength: 12 })])(
    'finds every entry where it is',
    (texts) => {
      const bytes = Buffer.from(texts.join(''))
      const found = scan(bytes).filter((piece) => piece.kind === 'entry')
      expect(found.every((piece) => piece.isIntact)).toBe(true)
      expect(found.map((piece) => bytes.toString('utf8', piece.start, piece.end))).toEqual(
        texts.filter((text) => text.startsWith('; ledgerpost')),
      )
    },
  )

  it('tells an edited entry, and one in the middle that lost its seal, from a torn one', () => {
    const edited = entry('LP-2').replace('ö', 'o')
    const unsealed = entry('LP-3').replace(/; ledgerpost seal.*\n/u, '')
    const text = [entry('LP-1'), edited, unsealed, entry('LP-4'), unsealed].join('')
    expect(summary(scan(Buffer.from(text)))).toEqual([
      ['LP-1', true],
      ['LP-2', false],
      ['LP-3', false],
      ['LP-4', true],
      'torn',
      'end',
    ])
  })

  it('survives editors that end lines with a carriage return', () => {
    const text = (entry('LP-1') + entry('LP-2')).replaceAll('\n', '\r\n')
    expect(summary(scan(Buffer.from(text)))).toEqual([['LP-1', false], ['LP-2', false], 'end'])
  })

  it('knows a last seal without the end of its line', () => {
    const bytes = Buffer.from(entry('LP-1').trimEnd())
    expect(scan(bytes)).toMatchObject([
      { kind: 'entry', isIntact: true },
      { kind: 'end', isTerminated: false, endsSealed: true },
    ])
  })
})
