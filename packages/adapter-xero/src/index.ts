export { createXeroAdapter, type XeroAdapterOptions } from './create-xero-adapter.js'
export { type XeroBooking, xeroBookings } from './bookings.js'
export { defaultLimits, type XeroLimits } from './limits.js'
export { xeroSettings, type XeroSettings } from './settings.js'
