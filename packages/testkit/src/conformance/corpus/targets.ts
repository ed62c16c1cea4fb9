import type { CalendarDate, CurrencyCode } from '@ledgerpost/core'

/** What an owner would map to, as ids that `inspect` tells. */
export interface CorpusTargets {
  /** A currency with two decimals in which the books are kept. */
  readonly currency: CurrencyCode
  /** Another one, in which they are not kept. */
  readonly foreignCurrency: CurrencyCode
  /** A day on which the books are open, with at least thirty open days after it. */
  readonly day: CalendarDate
  /** May stand on lines of sales. All different. */
  readonly revenue: {
    readonly services: string
    readonly products: string
    readonly tips: string
    /** A liability: what was sold and not redeemed. */
    readonly giftCards: string
    readonly discounts: string
  }
  /** May take payments. All different; the gift cards' account may be the one of `revenue`. */
  readonly payment: { readonly cash: string; readonly card: string; readonly giftCards: string }
  readonly tax: {
    readonly none: string
    /** Any rate that is charged on sales. */
    readonly standard: string
    /** Another one, best with more than one component. */
    readonly compound: string
  }
  /** The accounts that targets book to which are none themselves, such as items; by the id of the target. */
  readonly accounts?: Readonly<Record<string, string>>
}

/** The account that a target books to. */
export function accountOf({ accounts = {} }: CorpusTargets, target: string): string {
  return accounts[target] ?? target
}
