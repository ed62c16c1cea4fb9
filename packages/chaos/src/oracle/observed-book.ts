import type { FakeBooks } from '@ledgerpost/adapter-xero/fake'
import type { SalesBook } from '@ledgerpost/testkit'
import type { Chart } from '../simulation/chart.js'

/** What the ledger of a fake organisation says was sold; methods are not apart by location there. */
export function observedBook(books: FakeBooks, chart: Chart): Omit<SalesBook, 'totals'> {
  const byMethod = new Map<string, bigint>()
  const byCategory = new Map<string, bigint>()
  const netByTaxSet = new Map<string, bigint>()
  const taxByTaxSet = new Map<string, bigint>()
  const salesTax = books.systemAccount('GST').AccountID
  for (const { date, lines } of books.ledger.entries()) {
    for (const { accountId, amount, taxType } of lines) {
      const method = chart.methodOf.get(accountId)
      const category = chart.categoryOf.get(accountId)
      const taxSet = chart.taxSetOf.get(taxType ?? '') ?? `unknown ${taxType}`
      if (method !== undefined) increase(byMethod, `${date}|${method}`, amount)
      else if (category !== undefined) {
        increase(byCategory, `${date}|${category}`, -amount)
        increase(netByTaxSet, `${date}|${taxSet}`, -amount)
      } else if (accountId === salesTax) increase(taxByTaxSet, `${date}|${taxSet}`, -amount)
    }
  }
  return { byMethod, byCategory, netByTaxSet, taxByTaxSet }
}

/** The same book with its methods not apart by location. */
export function withoutLocations({ byMethod, byCategory, netByTaxSet, taxByTaxSet }: SalesBook): Omit<
  SalesBook,
  'totals'
> {
  const sums = new Map<string, bigint>()
  for (const [key, amount] of byMethod) {
    const [date = '', , method = ''] = key.split('|')
    increase(sums, `${date}|${method}`, amount)
  }
  return { byMethod: sums, byCategory, netByTaxSet, taxByTaxSet }
}

function increase(sums: Map<string, bigint>, key: string, amount: bigint): void {
  const sum = (sums.get(key) ?? 0n) + amount
  if (sum === 0n) sums.delete(key)
  else sums.set(key, sum)
}
