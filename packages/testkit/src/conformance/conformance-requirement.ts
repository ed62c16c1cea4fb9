import type { Manifest } from '@ledgerpost/core'
import type { Stage } from './stage/stage.js'
import type { ConformanceSubject } from './subject.js'

/** The part of the adapter contract that a requirement is about. */
export type RequirementArea =
  | 'DESCRIBE'
  | 'INSPECT'
  | 'RENDER'
  | 'PREPARE'
  | 'SEND'
  | 'LOSE'
  | 'REFUSE'
  | 'FIND'
  | 'READ'
  | 'LINK'

/** Something that must be so of every adapter, or of every one that declares a capability. */
export interface ConformanceRequirement {
  readonly id: `${RequirementArea}-${number}`
  /** One sentence. */
  readonly title: string
  /** Why it does not concern an adapter that declares this; undefined if it does. Default: it concerns all. */
  readonly exemption?: (manifest: Manifest, subject: ConformanceSubject) => string | undefined
  /**
   * Holds an adapter to it.
   * @param open opens new, empty books, as often as wanted; they are closed by whoever asks
   * @throws RequirementViolated, or whatever the adapter throws
   */
  readonly verify: (open: () => Promise<Stage>) => Promise<void>
}

export const noNetwork = (_manifest: unknown, { transport }: ConformanceSubject): string | undefined =>
  transport === 'http' ? undefined : 'it calls nobody over a network'
