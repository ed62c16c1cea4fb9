import type { Instant } from '../calendar/calendar-date.js'
import type { DecimalText } from '../money/decimal.js'
import type { ProductType } from '../order/order.js'

export interface TaxRate {
  readonly id: string
  readonly name: string
  /** A fraction: 0.08 is eight percent. */
  readonly value: DecimalText
  readonly locationId: string | null
  readonly lastModifiedTime: Instant | null
}

export type ActiveStatus = 'Active' | 'Inactive'

export interface RevenueCategory {
  readonly id: string
  readonly name: string
  readonly lastModifiedTime: Instant | null
  readonly status: ActiveStatus
}

export interface PaymentMethod {
  readonly id: string
  readonly name: string
  readonly type: string | null
  readonly lastModifiedTime: Instant | null
  readonly status: ActiveStatus
}

export interface Product {
  readonly id: string
  readonly name: string
  readonly type: ProductType
  readonly pricing: {
    readonly revenueCategoryId: string | null
    readonly askingPrice: DecimalText
    readonly taxes: readonly string[]
  } | null
}

/** The platform's accounting configuration: what there is to map. */
export interface PlatformConfiguration {
  readonly id: string
  readonly taxRates: readonly TaxRate[]
  readonly revenueCategories: readonly RevenueCategory[]
  readonly paymentMethods: readonly PaymentMethod[]
  readonly products: readonly Product[]
}
