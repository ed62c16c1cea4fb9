import type { CalendarDate } from '../calendar/calendar-date.js'
import type { LocalTime } from '../calendar/local-time.js'
import type { MinorUnits } from '../money/amount.js'

/** The owner's choices; the first is documented by the API, the rest are optional. */
export interface SynchronizationPreferences {
  /** One packet per day and payment method, instead of one per order. */
  readonly summarizeData: boolean
  /** Summaries also apart by location. */
  readonly byLocation: boolean
  /** The first business date to book; null means the day of linking. */
  readonly startDate: CalendarDate | null
  /** What to do with packets dated in a period that the integrator has locked. */
  readonly lockedPeriod: 'hold' | 'first-open-day'
  /** Up to how many minor units an order may be off before it is excluded. */
  readonly roundingTolerance: MinorUnits
  /** When a sync begins every day, by the subscriber's clocks; null means only when somebody calls for one. */
  readonly syncAt: LocalTime | null
}

export const defaultPreferences: SynchronizationPreferences = {
  summarizeData: false,
  byLocation: false,
  startDate: null,
  lockedPeriod: 'hold',
  roundingTolerance: 0n,
  syncAt: null,
}
