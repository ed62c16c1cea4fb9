import { createGates, createKeyVariants, requireSecure, shareGate } from '@ledgerpost/adapter-kit'
import { type Adapter, LedgerpostError } from '@ledgerpost/core'
import { createAuthorisation } from './authorisation/authorisation.js'
import { createConnection } from './connection.js'
import { defaultLimits, type QuickBooksOnlineLimits } from './limits.js'
import { manifestOf } from './manifest.js'
import { render } from './render/render.js'
import { quickbooksOnlineSettings } from './settings.js'

export interface QuickBooksOnlineAdapterOptions {
  /** Of the app at developer.intuit.com. */
  readonly clientId: string
  readonly clientSecret: string
  /** Uses Intuit's sandbox companies instead of real ones. Default: false. */
  readonly isSandbox?: boolean
  /** Takes the place of appcenter.intuit.com, oauth.platform.intuit.com and developer.api.intuit.com, without a slash at the end. */
  readonly identityUrl?: string
  /** Default: `https://quickbooks.api.intuit.com`, or the sandbox's. */
  readonly apiUrl?: string
  /** Default: `https://app.qbo.intuit.com`, or the sandbox's. */
  readonly deepLinkUrl?: string
  /** Departures from Intuit's published limits, for plans that have others. */
  readonly limits?: Partial<QuickBooksOnlineLimits>
}

/**
 * The adapter for QuickBooks Online. What came in is a sales receipt, what went back a refund receipt, each with one payment
 * and its tax stated; what a receipt cannot carry is a journal entry. Revenue maps to items, payments to accounts.
 *
 * How nothing is booked twice: each batch carries a request id made of the company and the batch's bytes, under which
 * QuickBooks answers again with what it made. Documents bear our reference as their number, by which they are found before
 * they are sent again, and which QuickBooks refuses a second time for receipts in companies that are warned of duplicates.
 */
export function createQuickBooksOnlineAdapter(options: QuickBooksOnlineAdapterOptions): Adapter {
  const { clientId, clientSecret, identityUrl, isSandbox = false } = options
  const limits = { ...defaultLimits, ...options.limits }
  const sandbox = isSandbox ? 'sandbox-' : ''
  const apiUrl = requireSecure(options.apiUrl ?? `https://${sandbox}quickbooks.api.intuit.com`, 'apiUrl')
  const revokeUrl = requireSecure(
    `${identityUrl ?? 'https://developer.api.intuit.com'}/v2/oauth2/tokens/revoke`,
    'identityUrl',
  )
  const deepLinkUrl = options.deepLinkUrl ?? `https://app.${isSandbox ? 'sandbox.' : ''}qbo.intuit.com`
  const gateOf = createGates(limits.calls)
  // Where turns are shared, they alone set the pace.
  const unpacedGateOf = createGates({ ...limits.calls, count: Infinity })
  const keys = createKeyVariants(limits.requestIdLifetime)
  return {
    specVersion: 'v1',
    manifest: manifestOf(limits),
    settings: quickbooksOnlineSettings,
    authorisation: createAuthorisation({
      clientId,
      clientSecret,
      authorizeUrl: `${identityUrl ?? 'https://appcenter.intuit.com'}/connect/oauth2`,
      tokenUrl: `${identityUrl ?? 'https://oauth.platform.intuit.com'}/oauth2/v1/tokens/bearer`,
      issuer: identityUrl ?? 'https://oauth.platform.intuit.com/op/v1',
      apiUrl,
      limits,
    }),
    connect(context) {
      const { organisationId, turns, clock } = context
      if (organisationId === null) {
        throw new LedgerpostError({
          code: 'no-organisation',
          message:
            'A connection to QuickBooks needs the company that was chosen when linking. Link again and choose one.',
        })
      }
      const gate = turns
        ? shareGate(unpacedGateOf(organisationId, clock), turns, clock, limits.calls.longestWait)
        : gateOf(organisationId, clock)
      return createConnection(context, {
        companyId: organisationId,
        settings: quickbooksOnlineSettings.parse(context.settings ?? {}),
        apiUrl,
        revokeUrl,
        deepLinkUrl,
        clientId,
        clientSecret,
        limits,
        gate,
        keys,
      })
    },
    render: (packet, configuration) => render(packet, configuration, limits),
  }
}
