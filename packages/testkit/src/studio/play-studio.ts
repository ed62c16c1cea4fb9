import { seededRandom } from '../random/seeded-random.js'
import { eventQueue } from './event-queue.js'
import { endOfPlay, firstMomentOf, ordersByDay, visitsOn } from './trading-days.js'
import { studioCounter } from './studio-counter.js'
import type { WireOrder } from './wire-order.js'
import { shiftDate } from './zone-clock.js'

export interface StudioOptions {
  /** Any whole number; 1 by default. The same options play the same studio. */
  readonly seed?: number
  /** How many days it trades; 90 by default. */
  readonly days?: number
  /** The first of them, `YYYY-MM-DD`; 2026-08-17 by default, so that clocks are set back within the 90 days. */
  readonly startDate?: string
  /** How many orders it takes, each counted once however often it is revised; 5,000 by default. */
  readonly orders?: number
}

/**
 * Plays a studio with two locations in two time zones: sales, refunds, voids, edits after the fact, split tenders,
 * stored value sold and redeemed, tips, discounts, compound taxes, orders that total zero, late entries.
 * Each revision of an order comes as a record of its own, in order of LastModifiedTime. Every revision balances,
 * every OrderDate lies within the days; the last corrections come within a day after the last of them.
 * Lazy: memory does not grow with the number of orders.
 */
export function* playStudio(options: StudioOptions = {}): Generator<WireOrder, void, undefined> {
  const { seed = 1, days = 90, startDate = '2026-08-17', orders = 5000 } = options
  if (!/^\d{4}-\d{2}-\d{2}$/.test(startDate) || Number.isNaN(Date.parse(startDate))) {
    throw new RangeError(`startDate is a date such as 2026-08-17, not '${startDate}'.`)
  }
  if (!Number.isSafeInteger(days) || days < 1)
    throw new RangeError(`days is a whole number from 1 up, not ${days}.`)
  if (!Number.isSafeInteger(orders) || orders < 0) {
    throw new RangeError(`orders is a whole number from 0 up, not ${orders}.`)
  }
  const random = seededRandom(seed)
  const queue = eventQueue()
  const end = endOfPlay(shiftDate(startDate, days - 1))
  const counter = studioCounter({ random, queue, startDate, end })
  let dayIndex = 0
  for (const count of ordersByDay(startDate, days, orders)) {
    const date = shiftDate(startDate, dayIndex)
    for (const visit of visitsOn(date, count, random)) counter.serve(visit, dayIndex)
    dayIndex += 1
    yield* queue.takeBefore(firstMomentOf(shiftDate(startDate, dayIndex)))
  }
  yield* queue.takeBefore(Infinity)
}
