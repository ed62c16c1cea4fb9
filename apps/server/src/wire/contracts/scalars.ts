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
  .meta({
    id: 'Identifier',
    description: 'An id: text, or a whole number that is taken as its digits.',
    anyOf: [{ type: 'string', minLength: 1, maxLength: 100 }, { type: 'integer' }],
  })

export const nameInput = z.string('must be a string').max(1000, 'has more than 1,000 characters')

/** ISO 8601 with an offset. */
export const momentInput = z
  .string('must be a string')
  .transform((text, context): Instant => {
    const instant = toInstant(text)
    if (instant !== undefined) return instant
    context.addIssue(`'${text.slice(0, 40)}' is not a moment such as 2016-01-01T10:30:00.000+00:00`)
    return z.NEVER
  })
  .meta({ format: 'date-time' })

export const dateInput = z
  .string('must be a string')
  .transform((text, context): CalendarDate => {
    if (!isCalendarDate(text)) context.addIssue('is not a date such as 2026-03-01')
    return text
  })
  .meta({ format: 'date' })

/** How the documentation of the API describes what `decimalInput` takes. */
export const decimalDescription = {
  anyOf: [{ type: 'number' }, { type: 'string', maxLength: 40, pattern: String.raw`^-?\d+(\.\d+)?$` }],
  description:
    'A decimal. A number has at most 15 significant digits; send one with more as a string. The digits are kept as they came.',
}

/** A number or a decimal text; the digits stay as they came. */
export const decimalInput = z
  .unknown()
  .transform((value, context): DecimalText => {
    const reading = readDecimal(value)
    if (reading.ok) return reading.text
    context.addIssue(reading.problem)
    return z.NEVER
  })
  .meta({ id: 'DecimalInput', ...decimalDescription })

/** A number, a numeric text or a name in any case. */
export function enumerationInput<Name extends string>(enumeration: Enumeration<Name>): z.ZodType<Name> {
  const choices = enumeration.names
    .map((name) => {
      const code = enumeration.code(name)
      return code === null ? enumeration.spelling(name) : `${enumeration.spelling(name)} (${code})`
    })
    .join(', ')
  return z
    .unknown()
    .transform((value, context): Name => {
      const name = enumeration.read(value)
      if (name !== undefined) return name
      context.addIssue(`must be one of ${choices}`)
      return z.NEVER
    })
    .meta(enumerationDescription(enumeration))
}

/** How the documentation of the API describes what `enumerationInput` takes. */
function enumerationDescription<Name extends string>(enumeration: Enumeration<Name>) {
  const spellings = enumeration.names.map((name) => enumeration.spelling(name))
  const codes = enumeration.names.flatMap((name) => enumeration.code(name) ?? [])
  const names = { type: 'string', examples: spellings }
  const meaning = enumeration.names.map((name) => {
    const code = enumeration.code(name)
    return code === null ? enumeration.spelling(name) : `${code} ${enumeration.spelling(name)}`
  })
  return {
    anyOf: codes.length === 0 ? [names] : [{ type: 'integer', enum: codes }, names],
    description: `${meaning.join(', ')}. Names in any case${codes.length === 0 ? '' : ', and numbers as text, are taken too'}.`,
  }
}

/** A list that counts before it looks at any element. */
export function listInput<Element extends z.ZodType>(element: Element, limit: number) {
  return z
    .array(z.unknown(), 'must be a list')
    .max(limit, `has more than ${limit} elements`)
    .pipe(z.array(element))
}
