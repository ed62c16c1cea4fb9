import type { IntegrationStore } from '@ledgerpost/engine'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonbOrNull } from './sql-values.js'

export function pendingLinks(
  tx: Kysely<Schema>,
): Pick<IntegrationStore, 'savePendingLink' | 'takePendingLink'> {
  return {
    async savePendingLink({ state, integrationId, settings, redirectUri, sealedSecret, expiresAt }) {
      await tx
        .insertInto('pending_link')
        .values({
          state,
          integration_id: integrationId,
          settings: jsonbOrNull(settings),
          redirect_uri: redirectUri,
          sealed_secret: sealedSecret,
          expires_at: expiresAt,
        })
        .execute()
    },

    async takePendingLink(state) {
      return tx
        .deleteFrom('pending_link')
        .where('state', '=', state)
        .returning([
          'state',
          'integration_id as integrationId',
          'settings',
          'redirect_uri as redirectUri',
          'sealed_secret as sealedSecret',
          'expires_at as expiresAt',
        ])
        .executeTakeFirst()
    },
  }
}
