import { z } from 'zod'

const id = z.number().int().positive()

/** A tax that bears a share of what a tax rate comes to, with the accounts that take it. */
const taxShare = z.object({
  tax: id,
  /** A fraction, `0.20`; null for a tax that is no percentage. */
  rate: z.string().nullable(),
  saleAccount: id,
  refundAccount: id,
})
export type TaxShare = z.output<typeof taxShare>

const period = z.object({ id, start: z.string(), end: z.string() })
export type Period = z.output<typeof period>

/** What the adapter keeps in `IntegratorConfiguration.extension`. */
export const trytonExtension = z.object({
  company: id,
  journal: id,
  /** Decimals that Tryton keeps of the company's currency. */
  currencyDigits: z.number().int().nonnegative(),
  /** The party for accounts that require one. */
  party: id.nullable(),
  partyAccounts: z.array(z.string()),
  /** Of the standard kind, closed ones too, in the order of their days. */
  periods: z.array(period),
  /** By the tax rate's id: the taxes that it consists of. */
  taxes: z.record(z.string(), z.array(taxShare).min(1)),
})
export type TrytonExtension = z.output<typeof trytonExtension>
