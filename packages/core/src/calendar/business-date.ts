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
