import {
  addDays,
  businessDateOfLocal,
  type CalendarDate,
  type Cell,
  cellKey,
  checkBalance,
  contribute,
  type CurrencyCode,
  localTimeAt,
  type MapReview,
  type MinorUnits,
  type Order,
  reviewMaps,
} from '@ledgerpost/core'
import { type EngineEnvironment, now } from '../environment.js'
import { integrationFor, subscriberOf } from '../linking/integration-of.js'
import type { DaySpan } from '../ports/day-store.js'
import type { Subscriber } from '../ports/subscriber-store.js'
import { viewOf } from './initialise.js'

const reviewedDays = 90
/** So that a review takes a second or so, however much a subscriber sells. */
const mostOrders = 10_000
const pageSize = 500

/** What is mapped and what is not, and how much money hangs on it. */
export interface MappingReview extends MapReview {
  /** The first business day whose orders count. */
  readonly since: CalendarDate
  readonly currency: CurrencyCode
}

/**
 * Weighs the maps with the money of the last 90 business days, today included; where these have more than 10,000 orders,
 * of as many of the latest days as have no more, and of one in any case. Orders that do not balance count for nothing,
 * and so does money in other currencies than the subscriber's.
 * @throws Conflict when the integration is not linked
 */
export async function mappingReview(
  environment: EngineEnvironment,
  subscriberId: string,
  type: string,
): Promise<MappingReview> {
  const { view, span, occurring, tolerance } = await environment.store.transaction(
    subscriberId,
    async (transaction) => {
      const { preferences } = await integrationFor(environment, transaction, subscriberId, type, 'Map')
      const latest = latestDays(await subscriberOf(transaction, subscriberId), now(environment))
      const sales = await transaction.salesByDay(subscriberId, latest)
      return {
        view: await viewOf(environment, transaction, subscriberId, type),
        span: { ...latest, from: firstOf(sales.toReversed()) ?? latest.from },
        occurring: await transaction.occurringSources(subscriberId),
        tolerance: preferences?.roundingTolerance ?? 0n,
      }
    },
  )
  const { integration, platform, rules } = view
  const cells = await moneyOf(environment, subscriberId, span, tolerance)
  return {
    ...reviewMaps({ platform, integrator: integration.configuration, occurring, rules, cells }),
    since: span.from,
    currency: span.currency,
  }
}

function latestDays({ terms }: Subscriber, instant: string): DaySpan {
  const to = businessDateOfLocal(localTimeAt(instant, terms.timeZone), terms.cutOff)
  return { from: addDays(to, 1 - reviewedDays), to, currency: terms.currency }
}

/** The earliest of the latest days that have not too many orders together; undefined if all days do. */
function firstOf(
  newestFirst: readonly { readonly date: CalendarDate; readonly orders: number }[],
): CalendarDate | undefined {
  let count = 0
  let first: CalendarDate | undefined
  for (const { date, orders } of newestFirst) {
    count += orders
    if (count > mostOrders) return first ?? date
    first = date
  }
  return undefined
}

/**
 * The money of the orders without its signs, by where it stands, whatever the day. Each page is a transaction of its own:
 * nobody waits for the whole.
 */
async function moneyOf(
  { store }: Pick<EngineEnvironment, 'store'>,
  subscriberId: string,
  span: DaySpan,
  tolerance: MinorUnits,
): Promise<readonly Cell[]> {
  const cells = new Map<string, Cell>()
  let after: Order | null = null
  for (;;) {
    const page: readonly Order[] = await store.transaction(subscriberId, (transaction) =>
      transaction.ordersOfDays(subscriberId, { ...span, after, limit: pageSize }),
    )
    for (const order of page) addMoney(cells, order, tolerance)
    after = page.at(-1) ?? null
    if (page.length < pageSize) return [...cells.values()]
  }
}

function addMoney(cells: Map<string, Cell>, order: Order, tolerance: MinorUnits): void {
  const balance = checkBalance(order, tolerance)
  if (!balance.balanced) return
  for (const { net, tax, ...place } of contribute(order, balance.rounding)) {
    const anyDay = { ...place, businessDate: '' }
    const key = cellKey(anyDay)
    const known = cells.get(key)
    cells.set(key, {
      ...anyDay,
      net: (known?.net ?? 0n) + withoutSign(net),
      tax: (known?.tax ?? 0n) + withoutSign(tax),
    })
  }
}

function withoutSign(amount: MinorUnits): MinorUnits {
  return amount < 0n ? -amount : amount
}
