import type { Adapter, AdapterEnvironment, LedgerEntry, TokenSource } from '@ledgerpost/core'
import { fakeFetch } from '@ledgerpost/testkit'
import {
  type ConformanceScene,
  type ConformanceSubject,
  type CorpusTargets,
  linkByOAuth,
} from '@ledgerpost/testkit/conformance'
import { createFakeQuickBooksOnline, type FakeQuickBooksOnline, ledgerEntries } from '../fake/index.js'
import { createQuickBooksOnlineAdapter } from '../src/create-quickbooks-online-adapter.js'
import { defaultLimits } from '../src/limits.js'

/** The QuickBooks Online adapter on a fake American company with automated sales tax, linked by the whole flow. */
export const conformanceSubject: ConformanceSubject = {
  name: '@ledgerpost/adapter-quickbooks-online',
  transport: 'http',
  async open({ clock, logger, through }) {
    const fake = createFakeQuickBooksOnline({ clock, rateLimits: false })
    const environment = { clock, logger, fetch: through(fakeFetch(fake.handler)) }
    // Nobody is made to wait for the pace that Intuit asks for.
    const calls = { ...defaultLimits.calls, count: 1_000_000, burst: 100_000 }
    const adapter = createQuickBooksOnlineAdapter({ ...fake.app, limits: { calls } })
    return sceneOf(fake, adapter, environment, await linkByOAuth(adapter, environment))
  },
}

const targets: CorpusTargets = {
  currency: 'USD',
  foreignCurrency: 'EUR',
  day: '2026-01-05',
  revenue: {
    services: 'item:1',
    products: 'item:3',
    tips: 'item:6',
    giftCards: 'item:4',
    discounts: 'item:7',
  },
  payment: { cash: '36', card: '37', giftCards: '90' },
  tax: { none: 'NON', standard: '2', compound: '3' },
  accounts: { 'item:1': '80', 'item:3': '79', 'item:6': '92', 'item:4': '90', 'item:7': '81' },
}

function sceneOf(
  fake: FakeQuickBooksOnline,
  adapter: Adapter,
  environment: AdapterEnvironment,
  tokens: TokenSource,
): ConformanceScene {
  const books = fake.books()
  const { company } = books
  return {
    adapter,
    settings: {},
    targets,
    connect: (signal) =>
      adapter.connect({
        ...environment,
        subscriberId: '1234',
        settings: {},
        organisationId: company.realmId,
        signal,
        tokens,
      }),
    ledger: () =>
      Promise.resolve(
        ledgerEntries(books).map(({ source, date, account, amount, currency, tax }): LedgerEntry => ({
          reference: source,
          date,
          account: account.id,
          amount: BigInt(amount),
          currency,
          taxId: tax,
        })),
      ),
    async lockThrough(day) {
      company.preferences.bookCloseDate = day
    },
    async archive(target) {
      company.items = company.items.map((item) =>
        `item:${item.Id}` === target ? { ...item, Active: false } : item,
      )
    },
    async void(reference) {
      books.voidReceipt(reference)
    },
    async revoke() {
      fake.identity.tokens.revokeAll()
    },
    close: () => Promise.resolve(),
  }
}
