import { type CellJson, contributionFromJson, contributionToJson } from '@ledgerpost/core'
import type { PacketStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { texts } from './sql-values.js'

export function packedOrders(tx: Kysely<Schema>): Pick<PacketStore, 'packedOrders' | 'savePackedOrders'> {
  return {
    async packedOrders(integrationId, orderIds) {
      const { rows } = await sql<{ orderId: string; contribution: CellJson[] }>`
        select order_id as "orderId", contribution from packed_order
        where integration_id = ${integrationId} and order_id = any(${texts(orderIds)})`.execute(tx)
      return rows.map(({ orderId, contribution }) => ({
        orderId,
        contribution: contributionFromJson(contribution),
      }))
    },

    async savePackedOrders(integrationId, orders) {
      if (orders.length === 0) return
      const rows = orders.map(({ orderId, contribution }) => ({
        orderId,
        contribution: contributionToJson(contribution),
      }))
      await sql`
        insert into packed_order (integration_id, order_id, contribution)
        select ${integrationId}, "orderId", contribution
        from jsonb_to_recordset(${jsonb(rows)}) as row ("orderId" text, contribution jsonb)
        on conflict (integration_id, order_id) do update set contribution = excluded.contribution`.execute(tx)
    },
  }
}
