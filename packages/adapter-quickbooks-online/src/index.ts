export {
  createQuickBooksOnlineAdapter,
  type QuickBooksOnlineAdapterOptions,
} from './create-quickbooks-online-adapter.js'
export { defaultLimits, type QuickBooksOnlineLimits } from './limits.js'
export { quickbooksOnlineSettings, type QuickBooksOnlineSettings } from './settings.js'
export { readWebhookEvents, type WebhookEvent } from './webhooks/read-events.js'
export { verifyWebhookSignature, type WebhookDelivery } from './webhooks/verify-signature.js'
