import type { Reason } from './reason.js'

/** Milliseconds since 1970-01-01T00:00Z, and waiting that can be cut short. */
export interface Clock {
  now(): number
  /** Resolves after the given milliseconds; rejects with the signal's reason when it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** Structured logging; what is passed must be free of secrets. */
export interface Logger {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** What every adapter gets from outside and never takes itself. */
export interface AdapterEnvironment {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly logger: Logger
}

/** Gives valid access tokens; who refreshes them, and how several processes agree on it, is not the adapter's matter. */
export interface TokenSource {
  /**
   * A token to call the integrator with.
   * @param rejected a token that the integrator has just refused: the answer is then another one
   * @throws IntegratorError with reason `reauthorise` when the owner must link again
   */
  accessToken(rejected?: string): Promise<string>
}

/** Turns at the integrator under the manifest's `callLimits`, shared by all processes on one store. */
export interface SharedTurns {
  /**
   * Takes a turn under every limit and waits until it has come. Never throws.
   * @param longestWait in milliseconds; when the turn would come later, none is taken
   * @param signal ends the waiting
   * @returns undefined when a call may be made now, and otherwise the reason, which lies with the connection: too many
   *   calls, an ended wait, or a store that cannot be asked. No call may be made then.
   */
  take(longestWait: number, signal?: AbortSignal): Promise<Reason | undefined>
  /** Lets no process call the organisation for so many milliseconds: the integrator said that it is too much. Never throws. */
  pause(milliseconds: number): Promise<void>
}

/** What one connection to one organisation's books works with. */
export interface ConnectionContext extends AdapterEnvironment {
  /** The subscriber whose books they are. */
  readonly subscriberId: string
  /** Checked by the adapter's settings schema when the ledger was linked. */
  readonly settings: unknown
  /** The integrator's id of the organisation; null where there is but one. */
  readonly organisationId: string | null
  /** Absent for adapters without authorisation. */
  readonly tokens: TokenSource | null
  /** Aborts when the worker drains or loses its lease. */
  readonly signal: AbortSignal
  /** There if the manifest has `callLimits`: every call to the organisation takes a turn first. */
  readonly turns?: SharedTurns
}
