import type { Adapter, AdapterEnvironment, LedgerEntry, TokenSource } from '@ledgerpost/core'
import { fakeFetch } from '@ledgerpost/testkit'
import { type ConformanceScene, type ConformanceSubject, linkByOAuth } from '@ledgerpost/testkit/conformance'
import { accountId, createFakeXero, type FakeXero, ledgerEntries } from '../fake/index.js'
import type { XeroBooking } from '../src/bookings.js'
import { createXeroAdapter } from '../src/create-xero-adapter.js'
import { defaultLimits } from '../src/limits.js'

/** The Xero adapter on a fake Xero, linked by the whole authorisation flow, booking as an owner may choose. */
export function conformanceSubjectOf(bookedAs: XeroBooking): ConformanceSubject {
  return {
    name: '@ledgerpost/adapter-xero',
    transport: 'http',
    async open({ clock, logger, through }) {
      const fake = createFakeXero({ clock, rateLimits: false })
      const environment = { clock, logger, fetch: through(fakeFetch(fake.handler)) }
      // Nobody is made to wait for the pace that Xero asks for.
      const calls = { ...defaultLimits.calls, count: 1_000_000, burst: 100_000 }
      const adapter = createXeroAdapter({ ...fake.app, limits: { calls }, bookings: [bookedAs] })
      return sceneOf(fake, adapter, environment, await linkByOAuth(adapter, environment), { bookedAs })
    },
  }
}

/** What the adapter is held to as it is by default. */
export const conformanceSubject: ConformanceSubject = conformanceSubjectOf('invoices')

function sceneOf(
  fake: FakeXero,
  adapter: Adapter,
  environment: AdapterEnvironment,
  tokens: TokenSource,
  settings: { readonly bookedAs: XeroBooking },
): ConformanceScene {
  const books = fake.books()
  return {
    adapter,
    settings,
    targets: {
      currency: 'USD',
      foreignCurrency: 'EUR',
      day: '2026-01-05',
      revenue: {
        services: accountId('210'),
        products: accountId('220'),
        tips: accountId('832'),
        giftCards: accountId('830'),
        discounts: accountId('200'),
      },
      // Manual journals cannot touch bank accounts: what was paid goes to clearing accounts.
      payment:
        settings.bookedAs === 'manual-journals'
          ? { cash: accountId('833'), card: accountId('831'), giftCards: accountId('830') }
          : { cash: accountId('092'), card: accountId('091'), giftCards: accountId('830') },
      tax: { none: 'NONE', standard: 'TAX001', compound: 'TAX002' },
    },
    connect: (signal) =>
      adapter.connect({
        ...environment,
        subscriberId: '1234',
        settings,
        organisationId: books.organisation.tenantId,
        signal,
        tokens,
      }),
    ledger: () =>
      Promise.resolve(
        ledgerEntries(books).map(({ source, date, account, amount, currency, taxType }): LedgerEntry => ({
          reference: source,
          date,
          account: account.id,
          amount: BigInt(amount),
          currency,
          taxId: taxType,
        })),
      ),
    async lockThrough(day) {
      books.organisation.periodLockDate = day
    },
    async archive(account) {
      const { accounts } = books.organisation
      for (const [index, each] of accounts.entries())
        if (each.AccountID === account) accounts[index] = { ...each, Status: 'ARCHIVED' }
    },
    async void(reference) {
      if (settings.bookedAs === 'invoices') books.voidDocument('invoice', reference)
      else if (settings.bookedAs === 'bank-transactions') books.deleteBankTransaction(reference)
      else books.voidJournal(reference)
    },
    async revoke() {
      fake.identity.tokens.revokeAll()
    },
    close: () => Promise.resolve(),
  }
}
