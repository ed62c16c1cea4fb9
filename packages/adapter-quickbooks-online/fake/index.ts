export {
  createFakeQuickBooksOnline,
  type FakeCall,
  type FakeQuickBooksOnline,
  type FakeQuickBooksOnlineOptions,
} from './create-fake-quickbooks-online.js'
export {
  startFakeQuickBooksOnline,
  type StartedFakeQuickBooksOnline,
} from './start-fake-quickbooks-online.js'
export { americanCompany } from './companies/american-company.js'
export { britishCompany, canadianCompany } from './companies/foreign-companies.js'
export type {
  FakeAccount,
  FakeCompanySeed,
  FakeItem,
  FakeListElement,
  FakePreferences,
  FakeTaxCode,
  FakeTaxRate,
} from './seed.js'
export type { FakeBooks, FakeCompanyState } from './books/books.js'
export type { FakeTransaction, TransactionName } from './books/transactions.js'
export type { ConsentChoice, FakeApp, FakeIdentity } from './identity/identity.js'
export type { TokenSet } from './identity/tokens.js'
export { type FakeRateLimits, publishedRateLimits, type RateLimiter } from './platform/rate-limits.js'
export type { RequestIds } from './platform/request-ids.js'
export {
  ledgerEntries,
  type SideChannelBalance,
  type SideChannelEntry,
  trialBalance,
} from './side-channel.js'
export { fakeDelivery, type FakeChange } from './webhooks.js'
