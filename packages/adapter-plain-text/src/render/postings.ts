import type { MappedPart, MinorUnits } from '@ledgerpost/core'
import type { ContentPosting } from './content.js'

/** The id of the tax rate that bears no tax. */
export const untaxed = 'none'

interface Sum {
  readonly account: string
  readonly taxId: string | null
  readonly categories: Set<string>
  amount: MinorUnits
}

/**
 * What a part does to the accounts: payments are debited, net amounts and taxes credited (the other way round in
 * refunds, whose amounts are negative). Payments are summed by account, lines by account and tax rate; a payment
 * and a line on one account stay apart, so that a gift card bought with a gift card shows both. Zero sums are left out.
 */
export function postingsOf({ payments, lines }: MappedPart): ContentPosting[] {
  const sums = new Map<string, Sum>()
  const add = (
    role: string,
    account: string,
    taxId: string | null,
    amount: MinorUnits,
    category?: string,
  ): void => {
    const key = JSON.stringify([role, account, taxId])
    const sum = sums.get(key) ?? { account, taxId, categories: new Set(), amount: 0n }
    sums.set(key, sum)
    sum.amount += amount
    if (category !== undefined) sum.categories.add(category)
  }
  for (const payment of payments) add('payment', payment.accountId, null, payment.amount)
  for (const line of lines) {
    add('net', line.revenueId, line.taxId === untaxed ? null : line.taxId, -line.net, line.revenueCategoryId)
  }
  for (const line of lines) if (line.tax !== 0n) add('tax', line.taxId, line.taxId, -line.tax)
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0n)
    .map(({ account, taxId, categories, amount }) => ({
      account,
      amount: amount.toString(),
      taxId,
      categories: [...categories].toSorted(),
    }))
}
