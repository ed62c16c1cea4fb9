import { z } from 'zod'

/** What rendering needs of an inspection besides accounts and tax rates. Ids are QuickBooks' own. */
export const quickbooksOnlineExtension = z.object({
  /** Which tax model holds: the American, the Canadian or that of all other countries. */
  edition: z.enum(['us', 'canada', 'global']),
  isMulticurrency: z.boolean(),
  usesSalesTax: z.boolean(),
  /** Whether QuickBooks finds American rates by address itself; a total that is stated still stands. */
  hasAutomatedSalesTax: z.boolean(),
  /** Where documents name their class; what is not tracked is not sent. Journal entries have it on their lines in any case. */
  classTracking: z.enum(['none', 'line', 'transaction']),
  tracksDepartments: z.boolean(),
  /** Where sales tax is owed; null in a company without. */
  salesTaxAccountId: z.string().nullable(),
  /** Whether no other account could be meant. */
  isSalesTaxAccountCertain: z.boolean(),
  undepositedFundsAccountId: z.string().nullable(),
  /** The income account of each item that can be sold, by what a map rule names (`item:5`). */
  incomeAccounts: z.record(z.string(), z.string()),
  /** The sales rates that each tax code is made of, by the code. */
  ratesOfCodes: z.record(z.string(), z.array(z.object({ id: z.string(), percent: z.string() }))),
  customerId: z.string().nullable(),
  classId: z.string().nullable(),
  departmentId: z.string().nullable(),
})
export type QuickBooksOnlineExtension = z.infer<typeof quickbooksOnlineExtension>
