import { formatAmount, type MinorUnits, minorUnitDigits } from '@ledgerpost/core'
import type { Days } from '@ledgerpost/engine'
import { byName, decimal, list, record, type WireRecord, whole } from '../tree.js'

/** Days { Currency, Days[] }, a day for each of the span; amounts are in major units. */
export function daysRecord({ currency, days }: Days): WireRecord {
  const digits = minorUnitDigits(currency)
  const money = (amount: MinorUnits) => decimal(formatAmount(amount, digits))
  return record({
    Currency: currency,
    Days: list(
      days.map(({ date, orders, sold, posted, held, rejected, inDoubt, waiting, state }) =>
        record({
          Date: date,
          Orders: whole(orders),
          Sold: money(sold),
          Posted: money(posted),
          Held: money(held),
          Rejected: money(rejected),
          InDoubt: money(inDoubt),
          Waiting: money(waiting),
          State: byName(state),
        }),
      ),
    ),
  })
}
