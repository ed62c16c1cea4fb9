export { createXeroAdapter, type XeroAdapterOptions } from './create-xero-adapter.js'
export { defaultLimits, type XeroLimits } from './limits.js'
export { xeroSettings, type XeroSettings } from './settings.js'
