export { createXeroAdapter, type XeroAdapterOptions } from './create-xero-adapter.js'
export { type XeroBooking, xeroBookings } from './bookings.js'
export { defaultLimits, type XeroLimits } from './limits.js'
export { xeroSettings, type XeroSettings } from './settings.js'
export {
  receiveXeroWebhook,
  type XeroWebhookAnswer,
  type XeroWebhookEvent,
  type XeroWebhookRequest,
} from './webhooks/receive-webhook.js'
