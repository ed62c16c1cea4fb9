import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { allocate } from './allocate.js'
import { AllocationError } from './allocation-error.js'
import type { Margins } from './margins.js'
import { verifyAllocation } from './verify-allocation.js'

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((left, right) => left + right, 0n)
const negated = (amounts: readonly bigint[]): bigint[] => amounts.map((amount) => -amount)

/** Mixed signs and zeros; tiny amounts for many ties, everyday ones, and some far beyond 2^53. */
const margins: fc.Arbitrary<Margins> = fc
  .constantFrom(3n, 100_000n, 2n ** 90n)
  .chain((limit) => {
    const amount = fc.bigInt({ min: -limit, max: limit })
    return fc.tuple(fc.array(amount, { minLength: 1, maxLength: 12 }), fc.array(amount, { maxLength: 4 }))
  })
  .map(([rows, columns]) => ({ rows, columns: [...columns, sum(rows) - sum(columns)] }))
  .filter(({ rows, columns }) => columns.length === 1 || sum(rows) !== 0n)

/** Positions from the largest amount to the smallest, equal amounts in the order given. */
const ranked = (amounts: readonly bigint[]): number[] =>
  [...amounts.keys()].toSorted((a, b) => Number((amounts[b] ?? 0n) - (amounts[a] ?? 0n)))

const inRankedOrder = ({ rows, columns }: Margins, matrix: readonly (readonly bigint[])[]) =>
  ranked(rows).map((row) => ranked(columns).map((column) => matrix[row]?.[column]))

const failure = (input: Margins): unknown => {
  try {
    return allocate(input)
  } catch (error) {
    return error
  }
}

describe('every allocation', () => {
  test.prop([margins], { numRuns: 2000 })('meets the definition', (input) => {
    expect(verifyAllocation(input, allocate(input))).toEqual([])
  })

  test.prop([margins])('adds up by row and by column', ({ rows, columns }) => {
    const result = allocate({ rows, columns })
    expect(result.map(sum)).toEqual(rows)
    expect(columns.map((_, column) => sum(result.map((entries) => entries[column] ?? 0n)))).toEqual(columns)
  })

  test.prop([margins])('depends on nothing but its margins', (input) => {
    const frozen = { rows: Object.freeze([...input.rows]), columns: Object.freeze([...input.columns]) }
    expect(allocate(frozen)).toEqual(allocate(input))
    expect(allocate(frozen)).toEqual(allocate(input))
  })

  test.prop([margins])('of negated amounts is the negated one', ({ rows, columns }) => {
    const refund = { rows: negated(rows), columns: negated(columns) }
    expect(allocate(refund)).toEqual(allocate({ rows, columns }).map(negated))
  })

  const shuffled = margins.chain(({ rows, columns }) =>
    fc.tuple(
      fc.constant({ rows, columns }),
      fc.record({
        rows: fc.shuffledSubarray([...rows], { minLength: rows.length }),
        columns: fc.shuffledSubarray([...columns], { minLength: columns.length }),
      }),
    ),
  )
  test.prop([shuffled])('of reordered amounts is the reordered one', ([input, reordered]) => {
    expect(inRankedOrder(reordered, allocate(reordered))).toEqual(inRankedOrder(input, allocate(input)))
  })
})

describe('small margins, all of them', () => {
  const amounts = [-3n, -2n, -1n, 0n, 1n, 2n, 3n]
  const vectors = (length: number): bigint[][] =>
    length === 0 ? [[]] : vectors(length - 1).flatMap((head) => amounts.map((amount) => [...head, amount]))

  const sizes = [1, 2, 3].flatMap((height) => [1, 2, 3].map((width) => [height, width] as const))
  test.each(sizes)('%d x %d', (height, width) => {
    const columnsByTotal = new Map<bigint, bigint[][]>()
    for (const columns of vectors(width)) {
      columnsByTotal.set(sum(columns), [...(columnsByTotal.get(sum(columns)) ?? []), columns])
    }
    const wrong: unknown[] = []
    for (const rows of vectors(height)) {
      const total = sum(rows)
      if (total === 0n) continue
      for (const columns of columnsByTotal.get(total) ?? []) {
        const result = allocate({ rows, columns })
        const isRounded = result.every((entries, row) =>
          entries.every((entry, column) => {
            // Floating point is exact enough for integers this small: no quotient is rounded across one.
            const proportion = (Number(rows[row]) * Number(columns[column])) / Number(total)
            return Number(entry) >= Math.floor(proportion) && Number(entry) <= Math.ceil(proportion)
          }),
        )
        if (!isRounded || verifyAllocation({ rows, columns }, result).length > 0) {
          wrong.push({ rows, columns, result })
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('examples', () => {
  test('two equal items paid by halves take turns in the order given', () => {
    expect(allocate({ rows: [1n, 1n], columns: [1n, 1n] })).toEqual([
      [1n, 0n],
      [0n, 1n],
    ])
  })

  test('exact proportions stay as they are', () => {
    expect(allocate({ rows: [1000n, 210n, -200n, 0n], columns: [505n, 0n, 505n] })).toEqual([
      [500n, 0n, 500n],
      [105n, 0n, 105n],
      [-100n, 0n, -100n],
      [0n, 0n, 0n],
    ])
  })

  test('a single column takes every row, even if all cancel out', () => {
    expect(allocate({ rows: [5n, -5n, 0n], columns: [0n] })).toEqual([[5n], [-5n], [0n]])
  })

  test('no rows over no money in one column is an empty matrix', () => {
    expect(allocate({ rows: [], columns: [0n] })).toEqual([])
  })

  test('a very long order stays quick and exact', { timeout: 60_000 }, () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => BigInt((index * 7919) % 10_007) - 2000n)
    const columns = [7_654_321n, 1n, -98_765n, 31_415_926n]
    const input = { rows, columns: [...columns, sum(rows) - sum(columns)] }
    expect(verifyAllocation(input, allocate(input))).toEqual([])
  })

  test('more payments than items', () => {
    const input = { rows: [100n, 21n], columns: Array.from({ length: 121 }, () => 1n) }
    expect(verifyAllocation(input, allocate(input))).toEqual([])
  })
})

describe('refusals', () => {
  test('margins of different totals', () => {
    const error = failure({ rows: [100n, 21n], columns: [60n, 60n] })
    expect(error).toBeInstanceOf(AllocationError)
    expect(error).toMatchObject({
      code: 'AllocationMarginsDiffer',
      message: expect.stringContaining('The rows add up to 121 minor units and the columns to 120'),
    })
  })

  test('a single column of a different total', () => {
    expect(failure({ rows: [100n], columns: [99n] })).toMatchObject({ code: 'AllocationMarginsDiffer' })
  })

  test.each([
    { rows: [5n, -5n], columns: [7n, -7n] },
    { rows: [0n], columns: [] },
  ])('a total of zero: $columns', (input) => {
    expect(failure(input)).toMatchObject({ code: 'AllocationTotalZero' })
  })
})
