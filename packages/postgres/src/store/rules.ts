import { type MapRule, ruleKey } from '@ledgerpost/core'
import type { IntegrationStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'

export function rules(tx: Kysely<Schema>): Pick<IntegrationStore, 'rules' | 'saveRules'> {
  return {
    async rules(integrationId) {
      const rows = await tx
        .selectFrom('map_rule')
        .select([
          'kind',
          'source_id as sourceId',
          'location_id as locationId',
          'target_id as integrationId',
          'modified_by_id as userId',
          'modified_by_name as userName',
          'last_modified_time as lastModifiedTime',
          'error_flag as errorFlag',
        ])
        .where('integration_id', '=', integrationId)
        .orderBy('kind')
        .orderBy('source_id')
        .orderBy('location_id', (order) => order.asc().nullsFirst())
        .execute()
      return rows.map(({ userId, userName, ...rule }) => ({ ...rule, modifiedBy: { userId, userName } }))
    },

    async saveRules(integrationId, saved) {
      if (saved.length === 0) return
      // Of two rules for the same source the later one counts; one statement cannot write a row twice.
      const last = new Map<string, MapRule>()
      for (const rule of saved) last.set(ruleKey(rule.kind, rule.sourceId, rule.locationId), rule)
      await sql`
        insert into map_rule (
          integration_id, kind, source_id, location_id, target_id, modified_by_id, modified_by_name,
          last_modified_time, error_flag
        )
        select
          ${integrationId}, kind, "sourceId", "locationId", "integrationId", "modifiedBy" ->> 'userId',
          "modifiedBy" ->> 'userName', "lastModifiedTime", "errorFlag"
        from jsonb_to_recordset(${jsonb([...last.values()])}) as rule (
          kind text, "sourceId" text, "locationId" text, "integrationId" text, "modifiedBy" jsonb,
          "lastModifiedTime" timestamptz, "errorFlag" boolean
        )
        on conflict (integration_id, kind, source_fingerprint, location_id) do update set
          target_id = excluded.target_id, modified_by_id = excluded.modified_by_id,
          modified_by_name = excluded.modified_by_name, last_modified_time = excluded.last_modified_time,
          error_flag = excluded.error_flag`.execute(tx)
    },
  }
}
