import type { Fetch } from '@ledgerpost/client'
import type { TokenSource } from './token-source.js'

/**
 * Sends requests with the token of the moment. A request that is refused for its token was not done, so it waits for the
 * next token and is sent again: whoever was typing loses nothing.
 */
export function authorisedFetch(tokens: TokenSource, fetch: Fetch): Fetch {
  return async (input, init = {}) => {
    for (;;) {
      const token = await tokens.usable(init.signal)
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${token}`)
      const response = await fetch(input, { ...init, headers })
      if (response.status !== 401) return response
      tokens.expire(token)
    }
  }
}
