import { z } from 'zod'
import type { Books, BooksRow } from './books/books.js'
import type { OwnDatabase } from './database/databases.js'
import { compare, type Judgement, placesTwice } from './judge.js'

/** A cell of a packet: date, location, currency, payment method, revenue category, tax rates, net and tax in cents. */
const cells = z.array(
  z.tuple([
    z.string(),
    z.string().nullable(),
    z.string(),
    z.string(),
    z.string(),
    z.array(z.string()),
    z.coerce.bigint(),
    z.coerce.bigint(),
  ]),
)

/**
 * Judges books of which packets may be InDoubt as their documents are there with other contents: nothing is there
 * twice, and with what these packets say in the place of what is there under their references, the books are exact.
 */
export async function judgeInDoubt(
  books: Books,
  database: OwnDatabase,
  subscriberId: string,
  orders: readonly object[],
): Promise<Judgement> {
  const packets = await database.query<{ cells: unknown; status: string; references: string[] }>(
    subscriberId,
    `select packet.cells, packet_status.status,
            array(select reference::text from ledgerpost.document where packet_ordinal = packet.ordinal) as references
     from ledgerpost.packet join ledgerpost.packet_status on packet_status.packet_ordinal = packet.ordinal
     where packet_status.status <> 'Sent'`,
  )
  const open = packets.filter(({ status }) => status !== 'InDoubt' && status !== 'Pending')
  const unsaid = await database.query<{ reference: string }>(
    subscriberId,
    `select reference from ledgerpost.document where status = 'unknown' and message not like '%is at the integrator as%'`,
  )
  const references = new Set(packets.flatMap((packet) => packet.references))
  const rows = await books.rows(subscriberId)
  const meant = packets.flatMap((packet) => rowsOf(cells.parse(packet.cells)))
  const figures = compare([...rows.filter(({ reference }) => !references.has(reference)), ...meant], orders)
  const twice = placesTwice(rows)
  return {
    lost: figures.filter(({ inBooks }) => inBooks === 0n).length,
    duplicated: twice.reduce((sum, [, { size }]) => sum + size - 1, 0),
    centsOff: figures.reduce((sum, { off }) => sum + (off < 0n ? -off : off), 0n),
    faults: [
      ...figures.map(
        ({ key, sold, inBooks }) =>
          `${key} was sold for ${sold} cents; the books and the packets InDoubt have ${inBooks}`,
      ),
      ...twice.map(([reference, { size }]) => `${reference} is ${size} times in the books`),
      ...open.map(({ status }) => `a packet is ${status}, neither Sent nor InDoubt nor waiting for one`),
      ...unsaid.map(({ reference }) => `${reference} is unknown and does not say how it differs`),
      ...(packets.some(({ status }) => status === 'InDoubt') ? [] : ['no packet is InDoubt']),
    ],
  }
}

function rowsOf(packet: z.output<typeof cells>): readonly BooksRow[] {
  return packet.flatMap(([date, , , method, category, taxRates, net, tax]) => {
    const row = { reference: '', place: '', date }
    return [
      { ...row, source: { kind: 'method', mapType: 2, id: method }, amount: net + tax },
      { ...row, source: { kind: 'category', mapType: 1, id: category }, amount: -net },
      { ...row, source: { kind: 'taxSet', mapType: 0, id: taxRates.join('+') }, amount: -tax },
    ] satisfies BooksRow[]
  })
}
