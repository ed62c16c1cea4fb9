import type { PacketStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { packetRecord, packetToRow } from './packet-row.js'
import { texts } from './sql-values.js'

export function sealedPackets(tx: Kysely<Schema>): Pick<PacketStore, 'lastSequences' | 'addPackets'> {
  return {
    async lastSequences(integrationId, seriesKeys) {
      const { rows } = await sql<{ key: string; sequence: number }>`
        select series_key as key, max(sequence) as sequence from packet
        where integration_id = ${integrationId} and series_key = any(${texts(seriesKeys)})
        group by series_key`.execute(tx)
      return new Map(rows.map(({ key, sequence }) => [key, sequence]))
    },

    async addPackets(integrationId, recordId, packets, time) {
      if (packets.length === 0) return
      const shares = packets.flatMap(({ packet: { key }, shares: parts }) =>
        parts.map(({ orderId, digest }) => ({ key, orderId, digest })),
      )
      await sql`
        with added as (
          insert into packet (
            integration_id, record_id, key, series_key, series, sequence, business_date, location_id, currency,
            request_items, payments, cells, net_amount, tax_amount, total, evidence
          )
          select ${integrationId}, ${recordId}, row.*
          from jsonb_to_recordset(${jsonb(packets.map(({ packet }) => packetToRow(packet)))}) as row ${packetRecord}
          returning ordinal, key
        ), standing as (
          insert into packet_status (packet_ordinal, integration_id, record_id, status)
          select ordinal, ${integrationId}, ${recordId}, 'Pending' from added
        ), begun as (
          insert into packet_state (packet_ordinal, status, time)
          select ordinal, 'Pending', ${time}::timestamptz from added
        )
        insert into packet_share (packet_ordinal, order_id, digest)
        select added.ordinal, share."orderId", share.digest
        from jsonb_to_recordset(${jsonb(shares)}) as share (key text, "orderId" text, digest text)
        join added on added.key = share.key`.execute(tx)
    },
  }
}
