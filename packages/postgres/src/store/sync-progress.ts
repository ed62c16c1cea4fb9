import { NotStored, type SyncStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'

type SyncProgress = Pick<SyncStore, 'addSyncProgress' | 'addExclusions' | 'exclusions' | 'packetTotals'>

export function syncProgress(tx: Kysely<Schema>): SyncProgress {
  return {
    async addSyncProgress(recordId, { read, packed, unchanged, excluded }, minorUnitsIn) {
      const { numAffectedRows } = await sql`
        update sync_record set
          read = read + ${read}, packed = packed + ${packed},
          unchanged = unchanged + ${unchanged}, excluded = excluded + ${excluded}
        where id = ${recordId}`.execute(tx)
      if (numAffectedRows !== 1n) throw new NotStored(`Sync record ${recordId}`)
      const sums = Object.entries(minorUnitsIn).map(([currency, sum]) => ({ currency, sum: sum.toString() }))
      if (sums.length === 0) return
      await sql`
        insert into sync_sum (record_id, currency, minor_units)
        select ${recordId}, currency, sum from jsonb_to_recordset(${jsonb(sums)}) as row (currency text, sum numeric)
        on conflict (record_id, currency) do update set
          minor_units = sync_sum.minor_units + excluded.minor_units`.execute(tx)
    },

    async addExclusions(recordId, exclusions) {
      if (exclusions.length === 0) return
      await sql`
        insert into exclusion (record_id, order_id, reason, message)
        select ${recordId}, "orderId", reason, message
        from jsonb_to_recordset(${jsonb(exclusions)}) as row ("orderId" text, reason text, message text)
        on conflict (record_id, order_id) do update set
          reason = excluded.reason, message = excluded.message`.execute(tx)
    },

    async exclusions(recordId, { after, limit }) {
      return tx
        .selectFrom('exclusion')
        .select(['order_id as orderId', 'reason', 'message'])
        .where('record_id', '=', recordId)
        .where('order_id', '>', after ?? '')
        .orderBy('order_id')
        .limit(limit)
        .execute()
    },

    async packetTotals(recordId) {
      const { rows } = await sql<{ currency: string; total: string }>`
        select currency, sum(total)::text as total from packet
        where record_id = ${recordId} and evidence is not null
        group by currency order by currency`.execute(tx)
      return Object.fromEntries(rows.map(({ currency, total }) => [currency, BigInt(total)]))
    },
  }
}
