/** What a wall clock shows, to the minute, `HH:MM` from 00:00 to 23:59. */
export type LocalTime = string

const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/

export function isLocalTime(text: string): text is LocalTime {
  return timePattern.test(text)
}
