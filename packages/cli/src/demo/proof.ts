import { z } from 'zod'
import type { SalesBook } from '@ledgerpost/testkit'
import type { LedgerRow } from './ledger-entry.js'
import type { Source } from './sources.js'

const figureKey = z.tuple([z.enum(['category', 'method', 'taxSet']), z.string(), z.string()])

/** One figure on which the ledger and the sales are compared; amounts in minor units. */
export interface Figure {
  readonly kind: Source['kind']
  readonly date: string
  readonly id: string
  readonly sales: bigint
  readonly ledger: bigint
}

/** How a ledger row is recognised as belonging to a source. */
export interface SourceOfRow {
  (row: LedgerRow): Pick<Source, 'kind' | 'id'> | undefined
}

export interface Proof {
  readonly figures: readonly Figure[]
  readonly different: readonly Figure[]
  /** Rows on accounts that no source is booked to, apart from accounts that merely pass amounts on. */
  readonly unexplained: readonly LedgerRow[]
}

/**
 * Compares what a ledger says with what the orders say: for each day, every payment method, every category and
 * every tax set. Revenue and taxes are credits, hence the sign.
 */
export function prove(
  sales: SalesBook,
  rows: Iterable<LedgerRow>,
  sourceOf: SourceOfRow,
  isClearing: (account: string) => boolean,
): Proof {
  const expected = new Map<string, bigint>()
  collect(expected, 'method', sales.byMethod, (parts) => [parts[0], parts[2]])
  collect(expected, 'category', sales.byCategory, (parts) => [parts[0], parts[1]])
  collect(expected, 'taxSet', sales.taxByTaxSet, (parts) => [parts[0], parts[1]])
  const found = new Map<string, bigint>()
  const unexplained: LedgerRow[] = []
  for (const row of rows) {
    const source = sourceOf(row)
    if (source)
      add(found, [source.kind, row.date, source.id], source.kind === 'method' ? row.amount : -row.amount)
    else if (!isClearing(row.account)) unexplained.push(row)
  }
  const figures = [...new Set([...expected.keys(), ...found.keys()])].toSorted().map((key): Figure => {
    const [kind, date, id] = figureKey.parse(JSON.parse(key))
    return { kind, date, id, sales: expected.get(key) ?? 0n, ledger: found.get(key) ?? 0n }
  })
  return { figures, different: figures.filter(({ sales: sold, ledger }) => sold !== ledger), unexplained }
}

function collect(
  into: Map<string, bigint>,
  kind: Source['kind'],
  sums: ReadonlyMap<string, bigint>,
  pick: (parts: readonly string[]) => readonly [string | undefined, string | undefined],
): void {
  for (const [key, amount] of sums) {
    const [date = '', id = ''] = pick(key.split('|'))
    add(into, [kind, date, id], amount)
  }
}

function add(sums: Map<string, bigint>, parts: readonly string[], amount: bigint): void {
  const key = JSON.stringify(parts)
  sums.set(key, (sums.get(key) ?? 0n) + amount)
}
