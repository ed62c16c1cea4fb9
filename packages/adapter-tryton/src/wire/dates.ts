import { isRecord } from '@ledgerpost/adapter-kit'
import { type CalendarDate, isCalendarDate } from '@ledgerpost/core'

/** A date in Tryton's JSON (docs.tryton.org, trytond, "Protocols": `__class__` names the type of what JSON lacks). */
export interface WireDate {
  readonly __class__: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateToWire(date: CalendarDate): WireDate {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number)
  if (!isCalendarDate(date) || year === undefined || month === undefined || day === undefined) {
    throw new RangeError(`'${date}' is not a date such as 2026-01-31.`)
  }
  return { __class__: 'date', year, month, day }
}

/** The date that a member holds; undefined if it is anything else. */
export function dateOfWire(value: unknown): CalendarDate | undefined {
  if (!isRecord(value) || value['__class__'] !== 'date') return undefined
  const digits = (name: string, length: number) => {
    const part = value[name]
    return typeof part === 'number' && Number.isInteger(part) ? String(part).padStart(length, '0') : ''
  }
  const text = `${digits('year', 4)}-${digits('month', 2)}-${digits('day', 2)}`
  return isCalendarDate(text) ? text : undefined
}
