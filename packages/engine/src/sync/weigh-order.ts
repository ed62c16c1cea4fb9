import {
  type CalendarDate,
  checkBalance,
  contribute,
  type Contribution,
  difference,
  type ExclusionReason,
  type MinorUnits,
  type Order,
} from '@ledgerpost/core'

/** What has to be done with an order that changed. */
export type OrderVerdict =
  | { readonly kind: 'excluded'; readonly reason: ExclusionReason; readonly message: string }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'packed'
      /** All that the order now contributes. */
      readonly wanted: Contribution
      /** What has to be posted to get there. */
      readonly change: Contribution
      readonly rounding: MinorUnits
    }

/**
 * Compares what an order contributes now with what was packed of it. An order before the start date is excluded
 * unless it was packed before; from then on it is followed wherever it goes.
 */
export function weighOrder(
  order: Order,
  packed: Contribution,
  terms: { readonly startDate: CalendarDate; readonly roundingTolerance: MinorUnits },
): OrderVerdict {
  if (packed.length === 0 && order.businessDate < terms.startDate) {
    return {
      kind: 'excluded',
      reason: 'BeforeStartDate',
      message: `Order ${order.id} is of ${order.businessDate}, before the start date ${terms.startDate}. Choose an earlier StartDate in the preferences to book it.`,
    }
  }
  const balance = checkBalance(order, terms.roundingTolerance)
  if (!balance.balanced) {
    const stays = packed.length > 0 ? ' What was posted of an earlier revision stays.' : ''
    return {
      kind: 'excluded',
      reason: 'UnbalancedOrder',
      message: `${balance.explanation} Correct it at the platform and send it again.${stays}`,
    }
  }
  const wanted = contribute(order, balance.rounding)
  const change = difference(wanted, packed)
  return change.length === 0
    ? { kind: 'unchanged' }
    : { kind: 'packed', wanted, change, rounding: balance.rounding }
}
