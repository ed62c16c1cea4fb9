import { salesOf } from '@ledgerpost/testkit'
import type { Books, BooksRow } from './books/books.js'
import type { OwnDatabase } from './database/databases.js'
import { isAskedFor } from './stage.js'

/** What an inspection of a subscriber's books came to. */
export interface Judgement {
  /** Documents that Ledgerpost calls accepted and the books lack, or figures that they lack altogether. */
  readonly lost: number
  /** Documents that the books hold more than once. */
  readonly duplicated: number
  readonly centsOff: bigint
  /** Sentences, each about one thing that is not as it must be. */
  readonly faults: readonly string[]
}

/**
 * Holds the books of a subscriber against all orders that were fed, with the arithmetic of the sales oracle, and
 * against what Ledgerpost says that it sent.
 */
export async function judge(
  books: Books,
  database: OwnDatabase,
  subscriberId: string,
  orders: readonly object[],
): Promise<Judgement> {
  const rows = await books.rows(subscriberId)
  const figures = compare(rows, orders)
  const centsOff = figures.reduce((sum, { off }) => sum + (off < 0n ? -off : off), 0n)
  const stray = rows.flatMap(({ source, amount }) =>
    typeof source === 'string' && source !== 'clearing' ? [`${amount} cents are on an ${source}`] : [],
  )
  const places = placesOf(rows)
  const twice = placesTwice(rows)
  const documents = await database.query<{ reference: string; status: string; message: string | null }>(
    subscriberId,
    'select reference, status, message from ledgerpost.document',
  )
  const missing = documents.filter(({ reference, status }) => status === 'accepted' && !places.has(reference))
  const known = new Set(documents.map(({ reference }) => reference))
  const unknown = [...places.keys()].filter((reference) => !known.has(reference))
  const absent = figures.filter(({ inBooks, sold }) => inBooks === 0n && sold !== 0n)
  return {
    lost: Math.max(missing.length, absent.length),
    duplicated: twice.reduce((sum, [, { size }]) => sum + size - 1, 0),
    centsOff,
    faults: [
      ...figures.map(
        ({ key, sold, inBooks }) => `${key} was sold for ${sold} cents and is in the books with ${inBooks}`,
      ),
      ...twice.map(([reference, { size }]) => `${reference} is ${size} times in the books`),
      ...missing.map(({ reference }) => `${reference} is accepted and not in the books`),
      ...unknown.map((reference) => `${reference} is in the books and was never recorded`),
      ...stray,
      ...documents
        .filter(({ status }) => status !== 'accepted')
        .map(
          ({ reference, status, message }) => `${reference} stayed ${status} (${message ?? 'no message'})`,
        ),
      ...(await unfinished(database, subscriberId)),
    ],
  }
}

function placesOf(rows: readonly BooksRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>()
  for (const { reference, place } of rows) {
    places.set(reference, (places.get(reference) ?? new Set()).add(place))
  }
  return places
}

/** The references that the books hold more than once, and where. */
export function placesTwice(rows: readonly BooksRow[]): readonly (readonly [string, ReadonlySet<string>])[] {
  return [...placesOf(rows)].filter(([, { size }]) => size > 1)
}

/** The worse of both; what both say is said once. */
export function bothJudgements(one: Judgement, other: Judgement): Judgement {
  return {
    lost: Math.max(one.lost, other.lost),
    duplicated: Math.max(one.duplicated, other.duplicated),
    centsOff: one.centsOff > other.centsOff ? one.centsOff : other.centsOff,
    faults: [...new Set([...one.faults, ...other.faults])],
  }
}

/** What has not come to its end: packets, records and jobs. */
async function unfinished(database: OwnDatabase, subscriberId: string): Promise<readonly string[]> {
  const rows = await database.query<{ what: string }>(
    subscriberId,
    `select 'a packet is ' || status || ' and not Sent' as what from ledgerpost.packet_status
       where status <> 'Sent'
     union all select 'a packet was never sealed' from ledgerpost.packet where evidence is null
     union all select 'a sync is ' || status || ' still' from ledgerpost.sync_record
       where status in ('Queued', 'InProgress')
     union all select 'a sync says: ' || message from ledgerpost.sync_state
       where status = 'InProgress' and message is not null
     union all select 'a job (' || kind || ') is left' from ledgerpost.job
       where subscriber_id = $1 and ${isAskedFor}`,
    [subscriberId],
  )
  return rows.map(({ what }) => what)
}

interface Figure {
  readonly key: string
  readonly sold: bigint
  readonly inBooks: bigint
  readonly off: bigint
}

/** Every figure on which the books and the sales differ: by day, payment method, category and tax set. */
export function compare(rows: readonly BooksRow[], orders: readonly object[]): readonly Figure[] {
  const { byMethod, byCategory, taxByTaxSet } = salesOf(orders)
  const sold = new Map<string, bigint>()
  for (const [key, amount] of byMethod) {
    const [date, , id] = key.split('|')
    add(sold, `${date} method ${id}`, amount)
  }
  for (const [key, amount] of byCategory) add(sold, key.replace('|', ' category '), amount)
  for (const [key, amount] of taxByTaxSet) add(sold, key.replace('|', ' taxSet '), amount)
  const found = new Map<string, bigint>()
  for (const { source, date, amount } of rows) {
    if (typeof source === 'string') continue
    // Revenue and taxes are credits.
    add(found, `${date} ${source.kind} ${source.id}`, source.kind === 'method' ? amount : -amount)
  }
  return [...new Set([...sold.keys(), ...found.keys()])].toSorted().flatMap((key) => {
    const figure = { key, sold: sold.get(key) ?? 0n, inBooks: found.get(key) ?? 0n }
    return figure.sold === figure.inBooks ? [] : [{ ...figure, off: figure.inBooks - figure.sold }]
  })
}

function add(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount)
}
