import {
  type CalendarDate,
  type DecimalText,
  type Instant,
  isCalendarDate,
  readDecimal,
  toInstant,
} from '@ledgerpost/core'
import { z } from 'zod'
import type { Enumeration } from '../enumeration.js'

/** An id as a non-empty text of at most 100 characters; a whole number is taken as its digits. */
export const identifierInput = z
  .union([z.string(), z.int()], 'must be a string or a whole number')
  .transform(String)
  .pipe(z.string().min(1, 'must not be empty').max(100, 'has more than 100 characters'))

export const nameInput = z.string('must be a string').max(1000, 'has more than 1,000 characters')

/** ISO 8601 with an offset. */
export const momentInput = z.string('must be a string').transform((text, context): Instant => {
  const instant = toInstant(text)
  if (instant !== undefined) return instant
  context.addIssue(`'${text.slice(0, 40)}' is not a moment such as 2016-01-01T10:30:00.000+00:00`)
  return z.NEVER
})

export const dateInput = z.string('must be a string').transform((text, context): CalendarDate => {
  if (!isCalendarDate(text)) context.addIssue('is not a date such as 2026-03-01')
  return text
})

/** A number or a decimal text; the digits stay as they came. */
export const decimalInput = z.unknown().transform((value, context): DecimalText => {
  const reading = readDecimal(value)
  if (reading.ok) return reading.text
  context.addIssue(reading.problem)
  return z.NEVER
})

/** A number, a numeric text or a name in any case. */
export function enumerationInput<Name extends string>(enumeration: Enumeration<Name>): z.ZodType<Name> {
  const choices = enumeration.names
    .map((name) => {
      const code = enumeration.code(name)
      return code === null ? enumeration.spelling(name) : `${enumeration.spelling(name)} (${code})`
    })
    .join(', ')
  return z.unknown().transform((value, context): Name => {
    const name = enumeration.read(value)
    if (name !== undefined) return name
    context.addIssue(`must be one of ${choices}`)
    return z.NEVER
  })
}

/** A list that counts before it looks at any element. */
export function listInput<Element extends z.ZodType>(element: Element, limit: number) {
  return z
    .array(z.unknown(), 'must be a list')
    .max(limit, `has more than ${limit} elements`)
    .pipe(z.array(element))
}
