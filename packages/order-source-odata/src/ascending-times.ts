import { type Instant, toInstant } from '@ledgerpost/core'

/** Checks that moments only go up. */
export class AscendingTimes {
  #latest: Instant | null = null

  get latest(): Instant | null {
    return this.#latest
  }

  /** False if one of them is before another that came earlier. What is no moment is passed over. */
  add(texts: readonly (string | undefined)[]): boolean {
    for (const text of texts) {
      const time = text === undefined ? undefined : toInstant(text)
      if (time === undefined) continue
      if (this.#latest !== null && time < this.#latest) return false
      this.#latest = time
    }
    return true
  }
}
