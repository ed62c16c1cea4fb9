import type { FedOrder, OrderPortion, OrderPull, OrderSource } from '@ledgerpost/core'

/** An order of a platform: `at` is its LastModifiedTime in milliseconds. */
export interface PlatformOrder {
  readonly at: number
  readonly fed: FedOrder
}

/** A platform that can be read: it sorts by the time of modification and answers in portions. */
export class Platform implements OrderSource {
  readonly specVersion = 'v1'
  readonly name: string = 'platform'
  orders: readonly PlatformOrder[] = []
  portionSize = 2
  /** Called before each portion, counted from 1 over all pulls. */
  beforePortion: (portion: number, request: OrderPull) => void = () => undefined
  readonly pulls: OrderPull[] = []
  #portions = 0

  async *pull(request: OrderPull): AsyncIterable<OrderPortion> {
    this.pulls.push(request)
    const since = request.modifiedSince === null ? -Infinity : Date.parse(request.modifiedSince)
    const wanted = this.orders.filter(({ at }) => at >= since).toSorted((one, other) => one.at - other.at)
    for (let start = 0; start < wanted.length; start += this.portionSize) {
      this.#portions += 1
      this.beforePortion(this.#portions, request)
      const portion = wanted.slice(start, start + this.portionSize)
      const last = portion.at(-1)
      yield {
        orders: portion.map(({ fed }) => fed),
        watermark: last ? new Date(last.at).toISOString() : null,
      }
    }
  }
}
