import { type JsonRecord, recordMember, textMember } from '@ledgerpost/adapter-kit'
import type { FakeBooks } from './books.js'
import { asNumber, centsOf, isProduct } from './cents.js'
import { type ReceiptLine, receiptTax } from './receipt-tax.js'
import { active, checkHead, linesOf, valueOf } from './references.js'
import { businessRefusal, missing, Refusal } from './refusal.js'
import type { Booking, Checked } from './transactions.js'

/** A sales or refund receipt as QuickBooks would book it. @throws Refusal */
export function checkReceipt(
  books: FakeBooks,
  name: 'SalesReceipt' | 'RefundReceipt',
  element: JsonRecord,
): Checked {
  const head = checkHead(books, element)
  const customer = valueOf(element, 'CustomerRef')
  if (customer !== undefined) active(books.company.customers, customer, 'Names element')
  const lines = linesOf(element).map((line) => checkLine(books, line))
  const tax = receiptTax(books, element, lines)
  const subTotal = lines.reduce((sum, { amount }) => sum + amount, 0n)
  const total = subTotal + tax.total
  if (total < 0n) throw businessRefusal('Transaction amount must be 0 or greater.')
  const sign = name === 'SalesReceipt' ? 1n : -1n
  const bookings: Booking[] = [
    { account: depositAccount(books, name, element), amount: sign * total },
    ...lines.map(({ account, amount, code }) => ({
      account,
      amount: -sign * amount,
      ...(code === undefined ? {} : { tax: code }),
    })),
    ...tax.pieces.map(({ rate, amount }) => ({
      account: books.accountFor('GlobalTaxPayable'),
      amount: -sign * amount,
      tax: rate,
    })),
  ]
  const told = {
    TotalAmt: asNumber(total),
    Balance: 0,
    TxnTaxDetail: { ...recordMember(element, 'TxnTaxDetail'), TotalTax: asNumber(tax.total) },
    Line: [
      ...linesOf(element).map((line, index) => ({ Id: String(index + 1), LineNum: index + 1, ...line })),
      { Amount: asNumber(subTotal), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
    ],
  }
  return { ...head, bookings, told }
}

function checkLine(books: FakeBooks, line: JsonRecord): ReceiptLine {
  const detail = recordMember(line, 'SalesItemLineDetail')
  if (textMember(line, 'DetailType') !== 'SalesItemLineDetail' || !detail)
    throw missing('SalesItemLineDetail')
  if (detail['ItemAccountRef'] !== undefined)
    throw new Refusal(
      '2010',
      'Request has invalid or unsupported property',
      'ItemAccountRef cannot be updated',
    )
  const amount = centsOf(line['Amount'], 'Amount')
  const { Qty, UnitPrice } = detail
  if ((Qty !== undefined || UnitPrice !== undefined) && !isProduct(amount, Qty ?? 1, UnitPrice)) {
    throw new Refusal(
      '6070',
      'Amount calculation incorrect in the request',
      `Amount is not equal to UnitPrice * Qty. Supplied value:${asNumber(amount)}`,
    )
  }
  const id = valueOf(detail, 'ItemRef')
  if (id === undefined) throw missing('ItemRef')
  const item = active(books.company.items, id, 'Item element')
  if (item.incomeAccount === undefined) throw businessRefusal(`The item ${item.Name} cannot be sold.`)
  active(books.company.accounts, item.incomeAccount, 'Account element')
  return { amount, account: item.incomeAccount, code: valueOf(detail, 'TaxCodeRef') }
}

function depositAccount(
  books: FakeBooks,
  name: 'SalesReceipt' | 'RefundReceipt',
  element: JsonRecord,
): string {
  const id = valueOf(element, 'DepositToAccountRef')
  if (id === undefined) {
    if (name === 'RefundReceipt') throw missing('DepositToAccountRef')
    return books.accountFor('UndepositedFunds')
  }
  const account = active(books.company.accounts, id, 'Account element')
  if (account.AccountType !== 'Bank' && account.AccountType !== 'Other Current Asset')
    throw businessRefusal(`You must select a Bank or Other Current Asset account, not ${account.Name}.`)
  return id
}
