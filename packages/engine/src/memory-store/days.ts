import { type CalendarDate, type Order, type PacketStatus, packetStatuses, paidOf } from '@ledgerpost/core'
import type { DaySales, DaySpan, DayStore } from '../ports/day-store.js'
import { byCodePoint } from './code-point-order.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

export function days(state: State): DayStore {
  const ordersOf = (subscriberId: string): readonly Order[] =>
    subscriberId === state.scope
      ? state.ordersBySequence.of(subscriberId).map(({ changed }) => changed.order)
      : []

  return {
    async salesByDay(subscriberId, span) {
      return salesOf(ordersOf(subscriberId).filter((order) => isWithin(order, span)))
    },

    async packedSalesByDay(integrationId, dates, currency) {
      return salesOf(
        ordersOf(state.scope).filter(
          (order) =>
            order.currency === currency &&
            dates.includes(order.businessDate) &&
            state.own(state.packedOrders.get(pairKey(integrationId, order.id))) !== undefined,
        ),
      )
    },

    async packetsByDay(integrationId, span) {
      const sums = packetStatuses.toSorted(byCodePoint).flatMap((status) => {
        const totals = new Map<CalendarDate, bigint>()
        for (const row of state.packetsByStatus.of(pairKey(status, integrationId))) {
          const { sealed } = row
          if (!sealed || !state.own(row) || !isWithin(sealed, span)) continue
          totals.set(sealed.businessDate, (totals.get(sealed.businessDate) ?? 0n) + sealed.total)
        }
        return [...totals].map(([date, total]) => ({ date, status: status satisfies PacketStatus, total }))
      })
      return sums.toSorted((left, right) => byCodePoint(left.date, right.date))
    },

    async ordersOfDays(subscriberId, { after, limit, ...span }) {
      return ordersOf(subscriberId)
        .filter((order) => isWithin(order, span) && (after === null || byPlace(order, after) > 0))
        .toSorted(byPlace)
        .slice(0, limit)
    },
  }
}

function salesOf(orders: readonly Order[]): DaySales[] {
  const sales = new Map<CalendarDate, DaySales>()
  for (const order of orders) {
    const {
      date,
      orders: count,
      sold,
    } = sales.get(order.businessDate) ?? {
      date: order.businessDate,
      orders: 0,
      sold: 0n,
    }
    sales.set(date, { date, orders: count + 1, sold: sold + paidOf(order) })
  }
  return [...sales.values()].toSorted((left, right) => byCodePoint(left.date, right.date))
}

function isWithin(
  { businessDate, currency }: Pick<Order, 'businessDate' | 'currency'>,
  span: DaySpan,
): boolean {
  return currency === span.currency && businessDate >= span.from && businessDate <= span.to
}

function byPlace(
  left: Pick<Order, 'businessDate' | 'id'>,
  right: Pick<Order, 'businessDate' | 'id'>,
): number {
  return byCodePoint(left.businessDate, right.businessDate) || byCodePoint(left.id, right.id)
}
