import type { FakeAccount, FakeItem, FakeListElement } from '../seed.js'

type Row = readonly [
  id: string,
  name: string,
  type: string,
  subType: string,
  classification: FakeAccount['Classification'],
  extra?: Partial<FakeAccount>,
]

const rows: readonly Row[] = [
  ['35', 'Checking', 'Bank', 'Checking', 'Asset', { AcctNum: '1000' }],
  ['36', 'Cash Drawer', 'Bank', 'CashOnHand', 'Asset'],
  ['37', 'Card Clearing', 'Other Current Asset', 'OtherCurrentAssets', 'Asset'],
  ['38', 'Old Bank', 'Bank', 'Checking', 'Asset', { Active: false }],
  ['4', 'Undeposited Funds', 'Other Current Asset', 'UndepositedFunds', 'Asset'],
  ['84', 'Accounts Receivable (A/R)', 'Accounts Receivable', 'AccountsReceivable', 'Asset'],
  ['33', 'Accounts Payable (A/P)', 'Accounts Payable', 'AccountsPayable', 'Liability'],
  ['89', 'Sales Tax Payable', 'Other Current Liability', 'GlobalTaxPayable', 'Liability'],
  ['90', 'Gift Cards Outstanding', 'Other Current Liability', 'OtherCurrentLiabilities', 'Liability'],
  ['91', 'Account Credit', 'Other Current Liability', 'OtherCurrentLiabilities', 'Liability'],
  ['92', 'Tips Payable', 'Other Current Liability', 'OtherCurrentLiabilities', 'Liability'],
  ['93', 'Tender Exchange', 'Other Current Asset', 'OtherCurrentAssets', 'Asset'],
  ['79', 'Sales of Product Income', 'Income', 'SalesOfProductIncome', 'Revenue'],
  ['80', 'Services', 'Income', 'ServiceFeeIncome', 'Revenue'],
  ['81', 'Discounts Given', 'Income', 'DiscountsRefundsGiven', 'Revenue'],
  ['82', 'Old Income', 'Income', 'ServiceFeeIncome', 'Revenue', { Active: false }],
  ['60', 'Promotions', 'Expense', 'AdvertisingPromotional', 'Expense'],
  ['61', 'Rounding', 'Other Expense', 'OtherMiscellaneousExpense', 'Expense'],
  ['2', 'Retained Earnings', 'Equity', 'RetainedEarnings', 'Equity'],
]

/** The chart that all fake companies share. */
export const accounts: readonly FakeAccount[] = rows.map(
  ([Id, Name, AccountType, AccountSubType, Classification, extra]) => ({
    Id,
    Name,
    AccountType,
    AccountSubType,
    Classification,
    Active: true,
    ...extra,
  }),
)

const itemRows: readonly (readonly [
  id: string,
  name: string,
  incomeAccount: string,
  type?: FakeItem['Type'],
])[] = [
  ['1', 'Classes', '80'],
  ['2', 'Memberships', '80'],
  ['3', 'Retail', '79', 'NonInventory'],
  ['4', 'Gift Cards', '90'],
  ['5', 'Account Credit', '91'],
  ['6', 'Tips', '92'],
  ['7', 'Discounts', '81'],
  ['8', 'Rounding', '61'],
  ['9', 'Tender Exchange', '93'],
  ['12', 'Stock', '79', 'Inventory'],
]

export const items: readonly FakeItem[] = [
  ...itemRows.map(([Id, Name, incomeAccount, Type = 'Service']) => ({
    Id,
    Name,
    Type,
    Active: true,
    incomeAccount,
  })),
  { Id: '10', Name: 'Old Classes', Type: 'Service', Active: false, incomeAccount: '80' },
  { Id: '11', Name: 'Everything', Type: 'Category', Active: true },
]

const element = (Id: string, Name: string, Active = true): FakeListElement => ({ Id, Name, Active })

export const classes: readonly FakeListElement[] = [
  element('100', 'Studio'),
  element('101', 'Old Studio', false),
]
export const departments: readonly FakeListElement[] = [element('1', 'East'), element('2', 'West')]
export const customers: readonly FakeListElement[] = [
  element('58', 'Point of sale'),
  element('59', 'Gone', false),
]
