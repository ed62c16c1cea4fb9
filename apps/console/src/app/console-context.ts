import { createClient, type Fetch, type SubscriberClient } from '@ledgerpost/client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { authorisedFetch } from '../access/authorised-fetch.js'
import { readTokenClaims } from '../access/token-claims.js'
import type { TokenSource, TokenState } from '../access/token-source.js'
import { english, type Texts } from '../texts/english.js'

/** Where the console stands and what it works with. */
export interface ConsoleHost {
  /** Where the server is. */
  readonly serverUrl: string
  readonly subscriberId: string
  readonly tokens: TokenSource
  readonly fetch: Fetch
  /** Epoch milliseconds. */
  readonly now: () => number
  /** How numbers and dates are written, a BCP 47 tag. */
  readonly locale: string
  /** Whether the page belongs to the console, so that it may be left for a consent page. */
  readonly ownsPage: boolean
  /** Gets another token after the last one ended; without it, whoever embeds the console does. */
  readonly renewToken?: (() => Promise<string>) | undefined
}

export interface ConsoleContextValue extends ConsoleHost {
  readonly subscriber: SubscriberClient
  readonly texts: Texts
}

export function createConsoleContext(host: ConsoleHost, texts: Texts = english): ConsoleContextValue {
  const client = createClient({
    baseUrl: host.serverUrl,
    // Replaced by the token of the moment.
    token: '',
    fetch: authorisedFetch(host.tokens, host.fetch),
    // A person waits: the page says soon that something is wrong and offers to try again.
    retries: 1,
  })
  return { ...host, subscriber: client.subscriber(host.subscriberId), texts }
}

const Context = createContext<ConsoleContextValue | null>(null)
export const ConsoleProvider = Context.Provider

export function useConsole(): ConsoleContextValue {
  const value = useContext(Context)
  if (!value) throw new Error('A part of the console was rendered outside of it.')
  return value
}

export const useTexts = (): Texts => useConsole().texts

export function useTokenState(): TokenState {
  const { tokens } = useConsole()
  return useSyncExternalStore(tokens.subscribe, tokens.state)
}

/** Whether the bearer of the token may change something. */
export function useIsOwner(): boolean {
  const { tokens } = useConsole()
  return readTokenClaims(useSyncExternalStore(tokens.subscribe, tokens.current)).isOwner
}
