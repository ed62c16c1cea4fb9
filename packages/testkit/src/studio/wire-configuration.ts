import type { WireMoney, WireProductType } from './wire-order.js'

export type WireActivity = 'Active' | 'Inactive'

export interface WireTaxRate {
  readonly Id: string
  readonly Name: string
  /** A fraction: 0.08 is 8 %. */
  readonly Value: string
  readonly LocationId: string
  readonly LastModifiedTime: string
}

export interface WireRevenueCategory {
  readonly Id: string
  readonly Name: string
  readonly LastModifiedTime: string
  readonly Status: WireActivity
}

export interface WirePaymentMethod {
  readonly Id: string
  readonly Name: string
  readonly Type: string | null
  readonly LastModifiedTime: string
  readonly Status: WireActivity
}

export interface WireProduct {
  readonly Id: string
  readonly Name: string
  readonly Type: WireProductType
  readonly Pricing: {
    readonly RevenueCategoryId: string | null
    readonly AskingPrice: WireMoney
    readonly Taxes: readonly string[]
  }
}

/** The platform's accounting configuration of one subscriber. */
export interface WireAccountingConfiguration {
  readonly Id: string
  readonly TaxRates: readonly WireTaxRate[]
  readonly RevenueCategories: readonly WireRevenueCategory[]
  readonly PaymentMethods: readonly WirePaymentMethod[]
  readonly Products: readonly WireProduct[]
}

/** Where and when a subscriber does business. */
export interface WireSubscriber {
  readonly Id: string
  readonly Name: string
  readonly Region: string
  /** IANA zone. */
  readonly TimeZone: string
  /** ISO 4217. */
  readonly Currency: string
  /** The wall-clock time at which a business day begins, `HH:mm`. */
  readonly BusinessDayCutOff: string
  readonly PricingLevel: string
  readonly Locations: readonly { readonly Id: string; readonly Name: string; readonly TimeZone: string }[]
}
