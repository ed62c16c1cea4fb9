import type { DocumentKind } from './document.js'

/** How far a capability reaches; a limited one says in the note where it ends. */
export interface Capability {
  readonly level: 'full' | 'limited' | 'none'
  readonly note?: string
}

/**
 * So many calls in any span, for one organisation or for all of an app together. Processes that share a store keep
 * within it together; the adapter's own gate still limits how many calls are under way at a time.
 */
export interface CallLimit {
  readonly scope: 'organisation' | 'app'
  /** Calls in any span of `span` milliseconds. */
  readonly count: number
  /** Milliseconds. */
  readonly span: number
  /** Of them, those that may follow each other at once after a pause: at least 1, below `count`. The others are spread evenly. */
  readonly burst: number
}

/** What the engine, the console and the conformance kit know of an adapter without running it. */
export interface Manifest {
  /** The name in `Type_{name}` and in history. */
  readonly type: string
  /** The numeric value of EAccountingIntegrationType; null or 1000 and above for adapters of third parties. */
  readonly code: number | null
  readonly title: string
  readonly documentKinds: readonly DocumentKind[]
  readonly capabilities: {
    /** Whether a tax amount can be forced where the integrator would compute another. */
    readonly forcedTax: Capability
    readonly foreignCurrency: Capability
    readonly lockDates: Capability
    readonly readBack: Capability
    readonly find: Capability
    /** Whether owners may have tax rates created at the integrator. Default: none. */
    readonly taxRateCreation?: Capability
  }
  readonly batch: {
    /** Documents in one call. */
    readonly maximumCount: number
    /** Bytes in one call. */
    readonly maximumBytes: number
    /** Whether a call is accepted or refused as a whole. */
    readonly isAtomic: boolean
  }
  readonly idempotency: {
    readonly kind: 'native-key' | 'external-id' | 'search-first'
    /** How long the integrator remembers a native key, in milliseconds. */
    readonly lifetime: number | null
  }
  readonly reference: { readonly maximumLength: number }
  readonly undo: 'void' | 'delete' | 'reverse' | 'none'
  /** How long after an unanswered call its effect may still land, in milliseconds: look-ups wait that long. */
  readonly settlingTime: number
  /** How often the integrator may be called. Default: nothing is counted beyond one process. */
  readonly callLimits?: readonly CallLimit[]
}
