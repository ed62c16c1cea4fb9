/** What the platform's page hands to the console in the fragment: `#token=…&subscriber=…`. */
export interface HandedOver {
  readonly token: string | null
  readonly subscriberId: string | null
}

/**
 * Reads a fragment. Routes of the console begin with a slash and hand nothing over.
 * @param hash with its number sign, as `location.hash` has it
 */
export function readHandedOver(hash: string): HandedOver {
  const text = hash.replace(/^#/, '')
  if (text === '' || text.startsWith('/')) return { token: null, subscriberId: null }
  const given = new URLSearchParams(text)
  return { token: given.get('token'), subscriberId: given.get('subscriber') }
}
