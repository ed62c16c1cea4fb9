import { z } from 'zod'
import type { FakeEntry } from './books.js'

const amount = z
  .string()
  .regex(/^-?\d+\.\d\d$/)
  .transform((text) => BigInt(text.replace('.', '')))

const body = z.strictObject({
  entries: z.array(
    z
      .strictObject({
        reference: z.string().max(40),
        date: z.iso.date(),
        currency: z.literal('USD'),
        title: z.string(),
        lines: z.array(z.strictObject({ account: z.string(), amount, tax_rate: z.string().optional() })),
      })
      .transform(({ title: _title, lines, ...entry }) => ({
        ...entry,
        lines: lines.map(({ account, amount: value, tax_rate: rate }) => ({
          account,
          amount: value,
          ...(rate === undefined ? {} : { tax_rate: rate }),
        })),
      })),
  ),
})

/** What a call wants to be booked. @throws ZodError for any other body, members that are not known included */
export function readEntries(text: string): readonly Omit<FakeEntry, 'id' | 'entry' | 'voided'>[] {
  return body.parse(JSON.parse(text)).entries
}

/** An entry as lists tell it. */
export function wireEntry({ id, reference, date, currency, lines, voided }: FakeEntry): unknown {
  const debits = lines.reduce((sum, { amount: value }) => (value > 0n ? sum + value : sum), 0n)
  return {
    id,
    reference,
    date,
    currency,
    total: written(debits),
    voided,
    lines: lines.map((line) => ({ ...line, amount: written(line.amount) })),
  }
}

function written(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
