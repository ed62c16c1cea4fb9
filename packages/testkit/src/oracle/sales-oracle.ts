import { imbalanceOf, readRevision, type ReadOptions, record, type Revision } from './read-revision.js'
import type { SalesBook } from './sales-book.js'

/** Counts of what the oracle read. Orders = sold + voided + excluded. */
export interface SalesCounts {
  readonly revisions: number
  readonly orders: number
  readonly sold: number
  readonly voided: number
  /** Order id to the reason for which its standing revision is left out of the book. */
  readonly excluded: ReadonlyMap<string, string>
  /** Records that could not be read at all, with the reason; an earlier revision keeps standing. */
  readonly refused: readonly { readonly id: string; readonly reason: string }[]
}

/** Takes order revisions in any order and says at any time what was sold. */
export interface SalesOracle {
  /** `order` is one revision in wire shape, amounts as decimal strings or numbers. */
  add(order: object): void
  book(): SalesBook
  counts(): SalesCounts
}

/**
 * Computes what orders amount to, in the plainest way and with arithmetic of its own, so that it can be held against
 * what a ledger says. Per order id the revision with the latest LastModifiedTime stands (of equal ones the one added last); a
 * void counts as nothing, and so does an order that does not add up. Orders are in one currency.
 */
export function salesOracle(options: ReadOptions = {}): SalesOracle {
  const standing = new Map<string, Revision>()
  const refused: { id: string; reason: string }[] = []
  let revisions = 0
  return {
    add(order) {
      revisions += 1
      const revision = readRevision(record(order), options)
      if (typeof revision === 'string') {
        refused.push({ id: String(record(order)['Id']), reason: revision })
        return
      }
      const known = standing.get(revision.id)
      if (!known || revision.modified >= known.modified) standing.set(revision.id, revision)
    },
    book: () =>
      bookOf([...standing.values()].filter((each) => !each.voided && imbalanceOf(each) === undefined)),
    counts() {
      const excluded = new Map<string, string>()
      let voided = 0
      for (const revision of standing.values()) {
        const imbalance = imbalanceOf(revision)
        if (revision.voided) voided += 1
        else if (imbalance !== undefined) excluded.set(revision.id, imbalance)
      }
      const orders = standing.size
      return { revisions, orders, sold: orders - voided - excluded.size, voided, excluded, refused }
    },
  }
}

/** The book of a finite set of order revisions. */
export function salesOf(orders: Iterable<object>, options: ReadOptions = {}): SalesBook {
  const oracle = salesOracle(options)
  for (const order of orders) oracle.add(order)
  return oracle.book()
}

function bookOf(orders: readonly Revision[]): SalesBook {
  const byMethod = new Map<string, bigint>()
  const byCategory = new Map<string, bigint>()
  const netByTaxSet = new Map<string, bigint>()
  const taxByTaxSet = new Map<string, bigint>()
  const totals = { net: 0n, tax: 0n, paid: 0n }
  for (const { date, locationId, items, payments } of orders) {
    for (const { methodId, amount } of payments) {
      increase(byMethod, `${date}|${locationId}|${methodId}`, amount)
      totals.paid += amount
    }
    for (const { category, taxSet, net, tax } of items) {
      increase(byCategory, `${date}|${category}`, net)
      increase(netByTaxSet, `${date}|${taxSet}`, net)
      increase(taxByTaxSet, `${date}|${taxSet}`, tax)
      totals.net += net
      totals.tax += tax
    }
  }
  return { byMethod, byCategory, netByTaxSet, taxByTaxSet, totals }
}

function increase(sums: Map<string, bigint>, key: string, amount: bigint): void {
  const sum = (sums.get(key) ?? 0n) + amount
  if (sum === 0n) sums.delete(key)
  else sums.set(key, sum)
}
