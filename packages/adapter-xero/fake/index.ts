export { createFakeXero, type FakeCall, type FakeXero, type FakeXeroOptions } from './create-fake-xero.js'
export { startFakeXero, type StartedFakeXero } from './start-fake-xero.js'
export { accountId, defaultOrganisation } from './default-chart.js'
export type {
  FakeAccount,
  FakeOrganisationSeed,
  FakeTaxComponent,
  FakeTaxRate,
  FakeTrackingCategory,
} from './seed.js'
export type { FakeBooks } from './books/books.js'
export type { ConsentChoice, FakeApp, FakeIdentity } from './identity/identity.js'
export type { FaultOrder, FaultQueue } from '@ledgerpost/testkit'
export { type FakeRateLimits, publishedRateLimits, type RateLimiter } from './platform/rate-limits.js'
export {
  ledgerEntries,
  type SideChannelBalance,
  type SideChannelEntry,
  trialBalance,
} from './side-channel.js'
