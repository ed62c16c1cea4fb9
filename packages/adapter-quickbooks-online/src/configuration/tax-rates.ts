import {
  fractionOfPercent,
  type JsonRecord,
  recordMember,
  recordsMember,
  textMember,
} from '@ledgerpost/adapter-kit'
import { type DecimalText, type IntegratorTaxRate, readDecimal, type TaxComponent } from '@ledgerpost/core'
import { refOf } from '../wire/reference.js'
import { sumOfDecimals } from './sum-of-decimals.js'

/** What lines without tax are marked with in the United States; elsewhere a company without sales tax maps to it. */
export const untaxedCode = 'NON'

/** What taxed lines are marked with in the United States. */
export const taxedCode = 'TAX'

/** A rate, as codes are made of them. */
export interface SalesRate {
  readonly id: string
  readonly name: string
  readonly percent: DecimalText
  readonly isCompound: boolean
}

/** The sales rates of a tax code, in the order in which it lists them; what names no known rate is left out. */
export function salesRatesOf(code: JsonRecord, rates: readonly JsonRecord[]): SalesRate[] {
  const list = recordMember(code, 'SalesTaxRateList') ?? {}
  return recordsMember(list, 'TaxRateDetail').flatMap((detail) => {
    const id = refOf(detail, 'TaxRateRef')
    const rate = rates.find((each) => textMember(each, 'Id') === id)
    const percent = readDecimal(rate?.['RateValue'])
    if (id === undefined || !rate || !percent.ok) return []
    const name = textMember(rate, 'Name') ?? id
    return [{ id, name, percent: percent.text, isCompound: Number(detail['TaxOnTaxOrder'] ?? 0) > 0 }]
  })
}

/** A tax code as mapping sees it; undefined for one without an id. */
export function taxRateOf(code: JsonRecord, rates: readonly SalesRate[]): IntegratorTaxRate | undefined {
  const id = textMember(code, 'Id')
  if (id === undefined) return undefined
  const isPseudo = id === untaxedCode || id === taxedCode
  return {
    id,
    name: textMember(code, 'Name') ?? id,
    rate: rateOf(id, rates),
    isActive: code['Active'] !== false && code['Hidden'] !== true,
    appliesToRevenue: isPseudo || recordMember(code, 'SalesTaxRateList') !== undefined,
    components: rates.map(({ name, percent, isCompound }): TaxComponent => ({ name, percent, isCompound })),
  }
}

/** The code for lines without tax, where QuickBooks does not list it. */
export function untaxedRate(): IntegratorTaxRate {
  return {
    id: untaxedCode,
    name: 'No tax',
    rate: '0',
    isActive: true,
    appliesToRevenue: true,
    components: [],
  }
}

/** The code's rate as a fraction; null where it depends on the address, or on one component's tax. */
function rateOf(id: string, rates: readonly SalesRate[]): DecimalText | null {
  if (id === taxedCode || rates.some(({ isCompound }) => isCompound)) return null
  return fractionOfPercent(sumOfDecimals(rates.map(({ percent }) => percent)))
}
