import type { Clock } from '@ledgerpost/core'

/** A clock that stands, may be put forward and back, and wakes nobody who sleeps. */
export class SettableClock implements Clock {
  #now: number

  constructor(time: string) {
    this.#now = Date.parse(time)
  }

  set(time: string): void {
    this.#now = Date.parse(time)
  }

  now(): number {
    return this.#now
  }

  sleep(_milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((_resolve, reject) => {
      const abort = (): void => reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'))
      if (signal?.aborted) abort()
      signal?.addEventListener('abort', abort, { once: true })
    })
  }
}
