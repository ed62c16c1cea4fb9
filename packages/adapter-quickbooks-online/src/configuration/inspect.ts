import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { IntegratorConfiguration, IntegratorTaxRate } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import type { QuickBooksOnlineSettings } from '../settings.js'
import { activeOrNot } from '../wire/query.js'
import { accountOf, undepositedFundsOf } from './accounts.js'
import { readCompanyInfo } from './company.js'
import type { QuickBooksOnlineExtension } from './extension.js'
import { incomeAccountOf, soldItemOf } from './items.js'
import type { CompanyPreferences } from './preferences.js'
import { salesTaxAccountOf } from './sales-tax-account.js'
import { type SalesRate, salesRatesOf, taxRateOf, untaxedCode, untaxedRate } from './tax-rates.js'
import { trackingCategoryOf } from './tracking-categories.js'

/** Reads what mapping, planning and rendering need, inactive accounts, items and codes included. @throws IntegratorError */
export async function inspect(
  client: Client,
  preferences: CompanyPreferences,
  settings: QuickBooksOnlineSettings,
): Promise<IntegratorConfiguration> {
  const [company, accountRows, itemRows, codes, rates, classes, departments] = await Promise.all([
    readCompanyInfo(client),
    client.rows('Account', activeOrNot),
    client.rows('Item', activeOrNot),
    client.rows('TaxCode', activeOrNot),
    client.rows('TaxRate', activeOrNot),
    client.rows('Class', activeOrNot),
    client.rows('Department', activeOrNot),
  ])
  const { currency, lockedThrough, classTracking, tracksDepartments } = preferences
  const accounts = accountRows.flatMap((account) => accountOf(account, currency) ?? [])
  const known = new Map(accounts.map((account) => [account.id, account]))
  const items = itemRows.flatMap((row) => {
    const item = soldItemOf(row, known)
    return item ? [{ item, incomeAccount: incomeAccountOf(row) ?? '' }] : []
  })
  const taxCodes = codes.map((code) => ({ code, rates: salesRatesOf(code, rates) }))
  const salesTax = salesTaxAccountOf(accountRows, settings)
  const extension: QuickBooksOnlineExtension = {
    edition: company.edition,
    isMulticurrency: preferences.isMulticurrency,
    usesSalesTax: preferences.usesSalesTax,
    hasAutomatedSalesTax: preferences.hasAutomatedSalesTax,
    classTracking,
    tracksDepartments,
    salesTaxAccountId: salesTax.id,
    isSalesTaxAccountCertain: salesTax.isCertain,
    undepositedFundsAccountId: undepositedFundsOf(accountRows),
    incomeAccounts: Object.fromEntries(items.map(({ item, incomeAccount }) => [item.id, incomeAccount])),
    ratesOfCodes: ratesOf(taxCodes),
    customerId: settings.customerId ?? null,
    classId: settings.classId ?? null,
    departmentId: settings.departmentId ?? null,
  }
  return {
    organisation: {
      name: company.name,
      currency,
      country: company.country,
      timeZone: company.timeZone,
      lockedThrough,
    },
    accounts: [...accounts, ...items.map(({ item }) => item)],
    taxRates: withUntaxed(
      taxCodes.flatMap((each) => taxRateOf(each.code, each.rates) ?? []),
      extension,
    ),
    trackingCategories: [
      trackingCategoryOf({ id: 'class', name: 'Class', isActive: classTracking !== 'none' }, classes),
      trackingCategoryOf({ id: 'department', name: 'Location', isActive: tracksDepartments }, departments),
    ],
    extension: { ...extension },
  }
}

interface TaxCode {
  readonly code: JsonRecord
  readonly rates: readonly SalesRate[]
}

function ratesOf(codes: readonly TaxCode[]): QuickBooksOnlineExtension['ratesOfCodes'] {
  return Object.fromEntries(
    codes.flatMap(({ code, rates }) => {
      const id = textMember(code, 'Id')
      return id === undefined ? [] : [[id, rates.map((rate) => ({ id: rate.id, percent: rate.percent }))]]
    }),
  )
}

/** Where lines need no real code, there is always something that `none` can be mapped to. */
function withUntaxed(
  rates: readonly IntegratorTaxRate[],
  extension: QuickBooksOnlineExtension,
): IntegratorTaxRate[] {
  const needsIt = extension.edition === 'us' || !extension.usesSalesTax
  return needsIt && !rates.some(({ id }) => id === untaxedCode) ? [untaxedRate(), ...rates] : [...rates]
}
