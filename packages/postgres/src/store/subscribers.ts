import { NotStored, type SubscriberStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'

export function subscriberStore(tx: Kysely<Schema>): SubscriberStore {
  return {
    async subscriber(id) {
      return tx
        .selectFrom('subscriber')
        .select(['id', 'region', 'pricing_level as pricingLevel', 'terms', 'configuration'])
        .where('id', '=', id)
        .executeTakeFirst()
    },

    async saveSubscriber({ id, region, pricingLevel, terms }) {
      await tx
        .insertInto('subscriber')
        .values({ id, region, pricing_level: pricingLevel, terms: jsonb(terms), configuration: null })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ region, pricing_level: pricingLevel, terms: jsonb(terms) }),
        )
        .execute()
    },

    async saveConfiguration(subscriberId, configuration) {
      const { numUpdatedRows } = await tx
        .updateTable('subscriber')
        .set({ configuration: jsonb(configuration) })
        .where('id', '=', subscriberId)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new NotStored(`Subscriber ${subscriberId}`)
    },

    async addOccurringSources(subscriberId, sources) {
      if (sources.length === 0) return
      await sql`
        insert into occurring_source (subscriber_id, kind, source_id)
        select ${subscriberId}, kind, "sourceId"
        from jsonb_to_recordset(${jsonb(sources)}) as source (kind text, "sourceId" text)
        order by kind, "sourceId"
        on conflict do nothing`.execute(tx)
    },

    async occurringSources(subscriberId) {
      return tx
        .selectFrom('occurring_source')
        .select(['kind', 'source_id as sourceId'])
        .where('subscriber_id', '=', subscriberId)
        .orderBy('kind')
        .orderBy('source_id')
        .execute()
    },
  }
}
