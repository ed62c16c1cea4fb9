/** An amount in minor units by a key of parts joined by `|`; sums of zero are left out. */
export type Sums = ReadonlyMap<string, bigint>

/** What a set of orders says was sold, to be compared with what a ledger says. All amounts in minor units. */
export interface SalesBook {
  /** Payments, by `date|location|payment method`. */
  readonly byMethod: Sums
  /** Net amounts, by `date|revenue category`, the category being `type:X` for items that have none. */
  readonly byCategory: Sums
  /** Net amounts, by `date|tax set`, the set being sorted tax rate ids joined by `+`, or `none`. */
  readonly netByTaxSet: Sums
  /** Taxes, by `date|tax set`. */
  readonly taxByTaxSet: Sums
  readonly totals: SalesTotals
}

export interface SalesTotals {
  readonly net: bigint
  readonly tax: bigint
  readonly paid: bigint
}

/** Where two books disagree; amounts in minor units, zero where a book has nothing. */
export interface SalesDifference {
  readonly part: keyof SalesBook
  readonly key: string
  readonly left: bigint
  readonly right: bigint
}

const tables = ['byMethod', 'byCategory', 'netByTaxSet', 'taxByTaxSet'] as const
const totals = ['net', 'tax', 'paid'] as const

/** Every key on which two books (or parts of them) disagree; only parts that both have are compared. */
export function differences(left: Partial<SalesBook>, right: Partial<SalesBook>): SalesDifference[] {
  const found: SalesDifference[] = []
  const compare = (part: keyof SalesBook, key: string, a: bigint, b: bigint) => {
    if (a !== b) found.push({ part, key, left: a, right: b })
  }
  for (const part of tables) {
    const a = left[part]
    const b = right[part]
    if (!a || !b) continue
    const keys = [...new Set([...a.keys(), ...b.keys()])].toSorted()
    for (const key of keys) compare(part, key, a.get(key) ?? 0n, b.get(key) ?? 0n)
  }
  if (left.totals && right.totals) {
    for (const key of totals) compare('totals', key, left.totals[key], right.totals[key])
  }
  return found
}
