import { AllocationError } from './allocation-error.js'
import type { Margins } from './margins.js'
import { roundShares } from './round-shares.js'

/**
 * Spreads every row over the columns, in proportion to the columns and in whole minor units (controlled
 * rounding).
 *
 * The exact proportion of the entry (i, j) is `rows[i] * columns[j] / total`. Every row and every column of
 * the result adds up exactly, and every entry is the floor or the ceiling of its exact proportion.
 *
 * Which of the two depends on the amounts alone:
 * - Reordered margins give the reordered result (equal amounts take turns in the order given).
 * - Negated margins give the negated result, so a full refund takes back exactly what its sale spread.
 *
 * A single column takes every row as it is, whatever the total. Takes O(rows · columns²) time.
 *
 * @throws {AllocationError} when the rows and the columns differ in total, or the total is zero.
 */
export const allocate = ({ rows, columns }: Margins): bigint[][] => {
  const total = sum(columns)
  if (sum(rows) !== total) {
    throw new AllocationError(
      'AllocationMarginsDiffer',
      `The rows add up to ${sum(rows)} minor units and the columns to ${total}: they must be equal. ` +
        'Allocate only the amounts and payments of a balanced order.',
    )
  }
  if (columns.length === 1) return rows.map((row) => [row])
  if (total === 0n) {
    throw new AllocationError(
      'AllocationTotalZero',
      `${columns.length} columns add up to zero, so nothing can be spread in proportion to them. ` +
        'Allocate an order that totals zero without proportions.',
    )
  }
  if (total > 0n) return roundShares({ rows, columns }, total)
  return roundShares({ rows: negated(rows), columns: negated(columns) }, -total).map(negated)
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((left, right) => left + right, 0n)

const negated = (amounts: readonly bigint[]): bigint[] => amounts.map((amount) => -amount)
