import type { OrderItem } from '../order/order.js'

/** The category of cash rounding and of differences that the owner tolerates. */
export const roundingCategory = 'rounding'

/** The category of the items that stand for one tender being exchanged for another in an order that totals zero. */
export const tenderExchangeCategory = 'type:TenderExchange'

/** An item's revenue category; without one, its product type (`type:Tip`), without either, `type:None`. */
export function categoryOf(item: Pick<OrderItem, 'revenueCategoryId' | 'productType'>): string {
  return item.revenueCategoryId ?? `type:${item.productType ?? 'None'}`
}

/** The sorted set of the tax rates charged on an item. */
export function taxSetOf(item: Pick<OrderItem, 'taxes'>): readonly string[] {
  return [...new Set(item.taxes.map((tax) => tax.taxRateId))].toSorted()
}

/**
 * How a tax set is named in a map: `01:01+01:02`, or `none` when empty. A rate whose own id contains `+` goes by the same
 * name as the set of its parts, and so do both in the maps.
 */
export function taxSetId(taxRateIds: readonly string[]): string {
  return taxRateIds.length === 0 ? 'none' : taxRateIds.join('+')
}
