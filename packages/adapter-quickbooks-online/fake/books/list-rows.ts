import type { JsonRecord } from '@ledgerpost/adapter-kit'
import type { FakeBooks } from './books.js'
import { elementOf } from './create-transaction.js'

const common = { domain: 'QBO', sparse: false, SyncToken: '0' }

/** All rows of an entity as queries tell them, inactive ones included; undefined for an entity that the fake has not. */
export function rowsOf(books: FakeBooks, entity: string): readonly JsonRecord[] | undefined {
  const { company } = books
  switch (entity) {
    case 'Account':
      return company.accounts.map(({ currency, ...account }) => ({
        ...common,
        ...account,
        FullyQualifiedName: account.Name,
        SubAccount: false,
        CurrencyRef: { value: currency ?? company.currency },
      }))
    case 'Item':
      return company.items.map(({ incomeAccount, ...item }) => ({
        ...common,
        ...item,
        FullyQualifiedName: item.Name,
        ...(incomeAccount === undefined ? {} : { IncomeAccountRef: { value: incomeAccount } }),
      }))
    case 'TaxRate':
      return company.taxRates.map((rate) => ({ ...common, ...rate }))
    case 'TaxCode':
      return company.taxCodes.map(({ salesRates, ...code }) => ({
        ...common,
        ...code,
        Taxable: code.Id !== 'NON',
        ...(salesRates ? { SalesTaxRateList: { TaxRateDetail: salesRates.map(rateDetail) } } : {}),
      }))
    case 'Class':
      return company.classes.map((each) => ({ ...common, ...each, FullyQualifiedName: each.Name }))
    case 'Department':
      return company.departments.map((each) => ({ ...common, ...each, FullyQualifiedName: each.Name }))
    case 'Customer':
      return company.customers.map(({ Name, ...each }) => ({ ...common, ...each, DisplayName: Name }))
    case 'CompanyInfo':
      return [companyInfo(books)]
    case 'Preferences':
      return [preferences(books)]
    case 'SalesReceipt':
    case 'RefundReceipt':
    case 'JournalEntry':
      return books.transactions.filter(({ name }) => name === entity).map(elementOf)
    default:
      return undefined
  }
}

function rateDetail(rate: string, index: number): JsonRecord {
  return { TaxRateRef: { value: rate }, TaxTypeApplicable: 'TaxOnAmount', TaxOrder: index, TaxOnTaxOrder: 0 }
}

export function companyInfo({ company }: FakeBooks): JsonRecord {
  return {
    ...common,
    Id: '1',
    CompanyName: company.name,
    LegalName: company.name,
    Country: company.country,
    DefaultTimeZone: company.timeZone,
    FiscalYearStartMonth: 'January',
  }
}

function preferences({ company }: FakeBooks): JsonRecord {
  const chosen = company.preferences
  return {
    ...common,
    Id: '1',
    AccountingInfoPrefs: {
      TrackDepartments: chosen.tracksDepartments,
      ClassTrackingPerTxn: chosen.classTracking === 'transaction',
      ClassTrackingPerTxnLine: chosen.classTracking === 'line',
      UseAccountNumbers: true,
      ...(chosen.bookCloseDate === undefined ? {} : { BookCloseDate: chosen.bookCloseDate }),
    },
    SalesFormsPrefs: {
      CustomTxnNumbers: chosen.customNumbers,
      AllowDiscount: false,
      AllowServiceDate: false,
    },
    TaxPrefs: {
      UsingSalesTax: chosen.usesSalesTax,
      ...(chosen.automatedRate === undefined ? {} : { PartnerTaxEnabled: true }),
    },
    CurrencyPrefs: {
      HomeCurrency: { value: company.currency },
      MultiCurrencyEnabled: chosen.multicurrency,
    },
  }
}
