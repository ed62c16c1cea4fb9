import type { Fetch } from '@ledgerpost/client'

/** What the server tells the page about itself before anybody has signed in. */
export interface ServerSettings {
  /** Whether the server gives tokens to developers on its own machine. */
  readonly developmentTokens: boolean
  /** The pages of others that may embed the console, by origin. */
  readonly origins: readonly string[]
}

/** Reads `settings.json`, which the server offers beside the page. @throws TypeError where there is no answer */
export async function readServerSettings(pageUrl: string, fetch: Fetch): Promise<ServerSettings> {
  const response = await fetch(new URL('settings.json', pageUrl).href)
  const told: { developmentTokens?: unknown; origins?: unknown } = await response.json()
  const origins = Array.isArray(told.origins) ? told.origins.filter((each) => typeof each === 'string') : []
  return { developmentTokens: told.developmentTokens === true, origins }
}
