import type { Clock } from './clock.js'

export interface WaitOptions {
  readonly signal?: AbortSignal
  /** How long to wait in all, in milliseconds. Default: half an hour. */
  readonly timeout?: number
}

/** What was waited for had not come to pass in time. It may still do so. */
export class WaitTimedOut extends Error {
  override readonly name = 'WaitTimedOut'
}

const firstPause = 5000
const longestPause = 60_000
const defaultTimeout = 30 * 60_000

/** What a look tells: what was waited for, or how long the server asks to wait, in milliseconds. */
export type Look<Found> = { readonly found: Found } | { readonly retryAfter: number | null }

/**
 * Looks again and again: after 5 seconds, then ever more slowly up to once a minute, as the API asks of its clients.
 * @param what for the message: 'Sync record 1'
 * @throws WaitTimedOut, and whatever the signal or a look throws
 */
export async function waitFor<Found>(
  clock: Clock,
  what: string,
  look: (signal: AbortSignal) => Promise<Look<Found>>,
  { signal, timeout = defaultTimeout }: WaitOptions = {},
): Promise<Found> {
  const done = new AbortController()
  const over = new AbortController()
  const stop = AbortSignal.any([over.signal, ...(signal === undefined ? [] : [signal])])
  const timedOut = clock.sleep(timeout, AbortSignal.any([stop, done.signal])).then(
    () =>
      over.abort(
        new WaitTimedOut(`${what} is not done after ${timeout / 1000} s. It goes on; look again later.`),
      ),
    // It was ended, because the wait is over in another way.
    () => undefined,
  )
  try {
    let asked = 0
    for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
      await clock.sleep(Math.max(pause, asked), stop)
      const seen = await look(stop)
      if ('found' in seen) return seen.found
      asked = seen.retryAfter ?? 0
    }
  } finally {
    done.abort()
    await timedOut
  }
}
