/** A decimal in major units with exactly two decimals, such as `12.50` or `-0.05`. */
export type WireMoney = string

export type WireOrderType = 'Sale' | 'Refund' | 'Void' | 'VoidRefund'

export type WireProductType =
  | 'Tip'
  | 'CustomServicePricingOption'
  | 'SystemServicePricingOption'
  | 'Retail'
  | 'AccountCredit'
  | 'GiftCard'

export interface WireTax {
  readonly TaxRateId: string
  readonly Amount: WireMoney
}

export interface WireOrderItem {
  readonly Id: string
  readonly ProductId: string
  readonly ProductType: WireProductType
  readonly Description: string
  /** Null for a tip and for account credit. */
  readonly RevenueCategoryId: string | null
  readonly Quantity: string
  readonly UnitPrice: WireMoney
  /** Signed as the quantity: negative in a refund. */
  readonly Discount: WireMoney
  /** Quantity x UnitPrice - Discount. */
  readonly NetAmount: WireMoney
  readonly Taxes: readonly WireTax[]
  /** NetAmount and all taxes. */
  readonly Total: WireMoney
}

export interface WirePayment {
  readonly Id: string
  readonly PaymentMethodId: string
  readonly Amount: WireMoney
}

/** One revision of an order, as the platform sends it. The revision with the latest LastModifiedTime stands. */
export interface WireOrder {
  readonly Id: string
  readonly Type: WireOrderType
  /** The wall clock at the location, `YYYY-MM-DDTHH:mm:ss`. */
  readonly OrderDate: string
  readonly LocationId: string
  readonly Purchaser: { readonly Id: string; readonly FirstName: string; readonly LastName: string }
  readonly Items: readonly WireOrderItem[]
  readonly Cost: {
    readonly NetAmount: WireMoney
    readonly Discount: WireMoney
    readonly TaxAmount: WireMoney
    readonly Total: WireMoney
  }
  readonly Payments: readonly WirePayment[]
  /** UTC. */
  readonly LastModifiedTime: string
  /** UTC. */
  readonly CreatedTime: string
}
