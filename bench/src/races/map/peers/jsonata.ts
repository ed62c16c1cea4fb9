import jsonata from 'jsonata'
import { ordersIn } from '../limit.js'
import { accounts, invoiceId, paymentAccounts, taxTypes } from './order.js'

/** The same documents as a JSONata expression. */
const expression = jsonata(`(
  $date := $substring(OrderDate, 0, 10);
  {
    "Invoices": [{
      "Type": "ACCREC",
      "InvoiceNumber": Id,
      "Contact": { "Name": "Daily sales" },
      "Date": $date,
      "DueDate": $date,
      "Status": "AUTHORISED",
      "LineAmountTypes": "Exclusive",
      "LineItems": [Items.{
        "Description": Description,
        "Quantity": 1,
        "UnitAmount": $number(NetAmount),
        "AccountID": $lookup($accounts, RevenueCategoryId ? RevenueCategoryId : "type:" & ProductType),
        "TaxType": $lookup($taxTypes, Taxes ? $join(Taxes.TaxRateId, "+") : "none"),
        "TaxAmount": Taxes ? $sum(Taxes.$number(Amount)) : 0
      }]
    }],
    "Payments": [Payments.{
      "Invoice": { "InvoiceID": $invoiceId },
      "Account": { "AccountID": $lookup($paymentAccounts, PaymentMethodId) },
      "Date": $date,
      "Amount": $number(Amount)
    }]
  }
)`)

export async function mapByJsonata(lines: Buffer): Promise<number> {
  let bytes = 0
  for (const order of ordersIn(lines)) {
    const mapped: unknown = await expression.evaluate(order, {
      accounts,
      taxTypes,
      paymentAccounts,
      invoiceId,
    })
    bytes += Buffer.from(JSON.stringify(mapped)).byteLength
  }
  return bytes
}
