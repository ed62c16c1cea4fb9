import { isRecord, textMember } from '@ledgerpost/adapter-kit'

/**
 * What is kept of a consent: its id, from the access token's claim `authentication_event_id`. The token is not
 * verified here: it came from the token endpoint, and the id only filters a list that Xero guards.
 */
export function consentOfToken(accessToken: string): { readonly authEventId: string | null } {
  try {
    const payload = accessToken.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return {
      authEventId: (isRecord(claims) ? textMember(claims, 'authentication_event_id') : undefined) ?? null,
    }
  } catch {
    // A token that is not a JSON web token names no consent.
    return { authEventId: null }
  }
}
