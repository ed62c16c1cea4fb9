import type { StudioLocation, StudioProduct } from './catalogue.js'
import { type Cents, formatCents, shareOf, sumCents } from './cents.js'
import type { WireOrder, WireOrderItem, WireOrderType } from './wire-order.js'

export interface DraftItem {
  readonly product: StudioProduct
  /** Negative when it comes back. */
  readonly quantity: bigint
  readonly unitPrice: Cents
  readonly discount: Cents
  readonly net: Cents
  readonly taxes: readonly { readonly rateId: string; readonly amount: Cents }[]
}

export interface DraftPayment {
  readonly methodId: string
  readonly amount: Cents
}

/** An order in the making, in minor units. */
export interface OrderDraft {
  readonly id: string
  readonly type: WireOrderType
  readonly location: StudioLocation
  readonly orderDate: string
  readonly clientNumber: number
  readonly items: readonly DraftItem[]
  readonly payments: readonly DraftPayment[]
  /** Epoch milliseconds. */
  readonly createdAt: number
}

/** Prices a line as the platform does: each tax is rounded on its own, half away from zero. */
export function priceItem(
  product: StudioProduct,
  location: StudioLocation,
  { quantity = 1n, unitPrice = product.price, discountPercent = 0n } = {},
): DraftItem {
  const discount = shareOf(quantity * unitPrice, discountPercent, 100n)
  const net = quantity * unitPrice - discount
  let taxed = net
  const taxes = location.taxRates[product.taxClass].map((rate) => {
    const amount = shareOf(rate.compound ? taxed : net, rate.basisPoints, 10_000n)
    taxed += amount
    return { rateId: rate.id, amount }
  })
  return { product, quantity, unitPrice, discount, net, taxes }
}

export function returnedItem(item: DraftItem): DraftItem {
  return {
    ...item,
    quantity: -item.quantity,
    discount: -item.discount,
    net: -item.net,
    taxes: item.taxes.map((tax) => ({ ...tax, amount: -tax.amount })),
  }
}

function taxOf(item: DraftItem): Cents {
  return sumCents(item.taxes.map((tax) => tax.amount))
}

export function totalOf(items: readonly DraftItem[]): Cents {
  return sumCents(items.map((item) => item.net + taxOf(item)))
}

function wireItem(item: DraftItem, index: number): WireOrderItem {
  return {
    Id: String(index + 1),
    ProductId: item.product.id,
    ProductType: item.product.type,
    Description: item.product.name,
    RevenueCategoryId: item.product.categoryId,
    Quantity: item.quantity.toString(),
    UnitPrice: formatCents(item.unitPrice),
    Discount: formatCents(item.discount),
    NetAmount: formatCents(item.net),
    Taxes: item.taxes.map((tax) => ({ TaxRateId: tax.rateId, Amount: formatCents(tax.amount) })),
    Total: formatCents(item.net + taxOf(item)),
  }
}

/** The revision that the platform shows from `modifiedAt` (epoch milliseconds) on. */
export function wireOrder(draft: OrderDraft, modifiedAt: number): WireOrder {
  return {
    Id: draft.id,
    Type: draft.type,
    OrderDate: draft.orderDate,
    LocationId: draft.location.id,
    Purchaser: { Id: `C${draft.clientNumber}`, FirstName: 'Client', LastName: String(draft.clientNumber) },
    Items: draft.items.map(wireItem),
    Cost: {
      NetAmount: formatCents(sumCents(draft.items.map((item) => item.net))),
      Discount: formatCents(sumCents(draft.items.map((item) => item.discount))),
      TaxAmount: formatCents(sumCents(draft.items.map(taxOf))),
      Total: formatCents(totalOf(draft.items)),
    },
    Payments: draft.payments.map((payment, index) => ({
      Id: String(index + 1),
      PaymentMethodId: payment.methodId,
      Amount: formatCents(payment.amount),
    })),
    LastModifiedTime: new Date(modifiedAt).toISOString(),
    CreatedTime: new Date(draft.createdAt).toISOString(),
  }
}
