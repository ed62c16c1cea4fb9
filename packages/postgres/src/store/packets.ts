import { packetStatuses, type PacketStatus } from '@ledgerpost/core'
import type { PacketStore, StoredPacket } from '@ledgerpost/engine'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { packetColumns, packetOf, type PacketRow } from './packet-row.js'
import { texts } from './sql-values.js'

type Packets = Pick<
  PacketStore,
  'packets' | 'predecessors' | 'packetsByStatus' | 'packetsOfRecord' | 'packetCounts' | 'orderIdsOfPacket'
>

interface Page {
  readonly statuses: readonly PacketStatus[]
  readonly after: bigint
  readonly limit: number
}

export function packets(tx: Kysely<Schema>): Packets {
  /** Walks the index of each status, so that packets in other statuses cost nothing however many there are. */
  async function page(scope: RawBuilder<unknown>, { statuses, after, limit }: Page): Promise<StoredPacket[]> {
    const { rows } = await sql<PacketRow>`
      select ${packetColumns}
      from (
        select standing.* from unnest(${texts([...new Set(statuses)])}) as wanted (status)
        cross join lateral (
          select packet_ordinal, status from packet_status
          where ${scope} and packet_status.status = wanted.status and packet_ordinal > ${after}
          order by packet_ordinal limit ${limit}
        ) as standing
        order by packet_ordinal limit ${limit}
      ) as packet_status
      join packet on packet.ordinal = packet_status.packet_ordinal
      order by packet.ordinal`.execute(tx)
    return rows.map(packetOf)
  }

  return {
    async packets(keys) {
      const { rows } = await sql<PacketRow>`
        select ${packetColumns} from packet join packet_status on packet_ordinal = ordinal
        where key = any(${texts(keys)}) order by ordinal`.execute(tx)
      return rows.map(packetOf)
    },

    async predecessors(keys) {
      const { rows } = await sql<{ key: string; predecessor: string }>`
        select packet.key, earlier.key as predecessor
        from packet cross join lateral (
          select before.key
          from packet as before join packet_status on packet_ordinal = before.ordinal
          where before.integration_id = packet.integration_id and before.series_key = packet.series_key
            and before.sequence < packet.sequence and packet_status.status in ('Pending', 'Sending', 'InDoubt')
          order by before.sequence desc limit 1
        ) as earlier
        where packet.key = any(${texts(keys)})`.execute(tx)
      return new Map(rows.map(({ key, predecessor }) => [key, predecessor]))
    },

    async packetsByStatus(integrationId, { recordId, ...selection }) {
      const scope =
        recordId === null
          ? sql`integration_id = ${integrationId}`
          : sql`record_id = ${recordId} and integration_id = ${integrationId}`
      return page(scope, selection)
    },

    async packetsOfRecord(recordId, selection) {
      return page(sql`record_id = ${recordId}`, { ...selection, statuses: packetStatuses })
    },

    async packetCounts(recordId) {
      const { rows } = await sql<{ status: PacketStatus; count: number }>`
        select status, count(*)::int4 as count from packet_status
        where record_id = ${recordId} group by status`.execute(tx)
      const counts: Partial<Record<PacketStatus, number>> = {}
      for (const { status, count } of rows) counts[status] = count
      return counts
    },

    async orderIdsOfPacket(key, { after, limit }) {
      const { rows } = await sql<{ orderId: string }>`
        select order_id as "orderId" from packet_share
        where packet_ordinal = (select ordinal from packet where key = ${key}) and order_id > ${after ?? ''}
        order by order_id limit ${limit}`.execute(tx)
      return rows.map(({ orderId }) => orderId)
    },
  }
}
