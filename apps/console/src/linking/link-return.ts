/** What the consent page sent the browser back with, as far as the console looks at it. */
export interface LinkReturn {
  /** The whole query, which the server is handed. */
  readonly query: string
  /** Names the link that was begun (RFC 6749, section 4.1.2). */
  readonly state: string
  /** Why there is no link, as the ledger says; null if there may be one. */
  readonly error: string | null
}

/** @param search a query with or without its question mark; null if it comes from no consent page */
export function readLinkReturn(search: string): LinkReturn | null {
  const query = search.replace(/^\?/, '')
  const parameters = new URLSearchParams(query)
  const state = parameters.get('state')
  if (state === null || state === '') return null
  return { query, state, error: parameters.get('error') }
}

/** The state that an authorisation address carries and that the return will have. */
export function stateOf(authorisationUrl: string): string | null {
  return new URL(authorisationUrl).searchParams.get('state')
}
