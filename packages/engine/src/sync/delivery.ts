import { type FedOrder, type Instant, type OrderPortion, OrderSourceError, toInstant } from '@ledgerpost/core'

/** The portions of a pull as one stream of orders, and which watermark holds once how many of them are stored. */
export class Delivery {
  readonly #portions: AsyncIterable<OrderPortion>
  readonly #signal: AbortSignal
  #delivered = 0
  #marks: { readonly through: number; readonly watermark: Instant }[] = []
  #failure: { readonly error: unknown } | undefined

  constructor(portions: AsyncIterable<OrderPortion>, signal: AbortSignal) {
    this.#portions = portions
    this.#signal = signal
  }

  /** All orders up to where the source fails: what it had delivered is stored first, then `throwFailure` throws. */
  async *orders(): AsyncGenerator<FedOrder> {
    try {
      for await (const { orders, watermark } of this.#portions) {
        this.#signal.throwIfAborted()
        this.#delivered += orders.length
        if (watermark !== null) this.#mark(watermark)
        yield* orders
      }
    } catch (error) {
      this.#failure = { error }
    }
  }

  /** The last watermark that holds when the first `count` orders are stored; null if there is none since the last call. */
  takeWatermark(count: number): Instant | null {
    const reached = this.#marks.findLast(({ through }) => through <= count)
    this.#marks = this.#marks.filter(({ through }) => through > count)
    return reached?.watermark ?? null
  }

  throwFailure(): void {
    if (this.#failure) throw this.#failure.error
  }

  #mark(text: string): void {
    const watermark = toInstant(text)
    if (watermark === undefined) {
      throw new OrderSourceError({
        fault: 'unusable',
        message: `The order source gave '${text}' as its watermark, which is no moment in UTC. Correct the source.`,
      })
    }
    const through = this.#delivered
    this.#marks = [...this.#marks.filter((mark) => mark.through < through), { through, watermark }]
  }
}
