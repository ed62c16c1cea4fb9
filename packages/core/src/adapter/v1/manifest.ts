import type { DocumentKind } from './document.js'

/** How far a capability reaches; a limited one says in the note where it ends. */
export interface Capability {
  readonly level: 'full' | 'limited' | 'none'
  readonly note?: string
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
}
