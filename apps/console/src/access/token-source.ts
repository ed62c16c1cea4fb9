/** Whether there is a token that the server may still accept. */
export type TokenState = 'missing' | 'usable' | 'expired'

/** The token that requests are made with. It may be replaced at any time, and requests wait while there is none. */
export interface TokenSource {
  state(): TokenState
  current(): string | null
  set(token: string | null): void
  /** Says that the server no longer takes this token; one that came meanwhile stays. */
  expire(token: string): void
  /** A token that may be tried, as soon as there is one. Rejects with the signal's reason when it aborts. */
  usable(signal?: AbortSignal | null): Promise<string>
  /** Calls the listener after every change. @returns what ends that */
  subscribe(listener: () => void): () => void
}

export function createTokenSource(first: string | null): TokenSource {
  let token = first
  let isExpired = false
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const state = (): TokenState => (token === null ? 'missing' : isExpired ? 'expired' : 'usable')
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    state,
    subscribe,
    current: () => token,
    set(next) {
      if (next === token) return
      token = next
      isExpired = false
      tell()
    },
    expire(refused) {
      if (refused !== token || isExpired) return
      isExpired = true
      tell()
    },
    usable(signal) {
      return new Promise((resolve, reject) => {
        const settle = () => {
          if (token === null || state() !== 'usable') return
          stop()
          resolve(token)
        }
        const abort = () => {
          stop()
          reject(signal?.reason)
        }
        const unsubscribe = subscribe(settle)
        const stop = () => {
          unsubscribe()
          signal?.removeEventListener('abort', abort)
        }
        if (signal?.aborted === true) return abort()
        signal?.addEventListener('abort', abort, { once: true })
        settle()
      })
    },
  }
}
