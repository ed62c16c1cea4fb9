import { type Document, mapLookup, mapPacket, type Order } from '@ledgerpost/core'
import { orderFeed } from '@ledgerpost/server'
import {
  assignments,
  preparingConnection,
  studioTerms,
  xeroAdapter,
  xeroConfiguration,
} from '../../scene/books.js'
import { chunksOf } from '../../scene/orders.js'
import { orderOf, packetsOf } from '../../scene/packets.js'

const lookup = mapLookup(assignments)
const connection = preparingConnection()
/** Orders that become calls together, as in a sync. */
const together = 250

/** The way of an order from the bytes that a platform sends to the bytes that Xero gets; answers how many those are. */
export async function mapOrders(lines: Buffer): Promise<number> {
  let bytes = 0
  let documents: Document[] = []
  let orders = 0
  for await (const fed of orderFeed(streamOf(lines), 'lines')) {
    if ('unreadable' in fed) throw new Error(fed.unreadable)
    documents.push(...documentsOf(orderOf(fed.input, studioTerms)))
    orders += 1
    if (orders % together !== 0) continue
    bytes += bytesOf(documents)
    documents = []
  }
  return bytes + bytesOf(documents)
}

async function* streamOf(lines: Buffer): AsyncGenerator<Uint8Array> {
  yield* chunksOf(lines)
}

function documentsOf(order: Order): readonly Document[] {
  return packetsOf(order, 'studio').flatMap(({ packet }) => {
    const mapping = mapPacket(packet, lookup)
    if (!mapping.ok) throw new Error(`Order ${order.id} is not mapped.`)
    const rendering = xeroAdapter.render(mapping.mapped, xeroConfiguration)
    if (!rendering.ok) throw new Error(rendering.message)
    return rendering.documents
  })
}

/** Invoices, and the payments that name them once Xero has given them ids. */
function bytesOf(documents: readonly Document[]): number {
  const accepted = new Map(
    documents.map(({ reference }) => [
      reference,
      { reference, id: 'fa4e0000-0000-4000-8000-000000000001', link: null },
    ]),
  )
  let bytes = 0
  for (const { body } of connection.prepare(documents, accepted)) bytes += Buffer.from(body).byteLength
  return bytes
}
