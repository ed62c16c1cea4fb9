import type { Clock } from '@ledgerpost/core'

/** The time allowed for a call ran out. */
class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
}

/** Stops work when a time runs out or when the caller stops. */
export interface Deadline {
  /** Aborts with a DeadlineError, or with the reason of the caller's signal. */
  readonly signal: AbortSignal
  /** Begins to count; the returned function stops counting. */
  allow(milliseconds: number, what: string): () => void
  /** Settles as the work does, or rejects as soon as the signal aborts, even if the work does not listen to it. */
  race<T>(work: Promise<T>): Promise<T>
  /** Must be called in the end: frees the timers. */
  end(): void
}

/** @param parent what else stops the work */
export function createDeadline(clock: Clock, parent?: AbortSignal): Deadline {
  const stop = new AbortController()
  const timers = new AbortController()
  const follow = (): void => stop.abort(parent?.reason)
  if (parent?.aborted) follow()
  parent?.addEventListener('abort', follow, { once: true })
  return {
    signal: stop.signal,
    allow(milliseconds, what) {
      const timer = new AbortController()
      const cancel = (): void => timer.abort()
      timers.signal.addEventListener('abort', cancel, { once: true })
      const expire = (): void => stop.abort(new DeadlineError(`${what} took longer than ${milliseconds} ms`))
      // A sleep that is cut short rejects, which is how a timer is cancelled.
      clock.sleep(milliseconds, timer.signal).then(expire, () => undefined)
      return cancel
    },
    race: (work) => untilAborted(work, stop.signal),
    end() {
      timers.abort()
      parent?.removeEventListener('abort', follow)
    },
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(asError(signal.reason))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
