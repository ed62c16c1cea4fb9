import type { OwnDatabase } from '@ledgerpost/chaos/scene'
import { studioTerms } from '../../scene/books.js'

export const subscriberId = 'studio'
export const integrationId = 'integration'
export const recordId = 'record'
export const time = '2026-12-01T00:00:00.000Z'

/** What packets hang on: a subscriber, its integration and the record of a sync. */
export async function makeParents({ query }: OwnDatabase): Promise<void> {
  const statements: readonly (readonly [string, readonly unknown[]])[] = [
    [
      `insert into ledgerpost.subscriber (id, region, terms) values ($1, 'US', $2)`,
      [subscriberId, JSON.stringify(studioTerms)],
    ],
    [
      `insert into ledgerpost.integration (id, subscriber_id, type, is_current, status, inspection_times, cursor, last_modified_time)
       values ($1, $2, 'Xero', true, 'Configured', '{}', 0, $3)`,
      [integrationId, subscriberId, time],
    ],
    [
      `insert into ledgerpost.sync_record (id, integration_id, subscriber_id, user_id, user_name, status, created_time)
       values ($1, $2, $3, '1', 'bench', 'InProgress', $4)`,
      [recordId, integrationId, subscriberId, time],
    ],
  ]
  for (const [statement, values] of statements) await query(subscriberId, statement, values)
}
