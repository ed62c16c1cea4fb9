import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import type { Surroundings } from '../surroundings.js'

export type Role = 'MINDBODY Owner' | 'MINDBODY Automated System'

const local: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

export function isLocal(url: string): boolean {
  return local.has(new URL(url).hostname)
}

/** A token of a development server on this machine; nobody else is asked. @throws CommandError where there is none */
export async function developmentToken(
  { fetch, signal }: Pick<Surroundings, 'fetch' | 'signal'>,
  url: string,
  { role, subscriberId }: { readonly role: Role; readonly subscriberId: string },
): Promise<string> {
  if (!isLocal(url)) throw noToken(`No token was given for ${url}.`)
  const response = await fetch(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ role, subscribers: [subscriberId], name: 'developer' }),
    signal,
  })
  const answer: unknown = response.ok ? await response.json() : undefined
  if (typeof answer === 'object' && answer !== null && 'access_token' in answer) {
    return String(answer.access_token)
  }
  throw noToken(
    `No token was given, and the server at ${url} gives none to developers (status ${response.status}).`,
  )
}

function noToken(what: string): CommandError {
  return new CommandError(
    exitCodes.notAllowed,
    `${what} Pass one with --token or LEDGERPOST_TOKEN, or use a server of your own that was started with --dev-tokens.`,
    'ledgerpost serve --dev-tokens',
  )
}
