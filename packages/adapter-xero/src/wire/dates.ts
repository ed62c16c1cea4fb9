import { type CalendarDate, isCalendarDate } from '@ledgerpost/core'

const microsoft = /^\/Date\((-?\d+)([+-]\d{4})?\)\/$/

/**
 * A calendar date as Xero writes it: `/Date(1552262400000+0000)/` (midnight, in the offset given) or
 * `2019-03-11` with or without a time. Undefined for anything else.
 */
export function dateOfWire(value: unknown): CalendarDate | undefined {
  if (typeof value !== 'string') return undefined
  const match = microsoft.exec(value)
  if (match) return new Date(Number(match[1]) + offsetOf(match[2])).toISOString().slice(0, 10)
  const date = value.slice(0, 10)
  return isCalendarDate(date) && (value.length === 10 || value[10] === 'T') ? date : undefined
}

function offsetOf(text = '+0000'): number {
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 5))
  return (text.startsWith('-') ? -minutes : minutes) * 60_000
}
