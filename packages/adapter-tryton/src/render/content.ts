import { type Document, isCalendarDate, isCurrencyCode, LedgerpostError } from '@ledgerpost/core'
import { z } from 'zod'

const id = z.number().int().positive()

/** Whole minor units. */
const amount = z.string().regex(/^-?[1-9]\d*$/)

const line = z.object({
  account: id,
  /** A debit above zero, a credit below. */
  amount,
  description: z.string(),
  party: id.nullable(),
  /** What of it counts for which tax: above zero what was sold, below what was taken back. */
  taxes: z.array(z.object({ tax: id, type: z.enum(['base', 'tax']), amount })),
})
export type ContentLine = z.output<typeof line>

const content = z.object({ company: id, journal: id, period: id, lines: z.array(line).min(1) })

/** What a document keeps for making its move: JSON. */
export type Content = z.output<typeof content>

/** Reads back what `render` stored; what is written into books must be well-formed whoever stored it. */
export function readContent({ reference, date, currency, content: stored }: Document): Content {
  const reading = content.safeParse(stored)
  if (reading.success && isCalendarDate(date) && isCurrencyCode(currency)) return reading.data
  throw new LedgerpostError({
    code: 'tryton-content',
    message: `The document ${reference} does not hold what the Tryton adapter renders; render its packet again.`,
    cause: reading.error,
    details: { reference },
  })
}
