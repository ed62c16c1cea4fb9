import { type Document, isCalendarDate, isCurrencyCode, LedgerpostError } from '@ledgerpost/core'
import { z } from 'zod'
import { isAccountName } from '../accounts/account-name.js'

const posting = z.object({
  account: z.string().refine(isAccountName),
  /** Minor units. */
  amount: z.string().regex(/^-?[1-9]\d*$/),
  taxId: z.string().refine(isAccountName).nullable(),
  /** The platform's revenue categories in it; empty for payments and taxes. */
  categories: z.array(z.string()),
})

const content = z.object({
  title: z.string(),
  businessDate: z.string().refine(isCalendarDate),
  postings: z.array(posting),
})

/** What a document keeps for writing it: JSON. */
export type Content = z.output<typeof content>
export type ContentPosting = z.output<typeof posting>

/** Reads back what `render` stored; what is written into books must be well-formed whoever stored it. */
export function readContent({ reference, date, currency, content: stored }: Document): Content {
  const reading = content.safeParse(stored)
  if (reading.success && isCalendarDate(date) && isCurrencyCode(currency)) return reading.data
  throw new LedgerpostError({
    code: 'plain-text-content',
    message: `The document ${reference} does not hold what the plain-text adapter renders; render its packet again.`,
    cause: reading.error,
    details: { reference },
  })
}
