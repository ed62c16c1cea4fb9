import render from 'json-e'
import { ordersIn } from '../limit.js'
import { asOrder } from './by-hand.js'
import { accounts, invoiceId, paymentAccounts, taxTypes } from './order.js'

/** The same documents as a JSON-e template. */
const template = {
  Invoices: [
    {
      Type: 'ACCREC',
      InvoiceNumber: { $eval: 'Id' },
      Contact: { Name: 'Daily sales' },
      Date: { $eval: 'date' },
      DueDate: { $eval: 'date' },
      Status: 'AUTHORISED',
      LineAmountTypes: 'Exclusive',
      LineItems: {
        $map: { $eval: 'Items' },
        'each(item)': {
          Description: { $eval: 'item.Description' },
          Quantity: 1,
          UnitAmount: { $eval: 'number(item.NetAmount)' },
          AccountID: {
            $if: 'item.RevenueCategoryId != null',
            // oxlint-disable-next-line unicorn/no-thenable -- JSON-e calls it so
            then: { $eval: 'accounts[item.RevenueCategoryId]' },
            else: { $eval: "accounts['type:' + item.ProductType]" },
          },
          TaxType: { $eval: 'taxTypeOf(item.Taxes)' },
          TaxAmount: { $eval: 'taxOf(item.Taxes)' },
        },
      },
    },
  ],
  Payments: {
    $map: { $eval: 'Payments' },
    'each(payment)': {
      Invoice: { InvoiceID: invoiceId },
      Account: { AccountID: { $eval: 'paymentAccounts[payment.PaymentMethodId]' } },
      Date: { $eval: 'date' },
      Amount: { $eval: 'number(payment.Amount)' },
    },
  },
}

type Taxes = readonly { readonly TaxRateId: string; readonly Amount: string }[]

/** What JSON-e has no words for. */
const functions = {
  taxTypeOf: (taxes: Taxes) => taxTypes[taxes.map(({ TaxRateId }) => TaxRateId).join('+') || 'none'],
  taxOf: (taxes: Taxes) => taxes.reduce((sum, { Amount }) => sum + Number(Amount), 0),
}

export function mapByJsonE(lines: Buffer): number {
  let bytes = 0
  for (const value of ordersIn(lines)) {
    const order = asOrder(value)
    const date = order.OrderDate.slice(0, 10)
    const mapped: unknown = render(template, { ...order, ...functions, date, accounts, paymentAccounts })
    bytes += Buffer.from(JSON.stringify(mapped)).byteLength
  }
  return bytes
}
