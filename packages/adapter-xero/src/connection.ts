import type { Gate, KeyVariants, SharedGate } from '@ledgerpost/adapter-kit'
import type { Connection, ConnectionContext } from '@ledgerpost/core'
import { endConnection } from './authorisation/connections.js'
import { documentKindsOf, type XeroBooking } from './bookings.js'
import { createClient } from './client/create-client.js'
import { inspect } from './configuration/inspect.js'
import { readOrganisation, type XeroOrganisation } from './configuration/organisation.js'
import type { XeroLimits } from './limits.js'
import { findDocuments, type Finder } from './look-up/find.js'
import { readBack } from './read-back/read-back.js'
import { prepare } from './send/prepare.js'
import { send } from './send/send.js'
import type { XeroSettings } from './settings.js'
import { createTaxRate } from './tax-rates/create-tax-rate.js'
import { deepLink } from './wire/deep-link.js'
import { resources } from './wire/resources.js'

export interface ConnectionParts {
  readonly organisationId: string
  readonly settings: XeroSettings
  /** Those that consent is asked for. */
  readonly bookings: readonly XeroBooking[]
  readonly apiUrl: string
  readonly deepLinkUrl: string
  readonly limits: XeroLimits
  readonly gate: Gate | SharedGate
  readonly keys: KeyVariants
}

export function createConnection(context: ConnectionContext, parts: ConnectionParts): Connection {
  const { organisationId, limits, keys, gate } = parts
  const { fetch, clock, logger, tokens, signal } = context
  const shared = { fetch, clock, logger, tokens, signal, limits }
  const books = createClient({
    ...shared,
    gate,
    baseUrl: `${parts.apiUrl}/api.xro/2.0`,
    headers: { 'xero-tenant-id': organisationId },
  })
  const kinds = documentKindsOf(parts.bookings)
  const readable = resources.filter(({ kind }) => kinds.includes(kind))
  let known: XeroOrganisation | undefined
  const organisation = async (): Promise<XeroOrganisation> => (known = await readOrganisation(books))
  const baseCurrency = async (): Promise<string> => (known ?? (await organisation())).currency
  const linkOf: Finder['linkOf'] = (resource, id) =>
    deepLink(parts.deepLinkUrl, resource, id, known?.shortCode ?? undefined)
  const find: Connection['find'] = async (sought) => {
    const found = await findDocuments({ client: books, limits, linkOf, baseCurrency }, sought)
    keys.lookedUp(
      sought.map(({ reference }) => reference),
      new Set(found.map(({ reference }) => reference)),
    )
    return found
  }

  return {
    inspect: async () => inspect(books, await organisation(), parts.settings),
    prepare: (documents, accepted) => prepare(organisationId, documents, accepted, limits),
    send: (submission, startBy) =>
      send(
        { client: books, keys, linkOf, find: async (sought) => [...(await find(sought))] },
        submission,
        startBy,
      ),
    find,
    async *readBack(range) {
      yield* readBack(books, limits, range, await baseCurrency(), readable)
    },
    createTaxRate: (draft) => createTaxRate({ client: books, organisationId, organisation }, draft),
    disconnect: () => endConnection(createClient({ ...shared, baseUrl: parts.apiUrl }), organisationId),
    close: async () => undefined,
  }
}
