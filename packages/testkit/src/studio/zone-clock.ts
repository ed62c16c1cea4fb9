/** Turns instants (epoch milliseconds) into the wall clock of one time zone and back, daylight saving included. */
export interface ZoneClock {
  /** `YYYY-MM-DDTHH:mm:ss` */
  toLocal(instant: number): string
  /**
   * The instant at which the zone's clocks show the given second of the date. In the hour that clocks skip, it is
   * an instant next to the gap; in the hour that they repeat, the first or the second pass.
   */
  toInstant(date: string, secondOfDay: number): number
}

const quarterHour = 15 * 60 * 1000

export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  // Zones change their offset on a quarter of an hour, if at all, so one look-up serves all of it.
  const offsets = new Map<number, number>()
  const offsetAt = (instant: number): number => {
    const start = Math.floor(instant / quarterHour) * quarterHour
    const known = offsets.get(start)
    if (known !== undefined) return known
    const part: Record<string, string> = {}
    for (const { type, value } of format.formatToParts(start)) part[type] = value
    const shown = `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`
    const offset = Date.parse(shown) - start
    offsets.set(start, offset)
    return offset
  }
  return {
    toLocal: (instant) => new Date(instant + offsetAt(instant)).toISOString().slice(0, 19),
    toInstant: (date, secondOfDay) => {
      const wall = Date.parse(`${date}T00:00:00Z`) + secondOfDay * 1000
      const guess = wall - offsetAt(wall)
      return wall - offsetAt(guess)
    },
  }
}

/** The calendar date some days later (or earlier, if negative). */
export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
