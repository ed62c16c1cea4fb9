import type { SeededRandom } from '../random/seeded-random.js'
import { eastLocation, type StudioLocation, studioLocations, westLocation } from './catalogue.js'
import { shiftDate, type ZoneClock, zoneClock } from './zone-clock.js'

/** When and where a client stands at the counter. */
export interface Visit {
  readonly location: StudioLocation
  /** Epoch milliseconds. */
  readonly at: number
  /** What the clock on the wall shows. */
  readonly secondOfDay: number
}

const clocks = new Map<StudioLocation, ZoneClock>(
  studioLocations.map((location) => [location, zoneClock(location.timeZone)]),
)

export function clockOf(location: StudioLocation): ZoneClock {
  const clock = clocks.get(location)
  if (!clock) throw new RangeError(`The studio has no location ${location.id}.`)
  return clock
}

function weightOf(date: string): number {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? 14 : 10
}

/** How many of all orders fall on each day: more at the weekend, exactly `orders` in sum. */
export function* ordersByDay(
  startDate: string,
  days: number,
  orders: number,
): Generator<number, void, undefined> {
  let whole = 0
  for (let index = 0; index < days; index += 1) whole += weightOf(shiftDate(startDate, index))
  let weight = 0
  let counted = 0
  for (let index = 0; index < days; index += 1) {
    weight += weightOf(shiftDate(startDate, index))
    const upToNow = Math.floor((orders * weight) / whole)
    yield upToNow - counted
    counted = upToNow
  }
}

const opening = 6 * 3600
const closing = 22 * 3600

/** The visits of a date by each location's own clock, in order of time; a few at any hour, as bought online. */
export function visitsOn(date: string, count: number, random: SeededRandom): Visit[] {
  return Array.from({ length: count }, (): Visit => {
    const location = random.chance(60) ? eastLocation : westLocation
    const clock = clockOf(location)
    const midnight = clock.toInstant(date, 0)
    const at = random.chance(6)
      ? random.integer(midnight, clock.toInstant(shiftDate(date, 1), 0) - 1)
      : clock.toInstant(date, random.integer(opening, closing - 1)) + random.integer(0, 999)
    const [hours = 0, minutes = 0, seconds = 0] = clock.toLocal(at).slice(11).split(':').map(Number)
    return { location, at, secondOfDay: hours * 3600 + minutes * 60 + seconds }
  }).toSorted((a, b) => a.at - b.at)
}

/** The first moment of the date anywhere in the studio. */
export function firstMomentOf(date: string): number {
  return Math.min(...studioLocations.map((location) => clockOf(location).toInstant(date, 0)))
}

/** The end of the play: a day after the last location closed, in which the last corrections are made. */
export function endOfPlay(lastDate: string): number {
  return Math.max(
    ...studioLocations.map((location) => clockOf(location).toInstant(shiftDate(lastDate, 2), 0)),
  )
}
