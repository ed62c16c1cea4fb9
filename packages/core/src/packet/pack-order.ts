import { categoryOf, roundingCategory, taxSetOf, tenderExchangeCategory } from '../contribution/category.js'
import type { Contribution } from '../contribution/cell.js'
import { paymentsByMethod } from '../contribution/contribute.js'
import type { MinorUnits } from '../money/amount.js'
import { sumOf } from '../money/sum.js'
import type { Order } from '../order/order.js'
import { contentOfCells } from './content-of-cells.js'
import type { PacketContent, RequestItem } from './packet.js'

/**
 * The packets that book an order's change when there is one packet per order: one for each business date and
 * location that the change touches (two, when an edit moved the order to another day).
 * @param change the difference between what the order contributes now and what was packed of it before
 * @param isFirst whether nothing of the order was packed before; its own items are then the request items
 */
export function packOrder(
  order: Order,
  change: Contribution,
  rounding: MinorUnits,
  isFirst: boolean,
): PacketContent[] {
  const groups = new Map<string, Contribution[number][]>()
  for (const cell of change) {
    const key = JSON.stringify([cell.businessDate, cell.locationId, cell.currency])
    const group = groups.get(key)
    if (group) group.push(cell)
    else groups.set(key, [cell])
  }
  return [...groups.values()].map((cells) => {
    const content = contentOfCells(cells)
    return isFirst ? { ...content, requestItems: itemsOf(order, rounding) } : content
  })
}

function itemsOf(order: Order, rounding: MinorUnits): RequestItem[] {
  const items = order.items.map((item): RequestItem => ({
    revenueCategoryId: categoryOf(item),
    taxRateIds: taxSetOf(item),
    locationId: order.locationId,
    description: item.description,
    quantity: item.quantity,
    netAmount: item.netAmount,
    taxAmount: sumOf(item.taxes, (tax) => tax.amount),
  }))
  const extra = (revenueCategoryId: string, netAmount: MinorUnits): RequestItem => ({
    revenueCategoryId,
    taxRateIds: [],
    locationId: order.locationId,
    description: null,
    quantity: null,
    netAmount,
    taxAmount: 0n,
  })
  if (rounding !== 0n) items.push(extra(roundingCategory, rounding))
  const payments = paymentsByMethod(order)
  if (sumOf(payments.values(), (amount) => amount) === 0n) {
    for (const amount of payments.values())
      if (amount !== 0n) items.push(extra(tenderExchangeCategory, amount))
  }
  return items.filter((item) => item.netAmount !== 0n || item.taxAmount !== 0n)
}
