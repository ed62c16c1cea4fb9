export {
  createTrytonAdapter,
  type PasswordRequest,
  type TrytonAdapterOptions,
} from './create-tryton-adapter.js'
export type { TrytonLimits } from './limits.js'
export type { TrytonSettings } from './settings.js'
