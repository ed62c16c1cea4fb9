import { keyPath, subscriberPath } from './address.js'
import { answerOf } from './answer.js'
import type {
  AccountingConfigurationInput,
  Exclusion,
  FeedSummary,
  OfferedIntegration,
  Order,
  OrderReceipt,
  StoredConfiguration,
  SubscriberInput,
  SyncPacket,
  SyncRecord,
} from './api-types.js'
import { type CollectionOptions, entitiesOf } from './collection.js'
import { canStream, type FeedOptions, linesOf, type OrderLines, orderLines, type Orders } from './feed.js'
import { type CallOptions, IntegrationClient } from './integration-client.js'
import { problemFrom } from './problem-error.js'
import { retryAfterOf } from './retry.js'
import type { Transport } from './transport.js'
import { waitFor, type WaitOptions } from './wait.js'

/** Everything of one subscriber. Every call throws ProblemError where the server says no. */
export class SubscriberClient {
  readonly #transport: Transport
  readonly #id: string
  readonly #path: string
  readonly #odata: string

  constructor(transport: Transport, subscriberId: string) {
    this.#transport = transport
    this.#id = subscriberId
    this.#path = `/${subscriberPath(subscriberId)}`
    this.#odata = `/odata/v4${this.#path}`
  }

  /** The subscriber's books with one integrator. @param type a name such as `Xero` or `PlainText` */
  integration(type: string): IntegrationClient {
    return new IntegrationClient(this.#transport, this.#id, type)
  }

  /** Every integrator that the server offers, and where the subscriber stands with it. */
  async integrations({ signal }: CallOptions = {}): Promise<readonly OfferedIntegration[]> {
    const path = `${this.#path}/AccountingIntegration`
    const answer = await this.#transport.send({ method: 'GET', path, signal })
    const { Integrations } = await answerOf<{ readonly Integrations: readonly OfferedIntegration[] }>(answer)
    return Integrations
  }

  /** Tells where and when the subscriber does business. Must come first. */
  async putSubscriber(subscriber: SubscriberInput, options: CallOptions = {}): Promise<void> {
    await this.#put('', subscriber, options)
  }

  /** Tells what the platform has that can be mapped. */
  async putConfiguration(
    configuration: AccountingConfigurationInput,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#put('/Configuration', configuration, options)
  }

  /**
   * Feeds orders, and counts what became of them; the first thousand that were rejected are named.
   * @throws ProblemError, and what the source of the orders throws
   */
  async feedOrders(orders: Orders, options: FeedOptions = {}): Promise<FeedSummary> {
    const lines = orderLines(orders, options.gzip)
    return answerOf(await this.#feed(lines, 'application/json', options))
  }

  /**
   * Feeds orders, and tells of each what became of it while others are still sent. It goes on as far as the receipts
   * are read.
   * @throws ProblemError, and what the source of the orders throws
   */
  async *feedOrderReceipts(
    orders: Orders,
    options: FeedOptions = {},
  ): AsyncGenerator<OrderReceipt, void, undefined> {
    const lines = orderLines(orders, options.gzip)
    const response = await this.#feed(lines, 'application/x-ndjson', options)
    try {
      for await (const line of linesOf(response)) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the document describes the lines so, and tests of the server hold real ones against it
        const told = JSON.parse(line) as OrderReceipt | { readonly Problem: unknown }
        if ('Problem' in told) throw problemFrom(told.Problem)
        yield told
      }
    } catch (error) {
      throw lines.cause(error)
    }
  }

  /** The stored orders. */
  orders(options?: CollectionOptions): AsyncGenerator<Order, void, undefined> {
    return this.#collection('Orders', options)
  }

  /** What the platform has that can be mapped. */
  configuration(options?: CollectionOptions): AsyncGenerator<StoredConfiguration, void, undefined> {
    return this.#collection('Configuration', options)
  }

  /** The syncs, newest first. */
  syncHistory(options?: CollectionOptions): AsyncGenerator<SyncRecord, void, undefined> {
    return this.#collection('SyncHistory', options)
  }

  /** One sync, with its `States`. */
  async syncRecord(recordId: string, { signal }: CallOptions = {}): Promise<SyncRecord> {
    return answerOf(await this.#transport.send({ method: 'GET', path: this.#record(recordId), signal }))
  }

  /** What a sync made of the orders, and what became of it. */
  packets(recordId: string, options?: CollectionOptions): AsyncGenerator<SyncPacket, void, undefined> {
    return this.#collection(`SyncHistory${keyPath(recordId)}/Packets`, options)
  }

  /** The orders that a sync left out, and why. */
  exclusions(recordId: string, options?: CollectionOptions): AsyncGenerator<Exclusion, void, undefined> {
    return this.#collection(`SyncHistory${keyPath(recordId)}/Exclusions`, options)
  }

  /**
   * Waits until a sync has ended, well or not: its `Status` is Success or Failed.
   * @throws WaitTimedOut
   */
  async waitForSync(recordId: string, options: WaitOptions = {}): Promise<SyncRecord> {
    const path = this.#record(recordId)
    const look = async (signal: AbortSignal) => {
      const response = await this.#transport.send({ method: 'GET', path, signal })
      const retryAfter = retryAfterOf(response, this.#transport.clock.now())
      const found = await answerOf<SyncRecord>(response)
      return found.Status === 'Success' || found.Status === 'Failed' ? { found } : { retryAfter }
    }
    return waitFor(this.#transport.clock, `Sync record ${recordId}`, look, options)
  }

  #record(recordId: string): string {
    return `${this.#odata}/SyncHistory${keyPath(recordId)}?$expand=States`
  }

  #collection<Entity>(
    name: string,
    options: CollectionOptions | undefined,
  ): AsyncGenerator<Entity, void, undefined> {
    return entitiesOf(this.#transport, `${this.#odata}/${name}`, options)
  }

  async #put(address: string, body: object, { signal }: CallOptions): Promise<void> {
    await this.#transport.send({
      method: 'PUT',
      path: this.#path + address,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
  }

  async #feed(
    lines: OrderLines,
    accept: string,
    { gzip = false, streaming = canStream(), signal }: FeedOptions,
  ): Promise<Response> {
    try {
      return await this.#transport.send({
        method: 'POST',
        path: `${this.#path}/Orders`,
        headers: {
          Accept: accept,
          'Content-Type': 'application/x-ndjson',
          ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
        },
        body: streaming ? lines.stream : new Uint8Array(await new Response(lines.stream).arrayBuffer()),
        signal,
      })
    } catch (error) {
      // Not waited for: an order may be long in coming.
      void lines.stop()
      throw lines.cause(error)
    }
  }
}
