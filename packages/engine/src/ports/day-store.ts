import type { CalendarDate, CurrencyCode, MinorUnits, Order, PacketStatus } from '@ledgerpost/core'

/** Business days, both included, and the currency whose money counts. */
export interface DaySpan {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly currency: CurrencyCode
}

/** What orders of a business day contribute. */
export interface DaySales {
  readonly date: CalendarDate
  /** Voided ones too. */
  readonly orders: number
  /** What their payments move, signed, voided ones nothing: for an order that balances, the sum of its contribution. */
  readonly sold: MinorUnits
}

/** What the sealed packets of a business day carry that are in one status. */
export interface DayPackets {
  readonly date: CalendarDate
  readonly status: PacketStatus
  readonly total: MinorUnits
}

/** Sums by business day, and the orders of some days. Days without any are absent; the others ascend. */
export interface DayStore {
  salesByDay(subscriberId: string, span: DaySpan): Promise<readonly DaySales[]>
  /** The same of the orders alone of which the integration packed something. */
  packedSalesByDay(
    integrationId: string,
    dates: readonly CalendarDate[],
    currency: CurrencyCode,
  ): Promise<readonly DaySales[]>
  /** Ascending by day, then by the name of the status. */
  packetsByDay(integrationId: string, span: DaySpan): Promise<readonly DayPackets[]>
  /** Orders of the days, ascending by business day and id. `after` is the last one of the page before. */
  ordersOfDays(
    subscriberId: string,
    span: DaySpan & {
      readonly after: { readonly businessDate: CalendarDate; readonly id: string } | null
      readonly limit: number
    },
  ): Promise<readonly Order[]>
}
