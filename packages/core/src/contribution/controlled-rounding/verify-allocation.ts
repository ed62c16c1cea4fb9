import type { Margins } from './margins.js'

/** A way in which a matrix fails as an allocation. Positions count from 0, amounts are minor units. */
export type Violation =
  | { readonly kind: 'RowCount'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'RowLength'; readonly row: number; readonly expected: number; readonly actual: number }
  | { readonly kind: 'RowSum'; readonly row: number; readonly expected: bigint; readonly actual: bigint }
  | {
      readonly kind: 'ColumnSum'
      readonly column: number
      readonly expected: bigint
      readonly actual: bigint
    }
  /** The entry is a whole unit or more from its exact proportion, `numerator / denominator`. */
  | {
      readonly kind: 'Entry'
      readonly row: number
      readonly column: number
      readonly actual: bigint
      readonly numerator: bigint
      readonly denominator: bigint
    }
  /** Several columns add up to zero: no entry has a proportion. */
  | { readonly kind: 'TotalZero' }

/**
 * Checks a matrix against the definition of an allocation, knowing nothing of how it was made; empty if it
 * holds.
 *
 * The floor and the ceiling of a number are the integers less than one away from it. So an entry x of the
 * exact proportion p / total is right if and only if |x · total − p| < |total|: no rounding is needed to
 * check rounding.
 */
export const verifyAllocation = (
  { rows, columns }: Margins,
  result: readonly (readonly bigint[])[],
): Violation[] => {
  const misshapen = shapeViolations({ rows, columns }, result)
  if (misshapen.length > 0) return misshapen

  const violations: Violation[] = []
  let total = 0n
  for (const column of columns) total += column
  const columnSums = columns.map(() => 0n)

  for (const [row, expected] of rows.entries()) {
    let actual = 0n
    for (const [column, entry] of (result[row] ?? []).entries()) {
      actual += entry
      columnSums[column] = (columnSums[column] ?? 0n) + entry
      const numerator = expected * (columns[column] ?? 0n)
      if (total !== 0n && magnitude(entry * total - numerator) >= magnitude(total)) {
        violations.push({ kind: 'Entry', row, column, actual: entry, numerator, denominator: total })
      }
    }
    if (actual !== expected) violations.push({ kind: 'RowSum', row, expected, actual })
  }
  for (const [column, expected] of columns.entries()) {
    const actual = columnSums[column] ?? 0n
    if (actual !== expected) violations.push({ kind: 'ColumnSum', column, expected, actual })
  }
  // The only entry of a row is the row's sum, which needs no proportion.
  if (total === 0n && columns.length !== 1) violations.push({ kind: 'TotalZero' })
  return violations
}

const shapeViolations = ({ rows, columns }: Margins, result: readonly (readonly bigint[])[]): Violation[] => {
  if (result.length !== rows.length) {
    return [{ kind: 'RowCount', expected: rows.length, actual: result.length }]
  }
  return result.flatMap((entries, row): Violation[] =>
    entries.length === columns.length
      ? []
      : [{ kind: 'RowLength', row, expected: columns.length, actual: entries.length }],
  )
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
