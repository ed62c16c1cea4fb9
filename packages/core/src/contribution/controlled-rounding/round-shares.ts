import type { Margins } from './margins.js'

/** A row or a column, with those of its visited shares that are not whole yet. */
interface Line {
  readonly amount: bigint
  readonly open: Set<Share>
}

/** An entry of the matrix, worth `floor + part / total` minor units, where `0 <= part <= total`. */
interface Share {
  readonly row: Line
  readonly column: Line
  readonly floor: bigint
  part: bigint
}

/**
 * Rounds every exact proportion down or up such that all sums stay exact. `total`, the sum of either
 * margin, is positive.
 *
 * Take rows and columns as the nodes of a graph, and open shares as its edges. Shares are opened one by
 * one, and one that closes a cycle is settled at once: raising and lowering the shares along the cycle in
 * turn, by the same part, changes no sum. It goes on until one of them is whole and leaves the graph.
 *
 * - Every entry is a floor or a ceiling: a part never leaves 0..total, and at either end it stays for good.
 * - No share is left open: a graph without cycles that has an edge has a leaf. At the end, a leaf would be
 *   a line of whole shares but one, yet every line adds up to a whole amount.
 * - The work is small: a finished row with open shares has two or more, and without cycles fewer such rows
 *   than columns can exist. The search for a cycle visits few lines, however many rows there are.
 */
export const roundShares = ({ rows, columns }: Margins, total: bigint): bigint[][] => {
  const columnLines = columns.map(lineOf)
  const table = rows.map(lineOf).map((row) => ({
    row,
    shares: columnLines.map((column) => shareOf(row, column, total)),
  }))
  for (const { shares } of table.toSorted((a, b) => largestFirst(a.row, b.row))) {
    for (const share of shares.toSorted((a, b) => largestFirst(a.column, b.column))) {
      if (share.part === 0n) continue
      share.row.open.add(share)
      share.column.open.add(share)
      settle(cycleClosedBy(share), total)
    }
  }
  return table.map(({ shares }) => shares.map(({ floor, part }) => floor + part / total))
}

const lineOf = (amount: bigint): Line => ({ amount, open: new Set() })

const shareOf = (row: Line, column: Line, total: bigint): Share => {
  const exact = row.amount * column.amount
  const part = ((exact % total) + total) % total
  return { row, column, floor: (exact - part) / total, part }
}

/** Equal amounts keep the order given, as sorting is stable. */
const largestFirst = (a: Line, b: Line): number => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0)

interface Step {
  readonly share: Share
  readonly to: Line
  readonly before: Step | undefined
}

/** The only cycle through `share`, which comes last; empty if there is none. No other cycle is open. */
const cycleClosedBy = (share: Share): Share[] => {
  const ahead: Step[] = [{ share, to: share.row, before: undefined }]
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    if (step.to === share.column) return trail(step)
    for (const next of step.to.open) {
      if (next === step.share) continue
      ahead.push({ share: next, to: step.to === next.row ? next.column : next.row, before: step })
    }
  }
  return []
}

const trail = (last: Step): Share[] => {
  const shares: Share[] = []
  for (let step: Step | undefined = last; step !== undefined; step = step.before) shares.push(step.share)
  return shares
}

/** Goes round the cycle the way that moves less; if equal, the way that raises the last share. */
const settle = (cycle: readonly Share[], total: bigint): void => {
  if (cycle.length === 0) return
  const even = cycle.filter((_, index) => index % 2 === 0)
  const odd = cycle.filter((_, index) => index % 2 === 1)
  const toRaiseOdd = least([...even.map(({ part }) => part), ...odd.map(({ part }) => total - part)])
  const toRaiseEven = least([...odd.map(({ part }) => part), ...even.map(({ part }) => total - part)])
  const rise = toRaiseOdd <= toRaiseEven ? toRaiseOdd : -toRaiseEven
  for (const share of odd) raise(share, rise, total)
  for (const share of even) raise(share, -rise, total)
}

const raise = (share: Share, rise: bigint, total: bigint): void => {
  share.part += rise
  if (share.part !== 0n && share.part !== total) return
  share.row.open.delete(share)
  share.column.open.delete(share)
}

const least = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((left, right) => (right < left ? right : left))
