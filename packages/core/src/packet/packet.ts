import type { CalendarDate } from '../calendar/calendar-date.js'
import type { Contribution } from '../contribution/cell.js'
import type { MinorUnits } from '../money/amount.js'
import type { CurrencyCode } from '../money/currency.js'
import type { DecimalText } from '../money/decimal.js'

/** One line of what a packet asks the integrator to book, in the platform's own terms. */
export interface RequestItem {
  readonly revenueCategoryId: string
  readonly taxRateIds: readonly string[]
  readonly locationId: string
  readonly description: string | null
  readonly quantity: DecimalText | null
  readonly netAmount: MinorUnits
  readonly taxAmount: MinorUnits
}

/** What one payment method moved. */
export interface PacketPayment {
  readonly paymentMethodId: string
  readonly amount: MinorUnits
}

/**
 * What identifies a series of packets within an integration: one order, or one day and payment method
 * (and location, where the owner prefers). Packets of a series are numbered 1, 2, 3, ...: the first books,
 * the later ones adjust.
 */
export type PacketSeries =
  | { readonly kind: 'order'; readonly orderId: string }
  | {
      readonly kind: 'summary'
      readonly businessDate: CalendarDate
      readonly paymentMethodId: string | null
      readonly locationId: string | null
      readonly currency: CurrencyCode
    }

/** The amounts of a packet. Invariant: items, cells and (unless the total is zero) payments have the same sum. */
export interface PacketContent {
  readonly businessDate: CalendarDate
  /** Null where a summary spans locations. */
  readonly locationId: string | null
  readonly currency: CurrencyCode
  readonly requestItems: readonly RequestItem[]
  readonly payments: readonly PacketPayment[]
  /** The difference that the packet books; it stays exact per payment method and location. */
  readonly cells: Contribution
  readonly netAmount: MinorUnits
  readonly taxAmount: MinorUnits
  readonly total: MinorUnits
}

/** A sealed packet: immutable from here on. */
export interface Packet extends PacketContent {
  /** `hash(integration, series, sequence)`: the same packet has the same key in any process. */
  readonly key: string
  readonly series: PacketSeries
  readonly sequence: number
  /** Hash over the sorted contributions of the orders in it. */
  readonly evidence: string
}
