import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Margins } from './margins.js'
import { verifyAllocation } from './verify-allocation.js'

const amount = (limit: bigint) => fc.bigInt({ min: 1n, max: limit })

/** Rows that are multiples of the total of the columns' weights: the exact proportions are whole. */
const wholeAllocation = fc
  .tuple(
    fc.array(amount(2n ** 70n), { minLength: 2, maxLength: 6 }),
    fc.array(amount(1000n), { minLength: 2, maxLength: 4 }),
  )
  .map(([multiples, weights]) => {
    const sum = (amounts: readonly bigint[]) => amounts.reduce((left, right) => left + right, 0n)
    const input: Margins = {
      rows: multiples.map((multiple) => multiple * sum(weights)),
      columns: weights.map((weight) => weight * sum(multiples)),
    }
    return { input, result: multiples.map((multiple) => weights.map((weight) => multiple * weight)) }
  })

const withChanges = (
  matrix: readonly (readonly bigint[])[],
  changes: readonly { row: number; column: number; by: bigint }[],
): bigint[][] => {
  const changed = matrix.map((entries) => [...entries])
  for (const { row, column, by } of changes) {
    const entries = changed[row]
    if (entries !== undefined) entries[column] = (entries[column] ?? 0n) + by
  }
  return changed
}

describe('planted defects', () => {
  // Exact proportions: 4.5 1.5 / 1.5 0.5 over a total of 8.
  const input: Margins = { rows: [6n, 2n], columns: [6n, 2n] }
  const right = [
    [5n, 1n],
    [1n, 1n],
  ]

  test('both roundings of a tie are right', () => {
    const otherWay = [
      [4n, 2n],
      [2n, 0n],
    ]
    expect(verifyAllocation(input, right)).toEqual([])
    expect(verifyAllocation(input, otherWay)).toEqual([])
  })

  test('entries off by one with every sum kept', () => {
    const wrong = [
      [6n, 0n],
      [0n, 2n],
    ]
    expect(verifyAllocation(input, wrong)).toEqual([
      { kind: 'Entry', row: 0, column: 0, actual: 6n, numerator: 36n, denominator: 8n },
      { kind: 'Entry', row: 0, column: 1, actual: 0n, numerator: 12n, denominator: 8n },
      { kind: 'Entry', row: 1, column: 0, actual: 0n, numerator: 12n, denominator: 8n },
      { kind: 'Entry', row: 1, column: 1, actual: 2n, numerator: 4n, denominator: 8n },
    ])
  })

  test('row sums off, column sums kept, every entry rounded', () => {
    const wrong = [
      [4n, 1n],
      [2n, 1n],
    ]
    expect(verifyAllocation(input, wrong)).toEqual([
      { kind: 'RowSum', row: 0, expected: 6n, actual: 5n },
      { kind: 'RowSum', row: 1, expected: 2n, actual: 3n },
    ])
  })

  test('column sums off, row sums kept, every entry rounded', () => {
    const wrong = [
      [4n, 2n],
      [1n, 1n],
    ]
    expect(verifyAllocation(input, wrong)).toEqual([
      { kind: 'ColumnSum', column: 0, expected: 6n, actual: 5n },
      { kind: 'ColumnSum', column: 1, expected: 2n, actual: 3n },
    ])
  })

  test('a missing row and a short row', () => {
    expect(verifyAllocation(input, [[6n, 2n]])).toEqual([{ kind: 'RowCount', expected: 2, actual: 1 }])
    expect(verifyAllocation(input, [[5n, 1n], [2n]])).toEqual([
      { kind: 'RowLength', row: 1, expected: 2, actual: 1 },
    ])
  })

  test('margins that have no allocation at all', () => {
    const noProportion: Margins = { rows: [1n, -1n], columns: [2n, -2n] }
    const sumsHold = [
      [1n, 0n],
      [1n, -2n],
    ]
    expect(verifyAllocation(noProportion, sumsHold)).toEqual([{ kind: 'TotalZero' }])
    expect(verifyAllocation({ rows: [3n], columns: [2n] }, [[3n]])).toContainEqual({
      kind: 'ColumnSum',
      column: 0,
      expected: 2n,
      actual: 3n,
    })
  })

  test('negative totals round down and up like positive ones', () => {
    const refund: Margins = { rows: [-1n, -2n], columns: [-1n, -2n] }
    expect(
      verifyAllocation(refund, [
        [0n, -1n],
        [-1n, -1n],
      ]),
    ).toEqual([])
    expect(
      verifyAllocation(refund, [
        [1n, -2n],
        [-2n, 0n],
      ]).map(({ kind }) => kind),
    ).toEqual(['Entry', 'Entry', 'Entry', 'Entry'])
  })

  test.prop([wholeAllocation])('a whole proportion is accepted as it is', ({ input: whole, result }) => {
    expect(verifyAllocation(whole, result)).toEqual([])
  })

  test.prop([wholeAllocation, fc.constantFrom(-1n, 1n)])(
    'one unit moved round a rectangle of whole proportions is four wrong entries',
    ({ input: whole, result }, by) => {
      const moved = withChanges(result, [
        { row: 0, column: 0, by },
        { row: 0, column: 1, by: -by },
        { row: 1, column: 0, by: -by },
        { row: 1, column: 1, by },
      ])
      expect(verifyAllocation(whole, moved).map(({ kind }) => kind)).toEqual(Array(4).fill('Entry'))
    },
  )

  test.prop([wholeAllocation, fc.bigInt().filter((by) => by !== 0n)])(
    'a single changed entry breaks itself, its row and its column',
    ({ input: whole, result }, by) => {
      const kinds = verifyAllocation(whole, withChanges(result, [{ row: 1, column: 0, by }])).map(
        ({ kind }) => kind,
      )
      expect(kinds).toEqual(['Entry', 'RowSum', 'ColumnSum'])
    },
  )
})

describe('naive roundings', () => {
  test('differences of cumulative floors keep every sum, but turn a fifth of a unit into minus one', () => {
    const input: Margins = { rows: [2n, 1n, 2n], columns: [2n, 1n, 2n] }
    const cumulative = cumulativeRounding(input)
    expect(cumulative).toEqual([
      [0n, 1n, 1n],
      [1n, -1n, 1n],
      [1n, 1n, 0n],
    ])
    expect(verifyAllocation(input, cumulative)).toEqual([
      { kind: 'Entry', row: 1, column: 1, actual: -1n, numerator: 1n, denominator: 5n },
    ])
  })

  test('rounding each row by itself does not keep the columns', () => {
    const input: Margins = { rows: [1n, 1n, 1n], columns: [1n, 1n, 1n] }
    const eachRowToTheFirst = input.rows.map((row) => [row, 0n, 0n])
    expect(verifyAllocation(input, eachRowToTheFirst).map(({ kind }) => kind)).toEqual(
      Array(3).fill('ColumnSum'),
    )
  })
})

/** Second differences of the floors of the two-dimensional running totals; amounts must not be negative. */
const cumulativeRounding = ({ rows, columns }: Margins): bigint[][] => {
  const upTo = (amounts: readonly bigint[], end: number) =>
    amounts.slice(0, end).reduce((left, right) => left + right, 0n)
  const total = upTo(columns, columns.length)
  const corner = (row: number, column: number) => (upTo(rows, row) * upTo(columns, column)) / total
  return rows.map((_, row) =>
    columns.map(
      (__, column) =>
        corner(row + 1, column + 1) - corner(row, column + 1) - corner(row + 1, column) + corner(row, column),
    ),
  )
}
