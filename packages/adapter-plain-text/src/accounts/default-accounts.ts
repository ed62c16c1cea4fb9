/** The accounts of books whose settings name none: what a shop with tills, gift cards, tips and one sales tax needs. */
export const defaultAccounts = [
  { name: 'Assets:Cash', kind: 'Cash' },
  { name: 'Assets:Bank', kind: 'Cash' },
  { name: 'Assets:Card-Clearing' },
  { name: 'Assets:Other-Tenders' },
  { name: 'Liabilities:Gift-Cards' },
  { name: 'Liabilities:Customer-Credit' },
  { name: 'Liabilities:Tips' },
  { name: 'Liabilities:Tender-Exchange' },
  { name: 'Liabilities:Tax:Sales-Tax' },
  { name: 'Equity:Opening-Balances' },
  { name: 'Income:Sales' },
  { name: 'Income:Services' },
  { name: 'Income:Retail' },
  { name: 'Income:Discounts' },
  { name: 'Income:Other' },
  { name: 'Expenses:Rounding' },
] as const
