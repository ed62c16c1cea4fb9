import { createRequire } from 'node:module'
import { Invoice, LineAmountTypes } from 'xero-node'
import { ordersIn } from '../limit.js'
import { asOrder, taxOf } from './by-hand.js'
import { accounts, invoiceId, paymentAccounts, type PlatformOrder, taxTypes } from './order.js'

interface Models {
  readonly ObjectSerializer: { serialize(data: unknown, type: string): unknown }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file has no entry of its own in the package
const { ObjectSerializer } = createRequire(import.meta.url)(
  'xero-node/dist/gen/model/accounting/models.js',
) as Models

/** The same documents as objects of xero-node, written by its serialiser as its client does. */
export function mapByXeroNode(lines: Buffer): number {
  let bytes = 0
  for (const value of ordersIn(lines)) {
    const order = asOrder(value)
    bytes += written({ invoices: [invoiceOf(order)] }, 'Invoices')
    bytes += written({ payments: paymentsOf(order, invoiceId) }, 'Payments')
  }
  return bytes
}

/** An order as xero-node's invoice. */
export function invoiceOf({ Id, OrderDate, Items }: PlatformOrder) {
  const date = OrderDate.slice(0, 10)
  return {
    type: Invoice.TypeEnum.ACCREC,
    invoiceNumber: Id,
    contact: { name: 'Daily sales' },
    date,
    dueDate: date,
    status: Invoice.StatusEnum.AUTHORISED,
    lineAmountTypes: LineAmountTypes.Exclusive,
    lineItems: Items.map((item) => ({
      description: item.Description,
      quantity: 1,
      unitAmount: Number(item.NetAmount),
      accountID: accounts[item.RevenueCategoryId ?? `type:${item.ProductType}`] ?? '',
      taxType: taxTypes[item.Taxes.map(({ TaxRateId }) => TaxRateId).join('+') || 'none'] ?? '',
      taxAmount: taxOf(item.Taxes),
    })),
  }
}

/** And its payments. */
export function paymentsOf({ OrderDate, Payments }: PlatformOrder, invoiceID: string) {
  return Payments.map(({ PaymentMethodId, Amount }) => ({
    invoice: { invoiceID },
    account: { accountID: paymentAccounts[PaymentMethodId] ?? '' },
    date: OrderDate.slice(0, 10),
    amount: Number(Amount),
  }))
}

function written(data: unknown, type: string): number {
  return Buffer.from(JSON.stringify(ObjectSerializer.serialize(data, type))).byteLength
}
