import type { LinkPlan, Source } from '../platform/api.js'

/** One posting in the books of a subscriber, read without help of the code that wrote it. */
export interface BooksRow {
  /** Our reference, by which the document is known at the integrator. */
  readonly reference: string
  /** Tells two documents apart that bear the same reference. */
  readonly place: string
  /** `YYYY-MM-DD` */
  readonly date: string
  /** What the account or tax stands for; `clearing` where amounts are merely passed on. */
  readonly source: Source | 'clearing' | `unknown account ${string}`
  /** Cents; a debit is above zero. */
  readonly amount: bigint
}

/** The books that server processes write to; they outlive the processes. */
export interface Books {
  readonly type: LinkPlan['type']
  plan(subscriberId: string, summarise: boolean): LinkPlan
  rows(subscriberId: string): Promise<readonly BooksRow[]>
}

export const noTax = 'none'

/** Letters and digits of an id, for names: `01:01+01:02` is `01-01-01-02`. */
export function plainName({ kind, id }: Source): string {
  return `${kind === 'method' ? 'M' : kind === 'category' ? 'C' : 'T'}-${id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
}
