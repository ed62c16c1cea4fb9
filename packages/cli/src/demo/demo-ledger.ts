import type { LedgerRow } from './ledger-entry.js'
import type { SourceOfRow } from './proof.js'
import type { Source } from './sources.js'

/** The books that the demo writes to and reads back. */
export interface DemoLedger {
  /** The integration type in the API's addresses. */
  readonly type: string
  /** What the server must be told to offer it. */
  readonly serverEnvironment: Readonly<Record<string, string>>
  /** What linking asks for. */
  readonly linkSettings: unknown
  /** By which name the integrator lists what each source is to be mapped to; sources without one are not taxed. */
  readonly targetNames: ReadonlyMap<Source, string>
  /** Every posting in the books. */
  rows(): AsyncIterable<LedgerRow>
  readonly sourceOf: SourceOfRow
  /** Whether an account merely passes amounts on, such as receivables. */
  isClearing(account: string): boolean
  /** Where to look at the books, for people. */
  readonly whereabouts: readonly string[]
  /** The folder of plain-text books, which accounting programs can be asked about. */
  readonly books: string | null
  close(): Promise<void>
}
