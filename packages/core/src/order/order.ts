import type { CalendarDate, Instant, LocalDateTime } from '../calendar/calendar-date.js'
import type { CurrencyCode } from '../money/currency.js'
import type { DecimalText } from '../money/decimal.js'
import type { MinorUnits } from '../money/amount.js'

/** A Void takes a sale back, a VoidRefund takes a refund back: both contribute nothing to the books. */
export const orderTypes = ['Sale', 'Refund', 'Void', 'VoidRefund'] as const
export type OrderType = (typeof orderTypes)[number]

/** Whether what the order says counts for nothing. */
export function isVoid({ type }: Pick<Order, 'type'>): boolean {
  return type === 'Void' || type === 'VoidRefund'
}

export const productTypes = [
  'Tip',
  'CustomServicePricingOption',
  'SystemServicePricingOption',
  'Retail',
  'AccountCredit',
  'GiftCard',
] as const
export type ProductType = (typeof productTypes)[number]

/** A tax as the platform charged it; it is never recomputed. */
export interface OrderTax {
  readonly taxRateId: string
  readonly amount: MinorUnits
}

export interface OrderItem {
  readonly id: string
  readonly productId: string | null
  readonly productType: ProductType | null
  readonly description: string | null
  readonly revenueCategoryId: string | null
  readonly quantity: DecimalText | null
  readonly unitPrice: DecimalText | null
  readonly discount: MinorUnits
  readonly netAmount: MinorUnits
  readonly taxes: readonly OrderTax[]
  readonly total: MinorUnits
}

export interface Payment {
  readonly id: string
  readonly paymentMethodId: string
  readonly amount: MinorUnits
}

export interface OrderCost {
  readonly netAmount: MinorUnits
  readonly discount: MinorUnits
  readonly taxAmount: MinorUnits
  readonly total: MinorUnits
}

export interface Purchaser {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
}

/**
 * One revision of an order. Amounts are signed as they move the customer's money:
 * a sale's total is at or above zero, a refund's at or below.
 */
export interface Order {
  readonly id: string
  readonly type: OrderType
  readonly orderDate: LocalDateTime
  /** The moment of `orderDate`, by the zone of the place of sale where the platform did not tell it. */
  readonly orderTime: Instant
  /** The day in whose books the order stands, from `orderDate` and the business-day cut-off. */
  readonly businessDate: CalendarDate
  readonly locationId: string
  readonly currency: CurrencyCode
  readonly purchaser: Purchaser | null
  readonly items: readonly OrderItem[]
  readonly cost: OrderCost
  readonly payments: readonly Payment[]
  readonly lastModifiedTime: Instant
  readonly createdTime: Instant | null
}
