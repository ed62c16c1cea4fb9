import type { SalesBook } from '@ledgerpost/testkit'
import type { Chart } from '../simulation/chart.js'
import type { LedgerReading } from './ledger-reading.js'

/** What an integrator's ledger says was sold; methods are not apart by location there. */
export function observedBook({ entries, salesTax }: LedgerReading, chart: Chart): Omit<SalesBook, 'totals'> {
  const byMethod = new Map<string, bigint>()
  const byCategory = new Map<string, bigint>()
  const netByTaxSet = new Map<string, bigint>()
  const taxByTaxSet = new Map<string, bigint>()
  for (const { date, lines } of entries) {
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
export function withoutLocations({
  byMethod,
  byCategory,
  netByTaxSet,
  taxByTaxSet,
}: SalesBook): Omit<SalesBook, 'totals'> {
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
