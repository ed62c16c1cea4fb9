import {
  categoryOf,
  type FedOrder,
  type OccurringSource,
  type Order,
  orderToJson,
  readOrder,
  taxSetId,
  taxSetOf,
  tenderExchangeCategory,
} from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { NotFound } from '../errors.js'
import type { Store } from '../ports/store.js'
import type { Subscriber } from '../ports/subscriber-store.js'
import type { OrderReceipt } from './order-receipt.js'

interface ReadEntry {
  readonly order: Order
  readonly digest: string
}

const batchSize = 500

/** Where a feed writes: the engine's store, or one that does so under a lease. */
export interface FeedEnvironment extends Pick<EngineEnvironment, 'digest'> {
  readonly store: Pick<Store, 'transaction'>
}

/**
 * Stores orders as they come, in batches of one transaction each, and says of every one what became of it, in the
 * order of the feed. One that cannot be read never stops the rest. The newer `lastModifiedTime` wins; of two
 * revisions with the same time the later delivered one does. Memory does not depend on the feed's length.
 */
export async function* feedOrders(
  environment: FeedEnvironment,
  subscriberId: string,
  feed: AsyncIterable<FedOrder> | Iterable<FedOrder>,
): AsyncIterable<OrderReceipt> {
  const { store } = environment
  const subscriber = await store.transaction(subscriberId, (transaction) =>
    transaction.subscriber(subscriberId),
  )
  if (!subscriber)
    throw new NotFound(`Subscriber ${subscriberId}`, 'Tell about it first: PUT /Subscriber_{id}.')
  let position = 0
  let batch: (ReadEntry | OrderReceipt)[] = []
  for await (const fed of feed) {
    position += 1
    batch.push(readOne(environment, subscriber, fed, position))
    if (batch.length === batchSize) {
      yield* await storeBatch(environment, subscriber, batch)
      batch = []
    }
  }
  if (batch.length > 0) yield* await storeBatch(environment, subscriber, batch)
}

function readOne(
  environment: FeedEnvironment,
  subscriber: Subscriber,
  fed: FedOrder,
  position: number,
): ReadEntry | OrderReceipt {
  if ('unreadable' in fed) {
    return {
      orderId: null,
      outcome: 'rejected',
      position,
      problems: [{ member: '', problem: fed.unreadable }],
    }
  }
  const reading = readOrder(fed.input, subscriber.terms)
  if (!reading.ok)
    return { orderId: reading.orderId, outcome: 'rejected', position, problems: reading.problems }
  return { order: reading.order, digest: environment.digest(JSON.stringify(orderToJson(reading.order))) }
}

async function storeBatch(
  environment: FeedEnvironment,
  subscriber: Subscriber,
  batch: readonly (ReadEntry | OrderReceipt)[],
): Promise<OrderReceipt[]> {
  const entries = batch.filter((entry) => 'order' in entry)
  if (entries.length === 0) return batch.filter((entry) => 'outcome' in entry)
  return environment.store.transaction(subscriber.id, async (transaction) => {
    const base = await transaction.reserveSequence(subscriber.id, entries.length)
    const ids = [...new Set(entries.map(({ order }) => order.id))]
    const versions = new Map(
      (await transaction.orderVersions(subscriber.id, ids)).map((version) => [version.id, version]),
    )
    const changed = new Map<string, ReadEntry>()
    const receipts = batch.map((entry): OrderReceipt => {
      if ('outcome' in entry) return entry
      const { order, digest } = entry
      const known = versions.get(order.id)
      if (known && order.lastModifiedTime < known.lastModifiedTime)
        return { orderId: order.id, outcome: 'stale' }
      if (known?.digest === digest) return { orderId: order.id, outcome: 'unchanged' }
      versions.set(order.id, { id: order.id, lastModifiedTime: order.lastModifiedTime, digest })
      changed.set(order.id, entry)
      return { orderId: order.id, outcome: 'accepted' }
    })
    await transaction.saveOrders(
      subscriber.id,
      [...changed.values()].map((entry, index) => ({ ...entry, sequence: base + BigInt(index) + 1n })),
    )
    await transaction.addOccurringSources(
      subscriber.id,
      occurringIn([...changed.values()].map(({ order }) => order)),
    )
    return receipts
  })
}

/** What the orders use that somebody must map. */
function occurringIn(orders: readonly Order[]): OccurringSource[] {
  const sources = new Map<string, OccurringSource>()
  const add = (kind: OccurringSource['kind'], sourceId: string) =>
    sources.set(`${kind} ${sourceId}`, { kind, sourceId })
  for (const order of orders) {
    for (const item of order.items) {
      add('revenueCategory', categoryOf(item))
      add('taxRate', taxSetId(taxSetOf(item)))
    }
    for (const payment of order.payments) add('paymentMethod', payment.paymentMethodId)
    if (order.cost.total === 0n && order.payments.length > 1) add('revenueCategory', tenderExchangeCategory)
  }
  return [...sources.values()]
}
