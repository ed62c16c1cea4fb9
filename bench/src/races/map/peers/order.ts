import { assignments } from '../../../scene/books.js'

/** What peers take an order for; none of them looks whether it is one. */
export interface PlatformOrder {
  readonly Id: string
  readonly OrderDate: string
  readonly Items: readonly {
    readonly ProductType: string
    readonly Description: string
    readonly RevenueCategoryId: string | null
    readonly NetAmount: string
    readonly Taxes: readonly { readonly TaxRateId: string; readonly Amount: string }[]
  }[]
  readonly Payments: readonly { readonly PaymentMethodId: string; readonly Amount: string }[]
}

const targets = (kind: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    assignments
      .filter((each) => each.kind === kind)
      .map(({ sourceId, integrationId }) => [sourceId, integrationId]),
  )

/** The maps as plain objects. */
export const accounts = targets('revenueCategory')
export const taxTypes = targets('taxRate')
export const paymentAccounts = targets('paymentMethod')

/** The id that an invoice has when its payments are written. */
export const invoiceId = 'fa4e0000-0000-4000-8000-000000000001'
