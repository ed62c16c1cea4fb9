import { type OrderJson, orderFromJson, orderToJson, paidOf } from '@ledgerpost/core'
import { NotStored, type OrderStore, type OrderVersion } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { texts } from './sql-values.js'

export function orderStore(tx: Kysely<Schema>): OrderStore {
  return {
    async reserveSequence(subscriberId, count) {
      const row = await tx
        .updateTable('subscriber')
        .set({ change_sequence: sql`change_sequence + ${count}` })
        .where('id', '=', subscriberId)
        .returning(sql<bigint>`change_sequence - ${count}`.as('before'))
        .executeTakeFirst()
      if (!row) throw new NotStored(`Subscriber ${subscriberId}`)
      return row.before
    },

    async orderVersions(subscriberId, ids) {
      const { rows } = await sql<OrderVersion>`
        select id, last_modified_time as "lastModifiedTime", digest
        from sales_order where subscriber_id = ${subscriberId} and id = any(${texts(ids)})`.execute(tx)
      return rows
    },

    async saveOrders(subscriberId, orders) {
      if (orders.length === 0) return
      const rows = orders.map(({ sequence, digest, order }) => ({
        sequence: sequence.toString(),
        digest,
        paid: paidOf(order).toString(),
        content: orderToJson(order),
      }))
      await sql`
        insert into sales_order (
          subscriber_id, id, sequence, digest, type, order_date, order_time, business_date, location_id, currency,
          total, paid, last_modified_time, created_time, content
        )
        select
          ${subscriberId}, content ->> 'id', sequence, digest, content ->> 'type', (content ->> 'orderDate')::timestamp,
          (content ->> 'orderTime')::timestamptz, (content ->> 'businessDate')::date, content ->> 'locationId',
          content ->> 'currency', (content -> 'cost' ->> 'total')::int8, paid,
          (content ->> 'lastModifiedTime')::timestamptz, (content ->> 'createdTime')::timestamptz, content
        from jsonb_to_recordset(${jsonb(rows)}) as row (sequence int8, digest text, paid int8, content jsonb)
        on conflict (subscriber_id, id) do update set
          sequence = excluded.sequence, digest = excluded.digest, type = excluded.type,
          order_date = excluded.order_date, order_time = excluded.order_time,
          business_date = excluded.business_date, location_id = excluded.location_id, currency = excluded.currency,
          total = excluded.total, paid = excluded.paid, last_modified_time = excluded.last_modified_time,
          created_time = excluded.created_time, content = excluded.content`.execute(tx)
    },

    async lastSequence(subscriberId) {
      const row = await tx
        .selectFrom('subscriber')
        .select('change_sequence')
        .where('id', '=', subscriberId)
        .executeTakeFirst()
      return row?.change_sequence ?? 0n
    },

    async changedOrders(subscriberId, { after, through, limit }) {
      const { rows } = await sql<{ sequence: bigint; content: OrderJson }>`
        select sequence, content from sales_order
        where subscriber_id = ${subscriberId} and sequence > ${after} and sequence <= ${through}
        order by sequence limit ${limit}`.execute(tx)
      return rows.map(({ sequence, content }) => ({ sequence, order: orderFromJson(content) }))
    },

    async orderWatermark(subscriberId, source) {
      const row = await tx
        .selectFrom('order_watermark')
        .select('watermark')
        .where('subscriber_id', '=', subscriberId)
        .where('source', '=', source)
        .executeTakeFirst()
      return row?.watermark ?? null
    },

    async saveOrderWatermark(subscriberId, source, watermark) {
      await tx
        .insertInto('order_watermark')
        .values({ subscriber_id: subscriberId, source, watermark })
        .onConflict((conflict) => conflict.columns(['subscriber_id', 'source']).doUpdateSet({ watermark }))
        .execute()
    },
  }
}
