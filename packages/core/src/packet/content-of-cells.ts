import type { Cell, Contribution } from '../contribution/cell.js'
import type { MinorUnits } from '../money/amount.js'
import { sumOf } from '../money/sum.js'
import type { PacketContent, PacketPayment, RequestItem } from './packet.js'

/**
 * The content of a packet that consists of the given cells, which must share their business date and currency:
 * request items summed by revenue category, tax set and location; payments summed by method.
 * @throws RangeError when there is no cell, or they do not share them
 */
export function contentOfCells(cells: Contribution): PacketContent {
  const [first] = cells
  if (!first) throw new RangeError('A packet needs at least one cell.')
  for (const { businessDate, currency } of cells) {
    if (businessDate === first.businessDate && currency === first.currency) continue
    throw new RangeError(
      `A packet of ${first.businessDate} in ${first.currency} cannot hold a cell of ${businessDate} in ${currency}.`,
    )
  }
  const sameLocation = cells.every((cell) => cell.locationId === first.locationId)
  const netAmount = sumOf(cells, (cell) => cell.net)
  const taxAmount = sumOf(cells, (cell) => cell.tax)
  return {
    businessDate: first.businessDate,
    locationId: sameLocation ? first.locationId : null,
    currency: first.currency,
    requestItems: requestItemsOf(cells),
    payments: paymentsOf(cells),
    cells,
    netAmount,
    taxAmount,
    total: netAmount + taxAmount,
  }
}

/** Sums cells by revenue category, tax set and location, in order of first appearance, without the zero sums. */
export function requestItemsOf(cells: Contribution): RequestItem[] {
  const items = new Map<string, RequestItem>()
  for (const cell of cells) {
    const key = JSON.stringify([cell.revenueCategoryId, cell.taxRateIds, cell.locationId])
    const known = items.get(key)
    items.set(key, {
      revenueCategoryId: cell.revenueCategoryId,
      taxRateIds: cell.taxRateIds,
      locationId: cell.locationId,
      description: null,
      quantity: null,
      netAmount: (known?.netAmount ?? 0n) + cell.net,
      taxAmount: (known?.taxAmount ?? 0n) + cell.tax,
    })
  }
  return [...items.values()].filter((item) => item.netAmount !== 0n || item.taxAmount !== 0n)
}

function paymentsOf(cells: readonly Cell[]): PacketPayment[] {
  const sums = new Map<string, MinorUnits>()
  for (const { paymentMethodId, net, tax } of cells) {
    if (paymentMethodId !== null) sums.set(paymentMethodId, (sums.get(paymentMethodId) ?? 0n) + net + tax)
  }
  return [...sums]
    .filter(([, amount]) => amount !== 0n)
    .map(([paymentMethodId, amount]) => ({ paymentMethodId, amount }))
}
