import { z } from 'zod'

const id = z.string().trim().min(1).max(40)

/** What the owner chooses when linking; all of it may be left out. Ids are QuickBooks' own. */
export const quickbooksOnlineSettings = z.strictObject({
  /** The customer in whose name sales are booked (one "POS Customer"); without it they have none. */
  customerId: id.optional(),
  /** The class that every document belongs to, in companies that track classes. */
  classId: id.optional(),
  /** The location (Department) that every document belongs to, in companies that track locations. */
  departmentId: id.optional(),
  /** The account that sales tax is owed on; needed where a company has several such accounts. */
  salesTaxAccountId: id.optional(),
})
export type QuickBooksOnlineSettings = z.infer<typeof quickbooksOnlineSettings>
