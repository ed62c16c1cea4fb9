export type {
  HttpAnswer,
  JsonAnswer,
  LostAnswer,
  NotSent,
  UnreadableAnswer,
  UnreadableBody,
} from './http/answer.js'
export {
  createHttp,
  defaultHttpLimits,
  type Http,
  type HttpLimits,
  type HttpOptions,
  type HttpRequest,
} from './http/http.js'
export { redact, redactText } from './http/redact.js'
export { retryAfterOf } from './http/retry-after.js'

export { type BatchLimits, batchesOf, byteLength } from './limits/batches.js'
export { createGate, type Gate, type GateLimits, type Passage } from './limits/gate.js'
export { createGates } from './limits/gates.js'
export { shareGate, type SharedGate } from './limits/share-gate.js'

export { createOAuth, type OAuthOptions } from './oauth/oauth.js'
export { requireSecure } from './oauth/secure-url.js'

export { classifyMessages, type MessagePattern } from './classify/classify-messages.js'
export { isSigned } from './webhooks/is-signed.js'
export { sha256 } from './digest/sha256.js'
export { createKeyVariants, type KeyVariants } from './idempotency/key-variants.js'
export { fractionOfPercent } from './numbers/percent.js'
export { canonicalJson } from './json/canonical-json.js'
export { readExactJson } from './json/read-exact-json.js'
export { isRecord, type JsonRecord, recordMember, recordsMember, textMember } from './json/read-json.js'
