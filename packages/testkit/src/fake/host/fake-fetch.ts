import { ConnectionFault, type FetchHandler } from './fetch-handler.js'

/**
 * A `fetch` that asks the fake directly, without a network: for code that takes its fetch from outside.
 * Broken connections and aborts look as they do with the built-in fetch.
 */
export function fakeFetch(handler: FetchHandler): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    try {
      return await abortable(handler(request), request.signal)
    } catch (error) {
      if (!(error instanceof ConnectionFault)) throw error
      throw new TypeError('fetch failed', { cause: error })
    }
  }
}

function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
