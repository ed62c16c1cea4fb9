import type { OrderProblem } from '@ledgerpost/core'

/**
 * What became of one order that was fed: stored as new or newer (accepted), stored before exactly so (unchanged),
 * older than what is stored (stale), or not stored because it cannot be read (rejected).
 */
export type OrderReceipt =
  | { readonly orderId: string; readonly outcome: 'accepted' | 'unchanged' | 'stale' }
  | {
      readonly orderId: string | null
      readonly outcome: 'rejected'
      /** The place in the feed, counted from 1. */
      readonly position: number
      readonly problems: readonly OrderProblem[]
    }
