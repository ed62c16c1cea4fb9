import { taxSetId } from '../contribution/category.js'
import type { Cell } from '../contribution/cell.js'
import type { MinorUnits } from '../money/amount.js'
import { mapLookup } from './map-lookup.js'
import type { MapAssignment } from './map-rule.js'
import { type OccurringSource, sourceKey } from './validate.js'

/** How much of some money the maps cover. Amounts are absolute values, in minor units. */
export interface Coverage {
  /** What stands in cells of which everything is mapped. */
  readonly mapped: MinorUnits
  readonly total: MinorUnits
  /** What to map next, the largest amount first; a cell that lacks several rules counts for each of them. */
  readonly missing: readonly MissingAmount[]
}

export interface MissingAmount extends OccurringSource {
  readonly amount: MinorUnits
}

/**
 * Which share of the money in the cells the rules map, before anything is sent. Net and tax count without their signs,
 * so that refunds do not hide sales. The cells must be in one currency; rules are looked up at each cell's location.
 */
export function coverageOf(cells: Iterable<Cell>, rules: Iterable<MapAssignment>): Coverage {
  const lookup = mapLookup(rules)
  const missing = new Map<string, MissingAmount>()
  let [mapped, total] = [0n, 0n]
  for (const cell of cells) {
    const amount = grossOf(cell)
    const lacking = sourcesOf(cell).filter(
      ({ kind, sourceId }) => lookup(kind, sourceId, cell.locationId) === undefined,
    )
    total += amount
    if (lacking.length === 0) mapped += amount
    for (const source of lacking) {
      const key = sourceKey(source)
      missing.set(key, { ...source, amount: (missing.get(key)?.amount ?? 0n) + amount })
    }
  }
  return { mapped, total, missing: [...missing].toSorted(largestFirst).map(([, source]) => source) }
}

/** Net and tax of a cell without their signs, in minor units. */
export function grossOf({ net, tax }: Pick<Cell, 'net' | 'tax'>): MinorUnits {
  return absolute(net) + absolute(tax)
}

/** What has to be mapped for a cell to be carried. */
export function sourcesOf({ revenueCategoryId, taxRateIds, paymentMethodId }: Cell): OccurringSource[] {
  const sources: OccurringSource[] = [
    { kind: 'revenueCategory', sourceId: revenueCategoryId },
    { kind: 'taxRate', sourceId: taxSetId(taxRateIds) },
  ]
  if (paymentMethodId !== null) sources.push({ kind: 'paymentMethod', sourceId: paymentMethodId })
  return sources
}

function largestFirst(
  [leftKey, left]: [string, MissingAmount],
  [rightKey, right]: [string, MissingAmount],
): number {
  if (left.amount !== right.amount) return left.amount > right.amount ? -1 : 1
  return leftKey < rightKey ? -1 : 1
}

function absolute(amount: MinorUnits): MinorUnits {
  return amount < 0n ? -amount : amount
}
