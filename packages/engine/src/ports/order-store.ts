import type { Instant, Order } from '@ledgerpost/core'

/** What tells revisions of an order apart. */
export interface OrderVersion {
  readonly id: string
  readonly lastModifiedTime: Instant
  /** Hash of the whole order. */
  readonly digest: string
}

/** An order and its place in the subscriber's sequence of changes. */
export interface ChangedOrder {
  readonly sequence: bigint
  readonly order: Order
}

export interface OrderStore {
  /**
   * Reserves `count` numbers of the subscriber's change sequence and returns the one before the first. Other feeds
   * of the subscriber wait until this transaction ends, so that numbers become visible in their order.
   */
  reserveSequence(subscriberId: string, count: number): Promise<bigint>
  /** The stored versions of the given orders; call it after `reserveSequence`, when they cannot change meanwhile. */
  orderVersions(subscriberId: string, ids: readonly string[]): Promise<readonly OrderVersion[]>
  /** Creates or replaces orders. */
  saveOrders(
    subscriberId: string,
    orders: readonly (ChangedOrder & { readonly digest: string })[],
  ): Promise<void>
  /** The last number of the subscriber's change sequence. */
  lastSequence(subscriberId: string): Promise<bigint>
  /** Orders with `after < sequence <= through`, ascending. */
  changedOrders(
    subscriberId: string,
    range: { readonly after: bigint; readonly through: bigint; readonly limit: number },
  ): Promise<readonly ChangedOrder[]>
  /** Up to when the subscriber's orders were read from the source of that name; null if nothing was saved. */
  orderWatermark(subscriberId: string, source: string): Promise<Instant | null>
  /** Replaces it, also by an earlier one. */
  saveOrderWatermark(subscriberId: string, source: string, watermark: Instant): Promise<void>
}
