import { type OrderPortion, type OrderPull, type OrderSource, OrderSourceError } from '@ledgerpost/core'
import type { WireOrder } from '@ledgerpost/testkit'
import type { Scheduler } from './scheduler.js'
import type { SimProcess } from './sim-process.js'
import { camelCased } from './trade.js'

/** The longest time after its modification at which a revision appears at the platform, in milliseconds. */
export const latestAppearance = 4.5 * 60_000
const portionSize = 5

interface Shown {
  readonly order: WireOrder
  readonly input: unknown
}

/** A platform that is asked for its orders: it shows of each order the last revision that has appeared. */
export class OrderPlatform {
  readonly #shown = new Map<string, Map<string, Shown & { readonly place: number }>>()

  /** @param place the revision's place among all of its subscriber */
  show(subscriberId: string, order: WireOrder, place: number): void {
    const orders = this.#shown.get(subscriberId) ?? new Map<string, Shown & { readonly place: number }>()
    this.#shown.set(subscriberId, orders)
    const known = orders.get(order.Id)
    if (!known || known.place < place) orders.set(order.Id, { order, input: camelCased(order), place })
  }

  modifiedSince(subscriberId: string, since: string | null): Shown[] {
    return [...(this.#shown.get(subscriberId)?.values() ?? [])]
      .filter(({ order }) => since === null || order.LastModifiedTime >= since)
      .toSorted((left, right) => (left.order.LastModifiedTime < right.order.LastModifiedTime ? -1 : 1))
  }
}

/** The platform as a process reads it. */
export function orderSourceOf(
  platform: OrderPlatform,
  scheduler: Scheduler,
  process: SimProcess,
  isFailing: () => boolean,
): OrderSource {
  return {
    specVersion: 'v1',
    name: 'platform',
    async *pull({ subscriberId, modifiedSince }: OrderPull): AsyncIterable<OrderPortion> {
      await scheduler.sleep(process, 100)
      const orders = platform.modifiedSince(subscriberId, modifiedSince)
      for (let start = 0; start < orders.length; start += portionSize) {
        await scheduler.sleep(process, 100)
        if (isFailing()) {
          throw new OrderSourceError({
            fault: 'unavailable',
            message: 'The platform does not answer. Try again.',
          })
        }
        const portion = orders.slice(start, start + portionSize)
        yield {
          orders: portion.map(({ input }) => ({ input })),
          watermark: portion.at(-1)?.order.LastModifiedTime ?? null,
        }
      }
    },
  }
}
