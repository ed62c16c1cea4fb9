import { createRequire } from 'node:module'
import { ordersIn } from '../limit.js'
import { asOrder } from './by-hand.js'
import { accounts, invoiceId, paymentAccounts, taxTypes } from './order.js'

interface Models {
  readonly ObjectSerializer: { serialize(data: unknown, type: string): unknown }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file has no entry of its own in the package
const { ObjectSerializer } = createRequire(import.meta.url)('xero-node/dist/gen/model/accounting/models.js') as Models

/** The same documents as objects of xero-node, written by its serialiser as its client does. */
export function mapByXeroNode(lines: Buffer): number {
  let bytes = 0
  for (const value of ordersIn(lines)) {
    const { Id, OrderDate, Items, Payments } = asOrder(value)
    const date = OrderDate.slice(0, 10)
    const invoice = {
      type: 'ACCREC',
      invoiceNumber: Id,
      contact: { name: 'Daily sales' },
      date,
      dueDate: date,
      status: 'AUTHORISED',
      lineAmountTypes: 'Exclusive',
      lineItems: Items.map((item) => ({
        description: item.Description,
        quantity: 1,
        unitAmount: Number(item.NetAmount),
        accountID: accounts[item.RevenueCategoryId ?? `type:${item.ProductType}`],
        taxType: taxTypes[item.Taxes.map(({ TaxRateId }) => TaxRateId).join('+') || 'none'],
        taxAmount: item.Taxes.reduce((sum, { Amount }) => sum + Number(Amount), 0),
      })),
    }
    const payments = Payments.map(({ PaymentMethodId, Amount }) => ({
      invoice: { invoiceID: invoiceId },
      account: { accountID: paymentAccounts[PaymentMethodId] },
      date,
      amount: Number(Amount),
    }))
    bytes += written({ invoices: [invoice] }, 'Invoices') + written({ payments }, 'Payments')
  }
  return bytes
}

function written(data: unknown, type: string): number {
  return Buffer.from(JSON.stringify(ObjectSerializer.serialize(data, type))).byteLength
}
