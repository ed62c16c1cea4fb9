import type { Cell, Contribution } from './cell.js'

/** A cell as a JSON row: date, location, currency, method, category, taxes, net and tax (minor units as text). */
export type CellJson = readonly [
  string,
  string,
  string,
  string | null,
  string,
  readonly string[],
  string,
  string,
]

export function contributionToJson(contribution: Contribution): CellJson[] {
  return contribution.map((cell) => [
    cell.businessDate,
    cell.locationId,
    cell.currency,
    cell.paymentMethodId,
    cell.revenueCategoryId,
    cell.taxRateIds,
    cell.net.toString(),
    cell.tax.toString(),
  ])
}

export function contributionFromJson(rows: readonly CellJson[]): Contribution {
  return rows.map(
    ([
      businessDate,
      locationId,
      currency,
      paymentMethodId,
      revenueCategoryId,
      taxRateIds,
      net,
      tax,
    ]): Cell => ({
      businessDate,
      locationId,
      currency,
      paymentMethodId,
      revenueCategoryId,
      taxRateIds,
      net: BigInt(net),
      tax: BigInt(tax),
    }),
  )
}
