import { z } from 'zod'
import { xeroSettings } from '../settings.js'

/** What rendering needs of an inspection besides accounts and tax rates. Ids are Xero's account ids. */
export const xeroExtension = z.object({
  /** Where Xero books what customers owe. */
  receivablesAccountId: z.string(),
  /** Where Xero books sales tax; null in an organisation without. */
  salesTaxAccountId: z.string().nullable(),
  /** Where small differences may be booked. */
  roundingAccountId: z.string().nullable(),
  contactName: z.string(),
  /** As the owner chose; what was inspected before there was a choice has neither. */
  bookedAs: xeroSettings.shape.bookedAs,
  tracking: xeroSettings.shape.tracking,
  /** Names the organisation in links. */
  shortCode: z.string().nullable(),
})
export type XeroExtension = z.infer<typeof xeroExtension>
