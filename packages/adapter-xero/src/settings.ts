import { z } from 'zod'
import { type XeroBooking, xeroBookings } from './bookings.js'

/** Xero shows two tracking categories at most (xero_accounting.yaml 16.1.0, LineItem.Tracking). */
const mostTrackingCategories = 2

const tracking = z
  .array(
    z.strictObject({
      /** As `trackingCategories` of the integrator's configuration tells them. */
      categoryId: z.string().min(1),
      optionId: z.string().min(1),
    }),
  )
  .max(mostTrackingCategories, `Xero's lines bear ${mostTrackingCategories} tracking categories at most.`)
  .refine(
    (chosen) => new Set(chosen.map(({ categoryId }) => categoryId)).size === chosen.length,
    'Each tracking category can be chosen once.',
  )

/** What the owner chooses when linking. */
export const xeroSettings = z.strictObject({
  /**
   * The customer in whose name all sales are booked; Xero creates it with the first document if it does not exist.
   * Manual journals have none.
   */
  contactName: z.string().trim().min(1).max(255).default('Point of sale'),
  /** How packets are booked; an adapter offers those of its option `bookings`. */
  bookedAs: z.enum(xeroBookings).default('invoices'),
  /** The option that every line bears, by tracking category. */
  tracking: tracking.default([]),
})
export type XeroSettings = z.infer<typeof xeroSettings>

/** The settings where not all bookings are offered; the first of them is the default. */
export function offeredSettings(bookings: readonly [XeroBooking, ...XeroBooking[]]) {
  return xeroSettings.extend({ bookedAs: z.enum(bookings).default(bookings[0]) })
}
