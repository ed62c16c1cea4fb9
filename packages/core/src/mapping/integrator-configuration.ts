import type { CalendarDate } from '../calendar/calendar-date.js'
import type { CurrencyCode } from '../money/currency.js'
import type { DecimalText } from '../money/decimal.js'

/** What an account may be used for, as the integrator itself rules. */
export interface IntegratorAccount {
  /** What a map rule names. */
  readonly id: string
  readonly code: string | null
  readonly name: string
  /** The integrator's own word for the account's type (`BANK`, `REVENUE`, `Liability`). */
  readonly type: string
  readonly isActive: boolean
  /** Whether lines of sale documents may be booked to it. */
  readonly takesRevenue: boolean
  /** Whether payments may be booked to it. */
  readonly takesPayments: boolean
}

/** A part of a tax rate, such as the state's and the city's. */
export interface TaxComponent {
  readonly name: string
  /** Per cent: `8.25`. */
  readonly percent: DecimalText
  /** Whether it is levied on the amount with the other components' tax in it. */
  readonly isCompound: boolean
}

export interface IntegratorTaxRate {
  /** What a map rule names. */
  readonly id: string
  readonly name: string
  /** A fraction; null where the integrator tells none. */
  readonly rate: DecimalText | null
  readonly isActive: boolean
  readonly appliesToRevenue: boolean
  /** Where it is reported, in the integrator's own word; absent where the integrator knows nothing of the kind. */
  readonly reportType?: string
  /** What it is made of; absent where the integrator does not tell. */
  readonly components?: readonly TaxComponent[]
}

/** Something that an integrator's lines can be told apart by besides their account (a department, a region). */
export interface TrackingCategory {
  readonly id: string
  readonly name: string
  readonly isActive: boolean
  readonly options: readonly TrackingOption[]
}

export interface TrackingOption {
  readonly id: string
  readonly name: string
  readonly isActive: boolean
}

/** What the integrator told about itself at the last inspection; mapping and planning read nothing else. */
export interface IntegratorConfiguration {
  readonly organisation: {
    readonly name: string
    readonly currency: CurrencyCode | null
    readonly country: string | null
    /** IANA zone. */
    readonly timeZone: string | null
    /** The last day of the locked period: nothing may be dated on it or before. */
    readonly lockedThrough: CalendarDate | null
  }
  readonly accounts: readonly IntegratorAccount[]
  readonly taxRates: readonly IntegratorTaxRate[]
  /** Absent where the integrator has nothing of the kind. */
  readonly trackingCategories?: readonly TrackingCategory[]
  /** What else the adapter needs to render documents (a receivables account, a contact), in the adapter's own form: JSON. */
  readonly extension: Readonly<Record<string, unknown>>
}
