import { Refusal } from './books.js'

/** Several refusals of one element. */
export class Refusals extends Error {
  override readonly name = 'Refusals'
  constructor(readonly messages: readonly string[]) {
    super(messages.join(' '))
  }
}

/** Gathers all that is wrong with one element. */
export class Problems {
  readonly #messages: string[] = []

  unless(condition: boolean, message: string): void {
    if (!condition) this.#messages.push(message)
  }

  run<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#messages.push(error.message)
      return undefined
    }
  }

  throwIfAny(): void {
    if (this.#messages.length > 0) throw new Refusals([...new Set(this.#messages)])
  }
}
