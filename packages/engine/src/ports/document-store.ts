import type { Document, Instant, Reason, Submission } from '@ledgerpost/core'

/**
 * planned: nothing left yet · sending: the intent is recorded, an answer is not · accepted and rejected: for certain ·
 * unknown: to be looked up before anything else is done with it
 */
export type DocumentStatus = 'planned' | 'sending' | 'accepted' | 'rejected' | 'unknown'

export interface StoredDocument extends Document {
  readonly packetKey: string
  readonly status: DocumentStatus
  readonly integratorId: string | null
  readonly link: string | null
  /** Why it was rejected, or what is unknown about it. */
  readonly message: string | null
  readonly reasonKind: Reason['kind'] | null
  /** The last submission it was in. */
  readonly submissionId: string | null
  /** When it was last sent, in milliseconds since 1970 UTC; null if it never was. */
  readonly sentAt: number | null
  /** How often it was sent. */
  readonly attempts: number
}

/** A submission recorded before its first byte left. */
export interface Intent extends Submission {
  readonly id: string
  readonly integrationId: string
  /** Milliseconds since 1970 UTC. */
  readonly sentAt: number
}

export type DocumentOutcome =
  | {
      readonly reference: string
      readonly status: 'accepted'
      readonly integratorId: string
      readonly link: string | null
    }
  | { readonly reference: string; readonly status: 'rejected'; readonly reason: Reason }
  | { readonly reference: string; readonly status: 'unknown'; readonly message: string }
  | { readonly reference: string; readonly status: 'planned'; readonly message: string | null }

/** What a sweep found of one document: how it deviates at the integrator, or null if it is as we know it. */
export interface SweepFinding {
  readonly reference: string
  readonly deviation: string | null
}

export interface DocumentStore {
  documentsOfPackets(packetKeys: readonly string[]): Promise<readonly StoredDocument[]>
  /**
   * Makes `documents` the packets' documents. Those that exist as accepted, sending or unknown stay as they are;
   * planned and rejected ones are replaced or removed.
   */
  planDocuments(
    plans: readonly { readonly packetKey: string; readonly documents: readonly Document[] }[],
  ): Promise<void>
  /** Saves the intent and sets its documents to sending. */
  recordIntent(intent: Intent): Promise<void>
  /**
   * Records outcomes, and the answer of the intent they belong to, if they came with one. Also those of documents that
   * were looked up and never sent, as far as the store knows.
   */
  recordOutcomes(
    integrationId: string,
    outcomes: readonly DocumentOutcome[],
    intentId: string | null,
  ): Promise<void>
  /** Documents whose fate is not known (sending or unknown), by ascending reference from after the given one. */
  unsettledDocuments(
    integrationId: string,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly StoredDocument[]>
  intent(id: string): Promise<Intent | undefined>

  /**
   * Documents that were sent before `sentBefore` (milliseconds since 1970 UTC), whose fate is certain (accepted, or
   * rejected) and that no sweep has looked at since they were last sent; by ascending reference from after the given one.
   */
  unsweptDocuments(
    integrationId: string,
    page: { readonly sentBefore: number; readonly after: string | null; readonly limit: number },
  ): Promise<readonly StoredDocument[]>
  /** When the longest unswept such document was sent, in milliseconds since 1970 UTC; null if none is left. */
  oldestUnswept(integrationId: string): Promise<number | null>
  /** Appends what a sweep found. */
  addSweepFindings(integrationId: string, findings: readonly SweepFinding[], time: Instant): Promise<void>
  /** The last finding of each document of the packets that a sweep looked at, by reference. */
  sweepFindings(
    packetKeys: readonly string[],
  ): Promise<ReadonlyMap<string, SweepFinding & { readonly time: Instant }>>
}
