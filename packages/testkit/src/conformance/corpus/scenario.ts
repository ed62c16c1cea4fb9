import type { MappedPacket } from '@ledgerpost/core'
import type { CorpusTargets } from './targets.js'

/** A role that an account has in the corpus; `tax` stands for whatever accounts an integrator books taxes to. */
export type CorpusRole =
  | `revenue.${keyof CorpusTargets['revenue']}`
  | `payment.${keyof CorpusTargets['payment']}`
  | 'tax'

/** What a sale of a kind does to the books. */
export interface Scenario {
  readonly name: string
  /** In the order in which they are sent. */
  readonly packets: readonly MappedPacket[]
  /** The trial balance of it all in minor units, debits above zero; a role that is not named comes to zero. */
  readonly balance: Readonly<Partial<Record<CorpusRole, bigint>>>
  /** Whether the tax is another amount than its rate would give. */
  readonly isTaxForced: boolean
}
