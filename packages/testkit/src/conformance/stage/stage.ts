import type {
  AcceptedDocument,
  Adapter,
  Connection,
  Document,
  IntegratorConfiguration,
  LedgerEntry,
  MappedPacket,
  SendResult,
  Submission,
} from '@ledgerpost/core'
import type { Scenario } from '../corpus/scenario.js'
import type { CorpusTargets } from '../corpus/targets.js'
import type { ConformanceScene } from '../subject.js'
import type { WatchedNetwork } from './watched-network.js'

/** Never too late. */
export const anyTime = Infinity

/** New, empty books and an adapter that is linked to them, for one requirement. */
export interface Stage {
  readonly adapter: Adapter
  readonly scene: ConformanceScene
  readonly targets: CorpusTargets
  /** What the adapter must carry: without forced taxes that it refuses, where it declares that it cannot force all. */
  readonly corpus: readonly Scenario[]
  readonly network: WatchedNetwork
  readonly connection: Connection
  /** Everything that was logged, as text. */
  readonly logged: readonly string[]
  /** Milliseconds since 1970 UTC, by the adapter's clock. */
  now(): number
  /** Does something that may wait for the clock, which goes on meanwhile. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  /** Lets so many milliseconds pass. */
  sleep(milliseconds: number): Promise<void>
  connect(signal?: AbortSignal): Promise<Connection>
  configuration(): Promise<IntegratorConfiguration>
  /** The documents of packets. @throws RequirementViolated when one is refused */
  documentsOf(packets: readonly MappedPacket[]): Promise<readonly Document[]>
  send(submission: Submission, connection?: Connection): Promise<readonly SendResult[]>
  /** Sends documents stage by stage; what was accepted, by reference. @throws RequirementViolated when one is not */
  sendAll(documents: readonly Document[]): Promise<ReadonlyMap<string, AcceptedDocument>>
  ledger(): Promise<readonly LedgerEntry[]>
}
