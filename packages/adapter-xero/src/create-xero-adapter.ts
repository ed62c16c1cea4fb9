import { createGates, createKeyVariants, requireSecure, shareGate } from '@ledgerpost/adapter-kit'
import { type Adapter, LedgerpostError } from '@ledgerpost/core'
import { createAuthorisation } from './authorisation/authorisation.js'
import { scopesOf, type XeroBooking } from './bookings.js'
import { createConnection } from './connection.js'
import { defaultLimits, type XeroLimits } from './limits.js'
import { manifestOf } from './manifest.js'
import { render } from './render/render.js'
import { offeredSettings, xeroSettings } from './settings.js'

export interface XeroAdapterOptions {
  /** Of the app at developer.xero.com. */
  readonly clientId: string
  readonly clientSecret: string
  /** Takes the place of both login.xero.com and identity.xero.com, without a slash at the end. */
  readonly identityUrl?: string
  /** Default: `https://api.xero.com`. */
  readonly apiUrl?: string
  /** Default: `https://go.xero.com`. */
  readonly deepLinkUrl?: string
  /** Departures from Xero's published limits, for plans that have others. */
  readonly limits?: Partial<XeroLimits>
  /**
   * The bookings that owners can choose from, the first being the default; by default invoices alone. Consent is asked
   * for all of them, because the choice stands in the settings and Xero cannot widen a consent: once there is one more,
   * owners link again before it can be used or the books read back.
   */
  readonly bookings?: readonly [XeroBooking, ...XeroBooking[]]
}

/**
 * The adapter for Xero. A sale is an invoice (ACCREC) and its payments, a refund a credit note (ACCRECCREDIT) and
 * its payments, with every tax amount stated line by line; or, if the owner chooses so, money received or spent on a
 * bank account, or a manual journal.
 *
 * How nothing is booked twice: each call carries an idempotency key made of the organisation and the call's bytes,
 * which Xero honours for six minutes. Invoices and credit notes bear our reference as their number, which Xero keeps
 * unique for ever; payments and bank transactions bear it as their reference and journals as their narration, by which
 * they are found before they are sent again.
 */
export function createXeroAdapter(options: XeroAdapterOptions): Adapter {
  const limits = { ...defaultLimits, ...options.limits }
  const bookings = options.bookings ?? (['invoices'] as const)
  const apiUrl = requireSecure(options.apiUrl ?? 'https://api.xero.com', 'apiUrl')
  const { identityUrl } = options
  const gateOf = createGates(limits.calls)
  // Where turns are shared, they alone set the pace.
  const unpacedGateOf = createGates({ ...limits.calls, count: Infinity })
  const keys = createKeyVariants(limits.keyLifetime)
  return {
    specVersion: 'v1',
    manifest: manifestOf(limits, bookings),
    settings: offeredSettings(bookings),
    authorisation: createAuthorisation({
      clientId: options.clientId,
      clientSecret: options.clientSecret,
      authorizeUrl: `${identityUrl ?? 'https://login.xero.com'}/identity/connect/authorize`,
      tokenUrl: `${identityUrl ?? 'https://identity.xero.com'}/connect/token`,
      issuer: identityUrl ?? 'https://identity.xero.com',
      apiUrl,
      scopes: scopesOf(bookings),
      limits,
    }),
    connect(context) {
      const { organisationId, turns, clock } = context
      if (organisationId === null) {
        throw new LedgerpostError({
          code: 'no-organisation',
          message:
            'A connection to Xero needs the organisation that was chosen when linking. Link again and choose one.',
        })
      }
      const gate = turns
        ? shareGate(unpacedGateOf(organisationId, clock), turns, clock, limits.calls.longestWait)
        : gateOf(organisationId, clock)
      return createConnection(context, {
        organisationId,
        // Of all bookings: what was linked stays linked when fewer are offered.
        settings: xeroSettings.parse(context.settings ?? {}),
        bookings,
        apiUrl,
        deepLinkUrl: options.deepLinkUrl ?? 'https://go.xero.com',
        limits,
        gate,
        keys,
      })
    },
    render: (packet, configuration) => render(packet, configuration, limits),
  }
}
