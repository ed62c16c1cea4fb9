import { z } from 'zod'
import type { Enumeration } from '../../wire/enumeration.js'

/** Text as it was given; ids are texts even where they look like numbers. */
export const text = z.string()

export const flag = z.boolean()

/** A decimal with the digits that it came with; amounts are in major units. */
export const decimal = z.number().meta({ examples: [10.8] })

export const count = z.int().min(0)

/** A moment in UTC. */
export const moment = z
  .string()
  .meta({ format: 'date-time', description: 'A moment in UTC.', examples: ['2016-01-01T10:30:00.000+00:00'] })

/** A calendar date. */
export const date = z.string().meta({ format: 'date', examples: ['2026-03-02'] })

/** An enumeration that is documented as its number in JSON. */
export function byCode<Name extends string>({ names, code, spelling }: Enumeration<Name>) {
  const entries = names.map((name) => ({ code: code(name) ?? 0, spelling: spelling(name) }))
  return z.literal(entries.map((entry) => entry.code)).meta({
    type: 'integer',
    description: `${entries.map((entry) => `${entry.code} ${entry.spelling}`).join(', ')}. In XML it is the name.`,
  })
}

/** An enumeration that is documented as its name. */
export function byName<Name extends string>({ names, spelling }: Enumeration<Name>) {
  return z.enum(names.map(spelling))
}

/** The type of an integration: its number, or its name where an adapter of others has none. */
export const integrationTypeByCode = z.union([z.int(), z.string()]).meta({
  description:
    'Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3; an adapter that has no number is named. In XML it is the name.',
  examples: [0],
})
