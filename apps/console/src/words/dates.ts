const styles = {
  short: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  wallClock: { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

/** Making one takes longer than using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(style: keyof typeof styles, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${style}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, styles[style])
  formatters.set(key, made)
  return made
}

/** A calendar date for people: `Mon, 2 Mar 2026`. It is of no time zone, so none may move it. */
export function formatDate(date: string, locale: string, style: 'short' | 'long' = 'short'): string {
  return formatterOf(style, locale).format(Date.parse(`${date}T00:00:00Z`))
}

/** A moment for people, in their own time zone. */
export function formatMoment(moment: string, locale: string): string {
  return formatterOf('moment', locale).format(Date.parse(moment))
}

/** The wall clock at the place of sale, whatever the offset behind it: nobody asks what time it was elsewhere. */
export function formatWallClock(moment: string, locale: string): string {
  return formatterOf('wallClock', locale).format(Date.parse(`${moment.slice(0, 16)}Z`))
}

const dayMilliseconds = 86_400_000

/** A calendar date so many days later, or earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10)
}

/** The calendar date of an instant where the reader is. @param now epoch milliseconds */
export function localDate(now: number): string {
  const date = new Date(now)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}
