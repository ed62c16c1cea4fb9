export type {
  AccountingConfiguration,
  AccountingConfigurationInput,
  AccountingIntegration,
  AccountingMap,
  AccountingMapInput,
  Day,
  Days,
  Exclusion,
  FeedSummary,
  IntegrationConfiguration,
  LinkAnswer,
  LinkInput,
  MappingReview,
  OfferedIntegration,
  Order,
  OrderInput,
  OrderReceipt,
  ReviewedMapItem,
  SavedIntegrationInput,
  SaveXeroTaxRateInput,
  StoredConfiguration,
  SubscriberInput,
  SyncPacket,
  SyncRecord,
  SynchronizationPreferences,
} from './api-types.js'
export { type Client, createClient } from './client.js'
export type { Clock } from './clock.js'
export type { CollectionOptions } from './collection.js'
export type { FeedOptions, Orders } from './feed.js'
export {
  type CallOptions,
  type IntegrationClient,
  lastInspection,
  type QueuedSync,
} from './integration-client.js'
export { type MemberProblem, type ProblemDetails, ProblemError } from './problem-error.js'
export type { SubscriberClient } from './subscriber-client.js'
export type { ClientOptions, Fetch, Token } from './transport.js'
export { type WaitOptions, WaitTimedOut } from './wait.js'
