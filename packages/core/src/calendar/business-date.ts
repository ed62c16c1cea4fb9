import { addDays, type CalendarDate, type Instant, type LocalDateTime } from './calendar-date.js'

/** Minutes after midnight at which a new business day begins, 0 to 1439: a bar closing at 03:00 has 240. */
export type CutOffMinutes = number

/** The business day of a wall-clock reading: the day before, if the clock had not reached the cut-off. */
export function businessDateOfLocal(local: LocalDateTime, cutOff: CutOffMinutes): CalendarDate {
  const date = local.slice(0, 10)
  const minutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))
  return minutes < cutOff ? addDays(date, -1) : date
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * What a wall clock in the zone shows at the instant, to the second. Daylight-saving rules come from the runtime's
 * IANA data.
 * @throws RangeError when the runtime does not know the zone, see {@link isTimeZone}
 */
export function localTimeAt(instant: Instant, timeZone: string): LocalDateTime {
  const parts: Record<string, string> = {}
  for (const part of formatterOf(timeZone).formatToParts(new Date(instant))) parts[part.type] = part.value
  const year = parts['year']?.padStart(4, '0')
  return `${year}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`
}

/**
 * The moment at which a wall clock in the zone shows the reading: the first of the two, if clocks are set back over it;
 * counted on from before the change, if clocks are set forward over it. Offsets count in whole minutes.
 * @param local from the year 2 on
 * @throws RangeError when the runtime does not know the zone, see {@link isTimeZone}
 */
export function instantOfLocal(local: LocalDateTime, timeZone: string): Instant {
  // A leap second has no place of its own on the time line of the runtime.
  const shown = Date.parse(`${local.replace(/:60(?=\.|$)/, ':59')}Z`)
  const before = offsetAt(shown - day, timeZone)
  const after = offsetAt(shown + day, timeZone)
  const candidates = [Math.max(before, after), Math.min(before, after)].map((offset) => shown - offset)
  const moment = candidates.find((time) => time + offsetAt(time, timeZone) === shown) ?? shown - before
  return new Date(moment).toISOString()
}

const minute = 60_000
const day = 86_400_000
/** Two days before years have five digits, which no date of ours has. */
const lastDays = Date.parse('9999-12-30T00:00:00Z')

/** Offsets of whole days by zone, for as many days as a year of trading and its neighbours have. */
const offsets = new Map<string, Map<number, number>>()
const mostDays = 1000

/**
 * How far clocks in the zone are ahead of UTC, in milliseconds. Asking the runtime takes longer than all else that is
 * done with an order's date, so it is remembered for days at whose both ends the offset is the same: no zone has ever
 * changed it and changed it back within one.
 */
function offsetAt(time: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>()
  offsets.set(timeZone, known)
  const number = Math.floor(time / day)
  const remembered = known.get(number)
  if (remembered !== undefined) return remembered
  const offset = askedOffset(time, timeZone)
  const [begin, end] = [number * day, (number + 1) * day].map((moment) => askedOffset(moment, timeZone))
  if (begin !== offset || end !== offset) return offset
  if (known.size >= mostDays) known.clear()
  known.set(number, offset)
  return offset
}

function askedOffset(time: number, timeZone: string): number {
  const second = Math.floor(Math.min(time, lastDays) / 1000) * 1000
  const shown = Date.parse(`${localTimeAt(new Date(second).toISOString(), timeZone)}Z`)
  return Math.round((shown - second) / minute) * minute
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
