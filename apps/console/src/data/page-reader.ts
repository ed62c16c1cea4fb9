/** A part of a collection, and whether there is more. */
export interface Part<Item> {
  readonly items: readonly Item[]
  readonly isLast: boolean
}

/**
 * Reads a collection part by part. After a failure the same part can be asked for again: what was delivered before is
 * skipped, nothing is left out.
 */
export class PageReader<Item> {
  readonly #begin: () => AsyncIterator<Item>
  #iterator: AsyncIterator<Item> | undefined
  #delivered = 0

  constructor(begin: () => AsyncIterator<Item>) {
    this.#begin = begin
  }

  async take(count: number): Promise<Part<Item>> {
    try {
      this.#iterator ??= await this.#again()
      const items: Item[] = []
      while (items.length < count) {
        const next = await this.#iterator.next()
        if (next.done === true) return this.#deliver(items, true)
        items.push(next.value)
      }
      return this.#deliver(items, false)
    } catch (error) {
      this.#iterator = undefined
      throw error
    }
  }

  async #again(): Promise<AsyncIterator<Item>> {
    const iterator = this.#begin()
    for (let skipped = 0; skipped < this.#delivered; skipped += 1) await iterator.next()
    return iterator
  }

  #deliver(items: readonly Item[], isLast: boolean): Part<Item> {
    this.#delivered += items.length
    return { items, isLast }
  }
}
