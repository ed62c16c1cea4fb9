import { type JsonRecord, recordMember, recordsMember, textMember } from '@ledgerpost/adapter-kit'
import type { FakeBooks } from './books.js'
import { type Cents, centsOf, taxOn } from './cents.js'
import { active, valueOf } from './references.js'
import { businessRefusal, invalidReference } from './refusal.js'

export interface ReceiptLine {
  readonly amount: Cents
  /** The income account of its item. */
  readonly account: string
  readonly code: string | undefined
}

export interface ReceiptTax {
  readonly total: Cents
  /** What is booked, by rate (or as a whole, where no rate is known). */
  readonly pieces: readonly { readonly rate: string; readonly amount: Cents }[]
}

const none: ReceiptTax = { total: 0n, pieces: [] }

/** The tax of a receipt, stated or computed as the company's edition does. @throws Refusal */
export function receiptTax(books: FakeBooks, element: JsonRecord, lines: readonly ReceiptLine[]): ReceiptTax {
  return books.isAmerican ? americanTax(books, element, lines) : foreignTax(books, element, lines)
}

/** Lines are marked TAX or NON; a stated total stands, else automated sales tax or the one code computes it. */
function americanTax(books: FakeBooks, element: JsonRecord, lines: readonly ReceiptLine[]): ReceiptTax {
  const { preferences, taxCodes, taxRates } = books.company
  for (const { code } of lines)
    if (code !== undefined && code !== 'TAX' && code !== 'NON')
      throw invalidReference(`TaxCode element id ${code}`)
  const detail = recordMember(element, 'TxnTaxDetail') ?? {}
  const named = valueOf(detail, 'TxnTaxCodeRef')
  const code = named === undefined ? undefined : active(taxCodes, named, 'TaxCode element')
  const taxable = lines.filter((line) => line.code === 'TAX').reduce((sum, { amount }) => sum + amount, 0n)
  const whole = (amount: Cents): ReceiptTax => ({ total: amount, pieces: [{ rate: named ?? 'TAX', amount }] })
  if (detail['TotalTax'] !== undefined) {
    const stated = centsOf(detail['TotalTax'], 'TotalTax')
    if (stated !== 0n && !lines.some((line) => line.code === 'TAX'))
      throw businessRefusal('A tax amount needs a line that is taxable.')
    return whole(stated)
  }
  if (!preferences.usesSalesTax) return none
  if (preferences.automatedRate !== undefined) return whole(taxOn(taxable, preferences.automatedRate))
  const rates = taxRates.filter(({ Id }) => code?.salesRates?.includes(Id))
  return whole(rates.reduce((sum, { RateValue }) => sum + taxOn(taxable, RateValue), 0n))
}

/** Every line has a code; the tax of each of its rates is stated or computed from what it is levied on. */
function foreignTax(books: FakeBooks, element: JsonRecord, lines: readonly ReceiptLine[]): ReceiptTax {
  const { preferences, taxCodes, taxRates } = books.company
  if (!preferences.usesSalesTax) return none
  const model = textMember(element, 'GlobalTaxCalculation')
  if (model !== 'TaxExcluded' && model !== 'TaxInclusive')
    throw businessRefusal('GlobalTaxCalculation must be TaxExcluded or TaxInclusive for taxed transactions.')
  const bases = new Map<string, Cents>()
  for (const { code, amount } of lines) {
    if (code === undefined)
      throw businessRefusal('Make sure all your transactions have a GST/VAT rate before you save.')
    const { salesRates } = active(taxCodes, code, 'TaxCode element')
    if (!salesRates) throw businessRefusal(`The tax code ${code} is not for sales.`)
    for (const rate of salesRates) bases.set(rate, (bases.get(rate) ?? 0n) + amount)
  }
  const detail = recordMember(element, 'TxnTaxDetail') ?? {}
  const stated = recordsMember(detail, 'TaxLine').map((line) => {
    const rate = valueOf(recordMember(line, 'TaxLineDetail') ?? {}, 'TaxRateRef') ?? ''
    if (!bases.has(rate)) throw businessRefusal(`The tax rate ${rate} belongs to no tax code of a line.`)
    return { rate, amount: centsOf(line['Amount'], 'TaxLine.Amount') }
  })
  const computed = [...bases].map(([rate, base]) => ({
    rate,
    amount: taxOn(base, taxRates.find(({ Id }) => Id === rate)?.RateValue ?? 0),
  }))
  const pieces = stated.length > 0 ? stated : computed
  const total = pieces.reduce((sum, { amount }) => sum + amount, 0n)
  if (detail['TotalTax'] !== undefined && centsOf(detail['TotalTax'], 'TotalTax') !== total)
    throw businessRefusal('The total tax amount does not match the tax lines.')
  return { total, pieces }
}
