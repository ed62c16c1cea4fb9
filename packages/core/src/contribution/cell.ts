import type { CalendarDate } from '../calendar/calendar-date.js'
import type { MinorUnits } from '../money/amount.js'
import type { CurrencyCode } from '../money/currency.js'

/** Where an amount stands in the books: everything that the maps and the grouping of packets can tell apart. */
export interface CellCoordinates {
  readonly businessDate: CalendarDate
  readonly locationId: string
  /** Null for an order that totals zero and was not paid. */
  readonly paymentMethodId: string | null
  readonly revenueCategoryId: string
  /** Sorted, without repetition; empty for what is untaxed. */
  readonly taxRateIds: readonly string[]
  readonly currency: CurrencyCode
}

/** An amount in its place, in minor units. */
export interface Cell extends CellCoordinates {
  readonly net: MinorUnits
  readonly tax: MinorUnits
}

/** What an order revision, or a difference of two, adds to the books: cells by ascending key, none of them zero. */
export type Contribution = readonly Cell[]

/** A text that is equal exactly for cells with equal coordinates. */
export function cellKey(cell: CellCoordinates): string {
  return JSON.stringify([
    cell.businessDate,
    cell.locationId,
    cell.currency,
    cell.paymentMethodId,
    cell.revenueCategoryId,
    cell.taxRateIds,
  ])
}

/** Sums cells of equal coordinates, drops those that come to zero and sorts the rest. */
export function collectCells(cells: Iterable<Cell>): Contribution {
  const sums = new Map<string, Cell>()
  for (const cell of cells) {
    const key = cellKey(cell)
    const known = sums.get(key)
    sums.set(key, known ? { ...known, net: known.net + cell.net, tax: known.tax + cell.tax } : cell)
  }
  return [...sums]
    .filter(([, cell]) => cell.net !== 0n || cell.tax !== 0n)
    .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([, cell]) => cell)
}
