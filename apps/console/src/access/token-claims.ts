/** What a token says of its bearer, for the page alone: the server checks tokens, the page only reads them. */
export interface TokenClaims {
  readonly name: string | null
  /** Whether the bearer may change something. A token that cannot be read is tried: the server decides. */
  readonly isOwner: boolean
  /** The only subscriber that the token is for; null if it is for several, for all, or cannot be read. */
  readonly onlySubscriber: string | null
}

export function readTokenClaims(token: string | null): TokenClaims {
  const claims = payloadOf(token ?? '')
  const { name, role, subscribers } = claims
  const only = Array.isArray(subscribers) && subscribers.length === 1 ? String(subscribers[0]) : null
  return {
    name: typeof name === 'string' ? name : null,
    isOwner: typeof role !== 'string' || role === 'MINDBODY Owner',
    onlySubscriber: only,
  }
}

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  const part = token.split('.')[1] ?? ''
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    )
    const payload: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof payload === 'object' && payload !== null ? { ...payload } : {}
  } catch {
    // A token of another form says nothing to the page, and is sent to the server all the same.
    return {}
  }
}
