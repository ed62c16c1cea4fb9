import type { AdapterEnvironment, LedgerEntry } from '@ledgerpost/core'
import { fakeFetch } from '@ledgerpost/testkit'
import { type ConformanceSubject, linkByOAuth } from '@ledgerpost/testkit/conformance'
import { createFakeExample } from '../fake/index.js'
import { createExampleAdapter } from '../src/index.js'

/** The adapter on a fake Example Books, linked by the whole authorisation flow. */
export const conformanceSubject: ConformanceSubject = {
  name: '@ledgerpost/adapter-template',
  transport: 'http',
  async open({ clock, logger, through }) {
    const fake = createFakeExample({ clock })
    const { books, identity } = fake
    const environment: AdapterEnvironment = { clock, logger, fetch: through(fakeFetch(fake.handler)) }
    const adapter = createExampleAdapter(fake.app)
    const tokens = await linkByOAuth(adapter, environment)
    return {
      adapter,
      settings: {},
      targets: {
        currency: 'USD',
        foreignCurrency: 'EUR',
        day: '2026-01-05',
        revenue: {
          services: 'services',
          products: 'products',
          tips: 'tips',
          giftCards: 'gift-cards',
          discounts: 'discounts',
        },
        payment: { cash: 'cash', card: 'card', giftCards: 'gift-cards' },
        tax: { none: 'free', standard: 'state', compound: 'state-and-city' },
      },
      connect: (signal) =>
        adapter.connect({
          ...environment,
          subscriberId: '1',
          settings: {},
          organisationId: fake.organisationId,
          signal,
          tokens,
        }),
      ledger: async () =>
        books.ledger.entries().flatMap(({ sourceId, date, currency, lines }) =>
          lines.map(({ accountId, amount }): LedgerEntry => ({
            reference: sourceId,
            date,
            account: accountId,
            amount,
            currency,
            taxId: null,
          })),
        ),
      async lockThrough(day) {
        books.lockedThrough = day
      },
      async archive(account) {
        for (const each of books.accounts) if (each.id === account) each.active = false
      },
      async void(reference) {
        books.void(reference)
      },
      async revoke() {
        identity.revoke()
      },
      close: () => Promise.resolve(),
    }
  },
}
