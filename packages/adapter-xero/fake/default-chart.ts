import type { FakeAccount, FakeOrganisationSeed, FakeTaxRate } from './seed.js'

type Row = readonly [
  code: string,
  name: string,
  type: string,
  accountClass: FakeAccount['Class'],
  extra?: Partial<FakeAccount>,
]

const payable: Partial<FakeAccount> = { EnablePaymentsToAccount: true }

const rows: readonly Row[] = [
  ['090', 'Checking Account', 'BANK', 'ASSET'],
  ['091', 'Card Clearing', 'BANK', 'ASSET'],
  ['092', 'Cash Drawer', 'BANK', 'ASSET'],
  ['200', 'Sales', 'REVENUE', 'REVENUE', { TaxType: 'OUTPUT' }],
  ['210', 'Services', 'REVENUE', 'REVENUE', { TaxType: 'OUTPUT' }],
  ['220', 'Products', 'REVENUE', 'REVENUE', { TaxType: 'OUTPUT' }],
  ['230', 'Memberships', 'REVENUE', 'REVENUE', { TaxType: 'OUTPUT' }],
  ['240', 'Refreshments', 'REVENUE', 'REVENUE', { TaxType: 'OUTPUT' }],
  ['299', 'Old Sales', 'REVENUE', 'REVENUE', { Status: 'ARCHIVED' }],
  ['404', 'Bank Fees', 'EXPENSE', 'EXPENSE'],
  ['610', 'Accounts Receivable', 'CURRENT', 'ASSET', { SystemAccount: 'DEBTORS' }],
  ['800', 'Accounts Payable', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'CREDITORS' }],
  ['820', 'Sales Tax', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'GST' }],
  ['830', 'Gift Cards', 'CURRLIAB', 'LIABILITY', payable],
  ['831', 'Account Credit', 'CURRLIAB', 'LIABILITY', payable],
  ['832', 'Tips Payable', 'CURRLIAB', 'LIABILITY'],
  ['833', 'Tender Exchange', 'CURRLIAB', 'LIABILITY', payable],
  ['860', 'Rounding', 'CURRLIAB', 'LIABILITY', { SystemAccount: 'ROUNDING' }],
  ['960', 'Retained Earnings', 'EQUITY', 'EQUITY', { SystemAccount: 'RETAINEDEARNINGS' }],
]

/** The id of the default account with this code. */
export function accountId(code: string): string {
  return `acc00000-0000-4000-8000-${code.padStart(12, '0')}`
}

function account([code, name, type, accountClass, extra = {}]: Row): FakeAccount {
  return {
    AccountID: accountId(code),
    Code: code,
    Name: name,
    Type: type,
    Class: accountClass,
    Status: 'ACTIVE',
    TaxType: 'NONE',
    EnablePaymentsToAccount: false,
    ...extra,
  }
}

/** A bank account without a code, as Xero allows. */
const terminal: FakeAccount = {
  AccountID: accountId('999'),
  Name: 'Payment Terminal',
  Type: 'BANK',
  Class: 'ASSET',
  Status: 'ACTIVE',
  TaxType: 'NONE',
  EnablePaymentsToAccount: false,
}

function rate(TaxType: string, Name: string, EffectiveRate: number, CanApplyToRevenue = true): FakeTaxRate {
  return { Name, TaxType, EffectiveRate, CanApplyToRevenue, Status: 'ACTIVE' }
}

const taxRates: readonly FakeTaxRate[] = [
  rate('NONE', 'Tax Exempt', 0),
  rate('EXEMPTOUTPUT', 'Exempt Sales', 0),
  rate('OUTPUT', 'Tax on Sales', 10),
  rate('INPUT', 'Tax on Purchases', 10, false),
  rate('TAX001', 'East sales tax', 8),
  rate('TAX002', 'East sales and district tax', 9.62),
  rate('TAX003', 'West sales tax', 7.25),
  rate('TAX004', 'West sales and district tax', 8.5906),
  { ...rate('TAX009', 'Old sales tax', 6), Status: 'ARCHIVED' },
]

/** A small American company with a chart for a studio. */
export const defaultOrganisation: FakeOrganisationSeed = {
  tenantId: '7e4a0000-0000-4000-8000-000000000001',
  name: 'Demo Company (US)',
  currency: 'USD',
  country: 'US',
  timeZone: 'EASTERNSTANDARDTIME',
  shortCode: '!Dm0US',
  accounts: [...rows.map(account), terminal],
  taxRates,
}
