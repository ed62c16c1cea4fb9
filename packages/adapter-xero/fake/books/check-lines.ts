import { type FakeBooks, Refusal } from './books.js'
import type { FakeLine } from './documents.js'
import {
  asNumber,
  decimalOf,
  type Hundredths,
  hundredthsOf,
  product,
  roundedToHundredths,
  taxOn,
} from './hundredths.js'
import { checkTracking } from './check-tracking.js'
import { type Element, text } from './read-element.js'

/**
 * A line as Xero would book it.
 * @param isTaxForced whether a tax amount may be another one than Xero computes
 * @throws Refusal with Xero's sentence for what it does not accept
 */
export function checkLine(
  books: FakeBooks,
  line: Element,
  lineAmountTypes: string,
  isTaxForced: boolean,
): FakeLine {
  const description = text(line, 'Description')
  if (description === undefined) throw new Refusal('Description is required and must be at least 1 character')
  const quantity = decimalOf(line['Quantity'] ?? 1)
  const unit = decimalOf(line['UnitAmount'])
  if (!quantity || !unit) throw new Refusal('The line has no valid Quantity or UnitAmount')
  const unitAmount = roundedToHundredths(unit)
  const lineAmount = roundedToHundredths(product(quantity, { digits: unitAmount, scale: 2 }))
  const told = hundredthsOf(line['LineAmount'])
  if (told !== undefined && told !== lineAmount) {
    throw new Refusal(
      `The line total ${asNumber(told)} does not match the expected line total ${asNumber(lineAmount)}`,
    )
  }
  if (lineAmount < 0n && (line['DiscountAmount'] !== undefined || line['DiscountRate'] !== undefined)) {
    throw new Refusal(
      "The discount rate '0.00' is invalid. Please ensure that the line item has a positive amount",
    )
  }
  const account = lineAccount(books, line)
  const taxType = text(line, 'TaxType') ?? account.TaxType
  const tax = books.organisation.taxRates.find((rate) => rate.TaxType === taxType && rate.Status === 'ACTIVE')
  if (!tax?.CanApplyToRevenue) {
    throw new Refusal(
      `The TaxType code '${taxType}' does not exist or cannot be used for this type of transaction`,
    )
  }
  const isIncluded = lineAmountTypes === 'Inclusive'
  const computed = lineAmountTypes === 'NoTax' ? 0n : taxOn(lineAmount, tax.EffectiveRate, isIncluded)
  return {
    id: books.newId(),
    description,
    quantity: Number(line['Quantity'] ?? 1),
    unitAmount,
    lineAmount,
    account,
    tax,
    taxAmount: taxAmountOf(line, tax.TaxType, computed, isTaxForced),
    tracking: checkTracking(books, line),
  }
}

function taxAmountOf(line: Element, taxType: string, computed: Hundredths, isTaxForced: boolean): Hundredths {
  const told = hundredthsOf(line['TaxAmount'])
  if (told === undefined || told === computed) return computed
  // xero-node issue 768
  if (!isTaxForced) {
    throw new Refusal(
      `Tax amount ${spoken(told)} is incorrect for ${taxType} tax type, should be ${spoken(computed)}`,
    )
  }
  return told
}

function spoken(amount: Hundredths): string {
  return asNumber(amount).toFixed(2)
}

/** The account of a line, which may be neither a bank account nor one that Xero keeps itself. @throws Refusal */
export function lineAccount(books: FakeBooks, line: Element): FakeLine['account'] {
  const [id, code] = [text(line, 'AccountID'), text(line, 'AccountCode')]
  if (id === undefined && code === undefined) throw new Refusal('Account code or ID must be specified')
  const named = id === undefined ? `Account code '${code}'` : `Account ID '${id}'`
  const account = books.account({ id, code })
  if (account?.Status === 'ARCHIVED') throw new Refusal(`${named} has been archived, or deleted`)
  const isSystem = account?.SystemAccount !== undefined && account.SystemAccount !== 'ROUNDING'
  if (!account || isSystem || account.Type === 'BANK') {
    throw new Refusal(`${named} is not a valid ${id === undefined ? 'code' : 'ID'} for this document.`)
  }
  return account
}
