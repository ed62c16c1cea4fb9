import type { Clock, Logger } from '@ledgerpost/core'
import type { Deliveries, Delivery } from '@ledgerpost/engine'
import type { Message, MessageQueue } from './message-queue.js'

interface Waiter {
  readonly deliver: (delivery: Delivery | undefined) => void
}

interface DeliveriesOptions {
  readonly clock: Clock
  readonly logger: Logger
  readonly pollMilliseconds: number
  readonly recover: (workers: readonly string[]) => Promise<void>
}

/** The messages of a queue, taken in one batch for all who wait. */
export class QueueDeliveries implements Deliveries {
  readonly #queue: MessageQueue
  readonly #options: DeliveriesOptions
  readonly #waiters = new Set<Waiter>()
  #alarm = new AbortController()
  #isLooking = false

  constructor(queue: MessageQueue, options: DeliveriesOptions) {
    this.#queue = queue
    this.#options = options
  }

  recover(workers: readonly string[]): Promise<void> {
    return this.#options.recover(workers)
  }

  next(signal: AbortSignal): Promise<Delivery | undefined> {
    if (signal.aborted) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const waiter: Waiter = {
        deliver: (delivery) => {
          signal.removeEventListener('abort', giveUp)
          this.#waiters.delete(waiter)
          resolve(delivery)
        },
      }
      const giveUp = () => {
        waiter.deliver(undefined)
        if (this.#waiters.size === 0) this.wake()
      }
      signal.addEventListener('abort', giveUp, { once: true })
      this.#waiters.add(waiter)
      if (!this.#isLooking) void this.#look()
    })
  }

  wake(): void {
    const woken = this.#alarm
    this.#alarm = new AbortController()
    woken.abort()
  }

  /** Takes messages as long as somebody waits; never rejects. */
  async #look(): Promise<void> {
    this.#isLooking = true
    while (this.#waiters.size > 0) {
      const woken = this.#alarm.signal
      const wanted = this.#waiters.size
      const messages = await this.#take(wanted)
      for (const message of messages) await this.#handOver(message)
      // A full batch means that there may be more.
      if (messages.length === wanted || this.#waiters.size === 0) continue
      await this.#options.clock.sleep(this.#options.pollMilliseconds, woken).catch((error: unknown) => {
        if (!woken.aborted) this.#report(error)
      })
    }
    this.#isLooking = false
  }

  async #take(limit: number): Promise<readonly Message[]> {
    try {
      return await this.#queue.take(limit)
    } catch (error) {
      this.#report(error)
      return []
    }
  }

  async #handOver({ id, jobId }: Message): Promise<void> {
    const [waiter] = this.#waiters
    const done = () => this.#queue.remove([id])
    if (waiter) return waiter.deliver({ jobId, done })
    // Whoever waited has stopped meanwhile: the job is released again, for somebody else.
    await done().catch((error: unknown) => this.#report(error))
  }

  #report(error: unknown): void {
    this.#options.logger.warn({ error }, 'The queue of jobs cannot be read; the worker tries again.')
  }
}
