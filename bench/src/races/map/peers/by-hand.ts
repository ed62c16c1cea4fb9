import { ordersIn } from '../limit.js'
import { accounts, invoiceId, paymentAccounts, type PlatformOrder, taxTypes } from './order.js'

/** What one writes in an afternoon: no validation, amounts in floating point, one invoice and its payments a call. */
export function mapByHand(lines: Buffer): number {
  let bytes = 0
  for (const order of ordersIn(lines)) {
    const { Id, OrderDate, Items, Payments } = asOrder(order)
    const date = OrderDate.slice(0, 10)
    const invoice = {
      Type: 'ACCREC',
      InvoiceNumber: Id,
      Contact: { Name: 'Daily sales' },
      Date: date,
      DueDate: date,
      Status: 'AUTHORISED',
      LineAmountTypes: 'Exclusive',
      LineItems: Items.map((item) => ({
        Description: item.Description,
        Quantity: 1,
        UnitAmount: Number(item.NetAmount),
        AccountID: accounts[item.RevenueCategoryId ?? `type:${item.ProductType}`],
        TaxType: taxTypes[item.Taxes.map(({ TaxRateId }) => TaxRateId).join('+') || 'none'],
        TaxAmount: taxOf(item.Taxes),
      })),
    }
    const payments = Payments.map(({ PaymentMethodId, Amount }) => ({
      Invoice: { InvoiceID: invoiceId },
      Account: { AccountID: paymentAccounts[PaymentMethodId] },
      Date: date,
      Amount: Number(Amount),
    }))
    bytes += Buffer.from(JSON.stringify({ Invoices: [invoice] })).byteLength
    bytes += Buffer.from(JSON.stringify({ Payments: payments })).byteLength
  }
  return bytes
}

/** In floating point, and back to cents. */
export function taxOf(taxes: PlatformOrder['Items'][number]['Taxes']): number {
  return Number(taxes.reduce((sum, { Amount }) => sum + Number(Amount), 0).toFixed(2))
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- peers trust what the generator wrote
export const asOrder = (value: unknown): PlatformOrder => value as PlatformOrder
