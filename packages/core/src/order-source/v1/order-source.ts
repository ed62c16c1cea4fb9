import type { Instant } from '../../calendar/calendar-date.js'
import type { FedOrder } from '../../order/fed-order.js'

/** What a sync wants of a source. */
export interface OrderPull {
  readonly subscriberId: string
  /** Orders modified at or after this moment are wanted; all there are, if it is null. */
  readonly modifiedSince: Instant | null
  /** Aborts when the worker drains or loses its lease: the source then stops, by throwing the signal's reason. */
  readonly signal: AbortSignal
}

/** Some orders of a pull. A pull is read portion by portion; no more than one is held at a time. */
export interface OrderPortion {
  /** In any order, and any of them again: what is stored already is recognised. Nothing is read or repaired here. */
  readonly orders: readonly FedOrder[]
  /**
   * The moment up to which all orders modified before it were delivered, in this portion or an earlier one; a later
   * pull begins there. Null says nothing. A watermark that is below an earlier one takes that back.
   */
  readonly watermark: Instant | null
}

/**
 * Where orders come from when the platform does not send them: a sync reads what was modified before it packs. Whoever
 * publishes one needs nothing but these types.
 */
export interface OrderSource {
  readonly specVersion: 'v1'
  /**
   * Names the source for good, in at most 500 characters. Watermarks are kept under it: a source of another name is
   * read from the beginning.
   */
  readonly name: string
  /**
   * How long after the moment an order says that it was modified it may still appear at the source, in milliseconds.
   * So far before its watermark it is read again. Default: five minutes.
   */
  readonly overlap?: number
  /**
   * Reads the orders. An order that cannot be had is delivered as unreadable and stops nothing.
   * @throws OrderSourceError when the source cannot be read on; what was delivered before is kept
   */
  pull(request: OrderPull): AsyncIterable<OrderPortion>
}
