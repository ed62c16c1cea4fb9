import type { Fetch } from '@ledgerpost/client'

export interface DevelopmentPerson {
  readonly subscriberId: string
  readonly role: 'MINDBODY Owner' | 'MINDBODY Admin'
}

/** Asks a development server for a token. @throws Error with what the server said */
export async function developmentToken(
  serverUrl: string,
  { subscriberId, role }: DevelopmentPerson,
  fetch: Fetch,
): Promise<string> {
  const response = await fetch(`${serverUrl}/dev/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subscribers: [subscriberId], role, name: role.replace('MINDBODY ', '') }),
  })
  const answer: { access_token?: unknown } = await response.json()
  if (typeof answer.access_token !== 'string') throw new TypeError('The server gave no token.')
  return answer.access_token
}
