import type { CalendarDate } from '@ledgerpost/core'

/** Xero's filter language (developer.xero.com/documentation/api/requests-and-responses, "where"). */
export type Where = string

/** @throws RangeError for a text that would have to be escaped: the filter language has no escapes */
export function isText(element: string, text: string): Where {
  if (/["\\\p{Cc}]/u.test(text))
    throw new RangeError(`Xero cannot be asked for the text ${JSON.stringify(text)}`)
  return `${element}=="${text}"`
}

export function isWithin(element: string, from: CalendarDate, to: CalendarDate): Where {
  return `${element}>=${dateTime(from)} AND ${element}<=${dateTime(to)}`
}

export function anyOf(conditions: readonly Where[]): Where {
  return conditions.join(' OR ')
}

function dateTime(date: CalendarDate): string {
  const [year, month, day] = date.split('-')
  return `DateTime(${year},${month},${day})`
}
