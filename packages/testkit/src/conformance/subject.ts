import type { Adapter, CalendarDate, Clock, Connection, Fetch, LedgerEntry, Logger } from '@ledgerpost/core'
import type { CorpusTargets } from './corpus/targets.js'

/** What a scene is built with; the kit holds all of it in its hands. */
export interface SceneEnvironment {
  /** Whatever the adapter and a fake do in time, they do by this clock. */
  readonly clock: Clock
  /**
   * Puts the kit between an adapter and its integrator: every connection must call through what this returns. Calls
   * are watched, and lost, spoiled or held up on purpose.
   */
  through(fetch: Fetch): Fetch
  readonly logger: Logger
}

/** The books of one organisation, and an adapter that is linked to them. */
export interface ConformanceScene {
  readonly adapter: Adapter
  /** What the corpus is mapped to; all of it exists in these books and may be used as its role says. */
  readonly targets: CorpusTargets
  /** Settings that link to these books. */
  readonly settings: unknown
  /** Another connection, as another process would have it. */
  connect(signal: AbortSignal): Connection | Promise<Connection>
  /** All postings of these books, read past the adapter: from the fake's own ledger, or from the real program. */
  ledger(): Promise<readonly LedgerEntry[]>
  /** Closes the books up to the day, this one included. Required where the manifest declares lock dates. */
  lockThrough?(day: CalendarDate): Promise<void>
  /** Archives or removes a target of revenue, so that nothing may be booked to it any more. */
  archive(target: string): Promise<void>
  /** Voids or deletes a document as the owner may do. Required where the manifest says that documents can be (`undo`). */
  void?(reference: string): Promise<void>
  /** Takes back the consent, or changes the credentials, with which the books were linked. Required over a network. */
  revoke?(): Promise<void>
  close(): Promise<void>
}

/** An adapter to be held to the requirements. */
export interface ConformanceSubject {
  /** The name of its package. */
  readonly name: string
  /** Whether it reaches its books by `fetch`, or on its own machine. */
  readonly transport: 'http' | 'local'
  /** Builds new, empty books each time. */
  open(environment: SceneEnvironment): Promise<ConformanceScene>
  /** Why there can be no books on this machine (a program is not installed); undefined if there can. Default: there can. */
  unavailable?(): string | undefined
  /** Ends what was started for all books, once nobody opens any more. */
  close?(): Promise<void>
}
