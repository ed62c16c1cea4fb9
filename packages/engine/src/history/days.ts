import { addDays, type CalendarDate, type CurrencyCode, type MinorUnits } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { adapterOf } from '../linking/connect.js'
import { subscriberOf } from '../linking/integration-of.js'
import type { DayPackets, DaySpan } from '../ports/day-store.js'
import type { Integration } from '../ports/integration-store.js'
import type { StoreTransaction } from '../ports/store.js'

/** How a business day stands. Amounts are signed minor units. */
export interface Day {
  readonly date: CalendarDate
  readonly orders: number
  /** What the orders of the day move now, voided ones nothing. */
  readonly sold: MinorUnits
  /** What the day's packets carry, by what became of them; `waiting` are those that are yet to be sent. */
  readonly posted: MinorUnits
  readonly held: MinorUnits
  readonly rejected: MinorUnits
  readonly inDoubt: MinorUnits
  readonly waiting: MinorUnits
  readonly state: 'AllSent' | 'SomethingHeld' | 'Nothing'
}

export interface Days {
  readonly currency: CurrencyCode
  /** One for each day of the span, ascending. */
  readonly days: readonly Day[]
}

/**
 * What was sold and what was posted, day by day. When all packets of a day are sent and its orders have not changed since,
 * sold and posted are equal. Orders of days before the integration's start count only if something was packed of them.
 */
export async function days(
  environment: EngineEnvironment,
  subscriberId: string,
  type: string,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<Days> {
  return environment.store.transaction(subscriberId, async (transaction) => {
    const { terms } = await subscriberOf(transaction, subscriberId)
    const known = await transaction.integration(subscriberId, adapterOf(environment, type).manifest.type)
    const span = { from, to, currency: terms.currency }
    const packets = known ? await transaction.packetsByDay(known.id, span) : []
    const start = known?.preferences?.startDate ?? known?.linkedOn ?? from
    const sales = await salesSince(transaction, { subscriberId, known, start, span, packets })
    return { currency: terms.currency, days: eachDay(from, to).map((date) => dayOf(date, sales, packets)) }
  })
}

interface Sales {
  readonly orders: number
  readonly sold: MinorUnits
}

async function salesSince(
  transaction: StoreTransaction,
  {
    subscriberId,
    known,
    start,
    span,
    packets,
  }: {
    readonly subscriberId: string
    readonly known: Integration | undefined
    readonly start: CalendarDate
    readonly span: DaySpan
    readonly packets: readonly DayPackets[]
  },
): Promise<ReadonlyMap<CalendarDate, Sales>> {
  const from = start > span.from ? start : span.from
  const early = [...new Set(packets.map(({ date }) => date))].filter((date) => date < from)
  const sales = [
    ...(known && early.length > 0 ? await transaction.packedSalesByDay(known.id, early, span.currency) : []),
    ...(from <= span.to ? await transaction.salesByDay(subscriberId, { ...span, from }) : []),
  ]
  return new Map(sales.map(({ date, orders, sold }) => [date, { orders, sold }]))
}

function dayOf(
  date: CalendarDate,
  sales: ReadonlyMap<CalendarDate, Sales>,
  packets: readonly DayPackets[],
): Day {
  const { orders, sold } = sales.get(date) ?? { orders: 0, sold: 0n }
  const own = packets.filter((each) => each.date === date)
  const totalOf = (...statuses: readonly DayPackets['status'][]) =>
    own.filter(({ status }) => statuses.includes(status)).reduce((sum, { total }) => sum + total, 0n)
  const posted = totalOf('Sent')
  const isAllSent = own.every(({ status }) => status === 'Sent') && posted === sold
  return {
    date,
    orders,
    sold,
    posted,
    held: totalOf('Held'),
    rejected: totalOf('Rejected'),
    inDoubt: totalOf('InDoubt'),
    waiting: totalOf('Pending', 'Sending'),
    state: orders === 0 && own.length === 0 ? 'Nothing' : isAllSent ? 'AllSent' : 'SomethingHeld',
  }
}

function eachDay(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const dates: CalendarDate[] = []
  let date = from
  // The last day that there is has none after it.
  for (; date < to; date = addDays(date, 1)) dates.push(date)
  return date === to ? [...dates, date] : dates
}
