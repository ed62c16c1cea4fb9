import {
  addDays,
  type CalendarDate,
  type Digest,
  type Instant,
  instantOfLocal,
  type LocalDateTime,
  type LocalTime,
  localTimeAt,
} from '@ledgerpost/core'

const minute = 60_000
const day = 86_400_000
/** Syncs of one time of day begin within this time, in milliseconds. */
const longestJitter = 10 * minute

/** How long after its time of day an integration's sync begins: always the same, from 0 to under ten minutes, in milliseconds. */
export function jitterOf(integrationId: string, digest: Digest): number {
  return Number.parseInt(digest(integrationId).slice(0, 8), 16) % longestJitter
}

/**
 * The first moment after `after` at which a daily sync begins: once for every day that the zone's calendar has. A time
 * that clocks skip is the first moment behind the gap, one that they show twice is the first of the two.
 * @throws RangeError when the runtime does not know the zone
 */
export function nextSync(
  after: Instant,
  localTime: LocalTime,
  timeZone: string,
  jitterMilliseconds: number,
): Instant {
  const from = Date.parse(after) - jitterMilliseconds
  let date = addDays(shownAt(from, timeZone).slice(0, 10), -1)
  for (;;) {
    const moment = momentOn(date, localTime, timeZone)
    if (moment !== undefined && moment > from) return new Date(moment + jitterMilliseconds).toISOString()
    date = addDays(date, 1)
  }
}

/** Undefined on a day that a zone left out when it changed sides of the date line. */
function momentOn(date: CalendarDate, localTime: LocalTime, timeZone: string): number | undefined {
  const beginning = firstMoment(`${date}T00:00:00`, timeZone)
  if (shownAt(beginning, timeZone).slice(0, 10) !== date) return undefined
  return firstMoment(`${date}T${localTime}:00`, timeZone)
}

/** The first moment at which clocks show the reading or have skipped it. */
function firstMoment(reading: LocalDateTime, timeZone: string): number {
  const counted = Date.parse(instantOfLocal(reading, timeZone))
  if (shownAt(counted, timeZone) === reading) return counted
  // Skipped: clocks were behind the reading the day before, and are beyond it now.
  let [behind, beyond] = [counted - day, counted]
  while (beyond - behind > minute) {
    const middle = behind + Math.floor((beyond - behind) / 2 / minute) * minute
    if (shownAt(middle, timeZone) < reading) behind = middle
    else beyond = middle
  }
  return beyond
}

function shownAt(time: number, timeZone: string): LocalDateTime {
  return localTimeAt(new Date(time).toISOString(), timeZone)
}
