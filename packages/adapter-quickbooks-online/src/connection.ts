import type { Gate, KeyVariants, SharedGate } from '@ledgerpost/adapter-kit'
import type { Connection, ConnectionContext } from '@ledgerpost/core'
import { revoke } from './authorisation/revoke.js'
import { createClient } from './client/create-client.js'
import { inspect } from './configuration/inspect.js'
import { type CompanyPreferences, readPreferences } from './configuration/preferences.js'
import type { QuickBooksOnlineLimits } from './limits.js'
import { findDocuments } from './look-up/find.js'
import { readBack } from './read-back/read-back.js'
import { prepare } from './send/prepare.js'
import { send } from './send/send.js'
import type { QuickBooksOnlineSettings } from './settings.js'
import { deepLink, type Entity } from './wire/entities.js'

export interface ConnectionParts {
  readonly companyId: string
  readonly settings: QuickBooksOnlineSettings
  readonly apiUrl: string
  readonly revokeUrl: string
  readonly deepLinkUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly limits: QuickBooksOnlineLimits
  readonly gate: Gate | SharedGate
  readonly keys: KeyVariants
}

export function createConnection(context: ConnectionContext, parts: ConnectionParts): Connection {
  const { companyId, limits, keys, gate, apiUrl, settings } = parts
  const { fetch, clock, logger, tokens, signal } = context
  const client = createClient({ fetch, clock, logger, tokens, signal, gate, apiUrl, companyId, limits })
  // Reads are metered: what was read once serves until the next inspection.
  let known: CompanyPreferences | undefined
  const inspected = async (): Promise<CompanyPreferences> => (known = await readPreferences(client))
  const preferences = async (): Promise<CompanyPreferences> => known ?? inspected()
  const linkOf = (entity: Entity, id: string): string => deepLink(parts.deepLinkUrl, entity, id, companyId)

  return {
    inspect: async () => inspect(client, await inspected(), settings),
    prepare: (documents) => prepare(companyId, documents, limits),
    send: (submission, startBy) => send({ client, keys, linkOf }, submission, startBy),
    async find(sought) {
      const found = await findDocuments({ client, linkOf, preferences }, sought)
      keys.lookedUp(
        sought.map(({ reference }) => reference),
        new Set(found.map(({ reference }) => reference)),
      )
      return found
    },
    async *readBack(range) {
      yield* readBack(client, settings, range, (await preferences()).currency)
    },
    disconnect: () => revoke({ fetch, clock, logger }, tokens, parts),
    close: async () => undefined,
  }
}
