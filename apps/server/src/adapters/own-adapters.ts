import { createPlainTextAdapter } from '@ledgerpost/adapter-plain-text'
import { createQuickBooksOnlineAdapter } from '@ledgerpost/adapter-quickbooks-online'
import { createTrytonAdapter } from '@ledgerpost/adapter-tryton'
import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import type { Adapter } from '@ledgerpost/core'
import type { Settings } from '../env.js'

/** The adapters of this repository that the settings offer: plain text always, others where the settings say how. */
export function ownAdapters(settings: Settings, books: string): readonly Adapter[] {
  const { XERO_CLIENT_ID, XERO_CLIENT_SECRET, XERO_API_URL, XERO_IDENTITY_URL, XERO_BOOKINGS } = settings
  const { QUICKBOOKS_CLIENT_ID, QUICKBOOKS_CLIENT_SECRET, QUICKBOOKS_SANDBOX } = settings
  const { QUICKBOOKS_API_URL, QUICKBOOKS_IDENTITY_URL, TRYTON_URLS, TRYTON_PASSWORDS } = settings
  const adapters: Adapter[] = []
  if (XERO_CLIENT_ID !== undefined && XERO_CLIENT_SECRET !== undefined) {
    adapters.push(
      createXeroAdapter({
        clientId: XERO_CLIENT_ID,
        clientSecret: XERO_CLIENT_SECRET,
        ...(XERO_API_URL === undefined ? {} : { apiUrl: XERO_API_URL }),
        ...(XERO_IDENTITY_URL === undefined ? {} : { identityUrl: XERO_IDENTITY_URL }),
        ...(XERO_BOOKINGS === undefined ? {} : { bookings: XERO_BOOKINGS }),
      }),
    )
  }
  if (QUICKBOOKS_CLIENT_ID !== undefined && QUICKBOOKS_CLIENT_SECRET !== undefined) {
    adapters.push(
      createQuickBooksOnlineAdapter({
        clientId: QUICKBOOKS_CLIENT_ID,
        clientSecret: QUICKBOOKS_CLIENT_SECRET,
        isSandbox: QUICKBOOKS_SANDBOX,
        ...(QUICKBOOKS_API_URL === undefined ? {} : { apiUrl: QUICKBOOKS_API_URL }),
        ...(QUICKBOOKS_IDENTITY_URL === undefined ? {} : { identityUrl: QUICKBOOKS_IDENTITY_URL }),
      }),
    )
  }
  if (TRYTON_URLS !== undefined && TRYTON_PASSWORDS !== undefined) {
    adapters.push(
      createTrytonAdapter({
        urls: TRYTON_URLS,
        // Whoever links names the database and the user: nobody is lent the password to somebody else's books.
        passwordOf: async ({ subscriberId }) => TRYTON_PASSWORDS.get(subscriberId),
      }),
    )
  }
  return [...adapters, createPlainTextAdapter({ rootDirectory: books })]
}
