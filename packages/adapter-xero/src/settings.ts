import { z } from 'zod'

/** What the owner chooses when linking. */
export const xeroSettings = z.strictObject({
  /** The customer in whose name all sales are booked; Xero creates it with the first invoice if it does not exist. */
  contactName: z.string().trim().min(1).max(255).default('Point of sale'),
})
export type XeroSettings = z.infer<typeof xeroSettings>
