/** A day of the calendar without time or zone, `YYYY-MM-DD`, in the years 1 to 9999. Documents are dated with it. */
export type CalendarDate = string

/** A wall-clock reading without zone, `YYYY-MM-DDTHH:mm[:ss[.fff]]`. */
export type LocalDateTime = string

/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const localPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.\d{1,9})?)?$/
const zonedPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** Whether the text names a day that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = datePattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whether the text is a wall-clock reading on a day that exists. */
export function isLocalDateTime(text: string): text is LocalDateTime {
  const match = localPattern.exec(text)
  return match?.[1] !== undefined && isCalendarDate(match[1])
}

/**
 * The same moment in the canonical UTC form, in which moments sort as texts; undefined if the text is not a moment
 * (ISO 8601 with Z or an offset). Digits beyond milliseconds are cut off.
 */
export function toInstant(text: string): Instant | undefined {
  if (!zonedPattern.test(text) || !isCalendarDate(text.slice(0, 10))) return undefined
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) return undefined
  const instant = new Date(milliseconds).toISOString()
  return isCalendarDate(instant.slice(0, 10)) ? instant : undefined
}

/** The calendar date `days` after `date` (before it, if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
