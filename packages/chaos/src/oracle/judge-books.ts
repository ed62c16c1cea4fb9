import { differences, salesOracle, type WireOrder } from '@ledgerpost/testkit'
import type { Chart } from '../simulation/chart.js'
import type { LedgerReading } from './ledger-reading.js'
import { observedBook, withoutLocations } from './observed-book.js'

/** What is wrong with the books of one subscriber. */
export interface BooksVerdict {
  readonly lost: number
  readonly duplicated: number
  readonly centsOff: bigint
  /** A sentence for each law that is broken, beginning with the law. */
  readonly broken: readonly string[]
}

/** What the books are to hold. */
export interface Demand {
  readonly subscriberId: string
  /** Every revision that the platform sent, in the order of sending. */
  readonly orders: readonly WireOrder[]
  readonly cutOff: string
  /** Every reference that a packet of the subscriber has. */
  readonly references: ReadonlySet<string>
}

/**
 * Holds the integrator's own ledger against the orders, without any code of the engine: I1 (no loss), I2 (no duplicate),
 * I3 (exact), I4 (nothing of anybody else).
 */
export function judgeBooks(books: LedgerReading, chart: Chart, demand: Demand): BooksVerdict {
  const { subscriberId } = demand
  const oracle = salesOracle({
    businessDayCutOff: demand.cutOff,
    timeZone: 'America/New_York',
    locationTimeZones: { '2': 'America/Los_Angeles' },
  })
  for (const order of demand.orders) oracle.add(order)
  const broken: string[] = []
  let lost = 0
  let centsOff = 0n
  for (const { part, key, left, right } of differences(
    withoutLocations(oracle.book()),
    observedBook(books, chart),
  )) {
    const isLess = magnitude(right) < magnitude(left)
    if (isLess) lost += 1
    centsOff += magnitude(left - right)
    broken.push(
      `${isLess ? 'I1' : 'I3'} the books of ${subscriberId} hold ${right} in ${part} ${key}, the orders say ${left}`,
    )
  }
  const repeated = repetitions(books.inForce)
  for (const reference of repeated)
    broken.push(`I2 ${reference} is in the books of ${subscriberId} more than once`)
  for (const { sourceId, lines } of books.entries) {
    const sum = lines.reduce((total, { amount }) => total + amount, 0n)
    if (sum !== 0n) broken.push(`I3 the entry of ${sourceId} is off by ${sum}`)
    if (!demand.references.has(sourceId)) {
      broken.push(`I4 ${sourceId} is in the books of ${subscriberId} and no document of theirs`)
    }
  }
  const receivable = books.entries
    .flatMap(({ lines }) => lines)
    .reduce((sum, { accountId, amount }) => (accountId === books.receivable ? sum + amount : sum), 0n)
  if (receivable !== 0n)
    broken.push(`I3 the receivables of ${subscriberId} stand at ${receivable} instead of nothing`)
  return { lost, duplicated: repeated.length, centsOff, broken }
}

/** What more than one document in force calls itself. */
function repetitions(inForce: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of inForce) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].filter(([, times]) => times > 1).map(([name]) => name)
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
