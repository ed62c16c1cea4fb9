import type { SeededRandom } from '@ledgerpost/testkit'
import type { SimProcess } from './sim-process.js'

interface Wait {
  /** Undefined for the world outside all processes. */
  readonly owner: SimProcess | undefined
  readonly label: string
  readonly due: number
  readonly sequence: number
  readonly go: () => void
  /** Lets go of what listens for its end: a signal that is made of others keeps its listeners, and with them a world, for ever. */
  readonly forget: () => void
}

/** Asked before a process goes on; false if it must not any more. */
export type MayGoOn = (owner: SimProcess, label: string) => boolean

/** No world of sense has more. */
const mostSteps = 50_000

/** Work that is not done when there is nothing left to wait for. */
class Standstill extends Error {
  override readonly name = 'Standstill'
}

/**
 * Decides which of all waiting promises goes on next, by a seed. Every wait of a world is one of its waits, so that a
 * seed determines all that happens; time stands still while anything can go on, and jumps to the next wait otherwise.
 */
export class Scheduler {
  /** The true time, in milliseconds since 1970 UTC. */
  now: number
  /** How many waits ended. */
  steps = 0
  mayGoOn: MayGoOn = () => true
  readonly #random: SeededRandom
  #waits: Wait[] = []
  #sequence = 0
  #external = 0

  constructor(start: number, random: SeededRandom) {
    this.now = start
    this.#random = random
  }

  /** Lets others go first, in an order that the seed decides. */
  turn(owner: SimProcess | undefined, label: string): Promise<void> {
    return new Promise((resolve) => {
      this.#add(owner, label, this.now, resolve)
    })
  }

  sleep(owner: SimProcess | undefined, milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.#waits = this.#waits.filter((each) => each !== wait)
        reject(signal?.reason)
      }
      const forget = (): void => signal?.removeEventListener('abort', abort)
      const go = (): void => {
        forget()
        resolve()
      }
      const wait = this.#add(owner, 'sleep', this.now + Math.max(0, milliseconds), go, forget)
      signal?.addEventListener('abort', abort, { once: true })
    })
  }

  /** Has the world do something at a time. */
  at(time: number, label: string, work: () => void): void {
    this.#add(undefined, label, Math.max(time, this.now), work)
  }

  /** Nothing else goes on until the work, which waits for nothing that is scheduled here, has settled. */
  async external<Result>(work: Promise<Result>): Promise<Result> {
    this.#external += 1
    try {
      return await work
    } finally {
      this.#external -= 1
    }
  }

  /** Forgets all waits of a process, whose promises then never settle. */
  drop(owner: SimProcess): void {
    for (const wait of this.#waits) if (wait.owner === owner) wait.forget()
    this.#waits = this.#waits.filter((wait) => wait.owner !== owner)
  }

  /** Forgets all waits: the world is over. */
  close(): void {
    for (const wait of this.#waits) wait.forget()
    this.#waits = []
  }

  /** Lets everything go on up to a moment. */
  async runTo(time: number): Promise<void> {
    while (await this.#goOn(time));
    this.now = Math.max(this.now, time)
  }

  /** Lets everything go on until the work settles. */
  async drive<Result>(work: Promise<Result>): Promise<Result> {
    const progress = { isDone: false }
    const end = (): void => {
      progress.isDone = true
    }
    work.then(end, end)
    for (;;) {
      // Each wait is ended only while the work is not done without it.
      await this.#rest()
      if (progress.isDone) return work
      if (!(await this.#goOn(Infinity)))
        throw new Standstill('Something waits for what the scheduler does not know.')
    }
  }

  #add(
    owner: SimProcess | undefined,
    label: string,
    due: number,
    go: () => void,
    forget: () => void = () => undefined,
  ): Wait {
    this.#sequence += 1
    const wait = { owner, label, due, sequence: this.#sequence, go, forget }
    this.#waits.push(wait)
    return wait
  }

  /** Ends one wait; false if there is none up to the time. */
  async #goOn(until: number): Promise<boolean> {
    await this.#rest()
    const able = this.#waits.filter(({ owner }) => owner === undefined || owner.state === 'running')
    let next = Infinity
    for (const { due } of able) if (due < next) next = due
    if (next === Infinity || next > until) return false
    if (next > this.now) this.now = next
    const ready = able.filter(({ due }) => due <= this.now)
    const chosen = ready.length === 1 ? ready[0] : this.#random.pick(ready)
    if (!chosen) return false
    if (chosen.owner !== undefined && !this.mayGoOn(chosen.owner, chosen.label)) return true
    const place = this.#waits.indexOf(chosen)
    // What befell its owner may have ended it.
    if (place < 0) return true
    this.#waits.splice(place, 1)
    this.steps += 1
    if (this.steps > mostSteps)
      throw new Standstill(`It goes round in circles at ${new Date(this.now).toISOString()}.`)
    chosen.go()
    return true
  }

  /** Resolves when every promise that can go on by itself has. */
  async #rest(): Promise<void> {
    do {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    } while (this.#external > 0)
  }
}
