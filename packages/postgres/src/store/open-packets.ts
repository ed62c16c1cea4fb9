import { type CellJson, cellKey, collectCells, contributionFromJson, seriesKey } from '@ledgerpost/core'
import { NotStored, type OpenPacket, type PacketStore } from '@ledgerpost/engine'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { jsonb } from '../values/jsonb.js'
import { packetRecord, packetToRow } from './packet-row.js'
import { texts } from './sql-values.js'

type OpenPackets = Pick<
  PacketStore,
  | 'openPackets'
  | 'createOpenPackets'
  | 'addToOpenPackets'
  | 'openPacketContents'
  | 'recordsWithOpenPackets'
  | 'sealPackets'
  | 'discardOpenPacket'
>

export function openPackets(tx: Kysely<Schema>): OpenPackets {
  async function openOrdinals(keys: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await sql<{ key: string; ordinal: string }>`
      select key, ordinal::text as ordinal from packet
      where key = any(${texts(keys)}) and evidence is null for update`.execute(tx)
    const ordinals = new Map(rows.map(({ key, ordinal }) => [key, ordinal]))
    requireAll(keys, ordinals)
    return ordinals
  }

  return {
    async openPackets(recordId, seriesKeys) {
      const { rows } = await sql<OpenPacket & { seriesKey: string }>`
        select series_key as "seriesKey", key, series, sequence from packet
        where record_id = ${recordId} and series_key = any(${texts(seriesKeys)}) and evidence is null`.execute(
        tx,
      )
      return new Map(rows.map(({ seriesKey: of, ...packet }) => [of, packet]))
    },

    async createOpenPackets(integrationId, recordId, packets) {
      if (packets.length === 0) return
      const rows = packets.map((packet) => ({ ...packet, seriesKey: seriesKey(packet.series) }))
      await sql`
        insert into packet (integration_id, record_id, key, series_key, series, sequence)
        select ${integrationId}, ${recordId}, row.*
        from jsonb_to_recordset(${jsonb(rows)}) as row (
          key text, "seriesKey" text, series jsonb, sequence int4
        )`.execute(tx)
    },

    async addToOpenPackets(additions) {
      if (additions.length === 0) return
      const ordinals = await openOrdinals(additions.map(({ key }) => key))
      const cells = additions.flatMap((addition) =>
        addition.cells.map((cell) => ({
          ordinal: ordinals.get(addition.key),
          key: cellKey(cell),
          net: cell.net.toString(),
          tax: cell.tax.toString(),
        })),
      )
      const shares = additions.flatMap((addition) =>
        addition.shares.map(({ orderId, digest }) => ({
          ordinal: ordinals.get(addition.key),
          orderId,
          digest,
        })),
      )
      await sql`
        with collected as (
          insert into packet_cell (packet_ordinal, cell_key, net, tax)
          select ordinal, key, sum(net)::int8, sum(tax)::int8
          from jsonb_to_recordset(${jsonb(cells)}) as cell (ordinal int8, key text, net int8, tax int8)
          group by ordinal, key
          on conflict (packet_ordinal, cell_fingerprint) do update set
            net = packet_cell.net + excluded.net, tax = packet_cell.tax + excluded.tax
        )
        insert into packet_share (packet_ordinal, order_id, digest)
        select ordinal, "orderId", digest
        from jsonb_to_recordset(${jsonb(shares)}) as share (ordinal int8, "orderId" text, digest text)`.execute(
        tx,
      )
    },

    async recordsWithOpenPackets(integrationId) {
      const { rows } = await sql<{ record_id: string }>`
        select distinct record_id from packet
        where integration_id = ${integrationId} and evidence is null order by record_id`.execute(tx)
      return rows.map((row) => row.record_id)
    },

    async openPacketContents(recordId, limit) {
      // A cell's key is the JSON array of its coordinates: with the amounts appended it is a CellJson.
      const { rows } = await sql<OpenPacket & { cells: readonly CellJson[]; shareDigests: string[] }>`
        select key, series, sequence,
          (
            select coalesce(json_agg(cell_key::jsonb || jsonb_build_array(net::text, tax::text)), '[]')
            from packet_cell where packet_ordinal = ordinal and (net <> 0 or tax <> 0)
          ) as cells,
          (
            select coalesce(json_agg(digest), '[]') from packet_share where packet_ordinal = ordinal
          ) as "shareDigests"
        from packet where record_id = ${recordId} and evidence is null
        order by series_key limit ${limit}`.execute(tx)
      return rows.map((row) => ({ ...row, cells: collectCells(contributionFromJson(row.cells)) }))
    },

    async sealPackets(packets, time) {
      if (packets.length === 0) return
      const keys = packets.map(({ key }) => key)
      const { rows } = await sql<{ key: string }>`
        with sealed as (
          update packet set
            business_date = row.business_date, location_id = row.location_id, currency = row.currency,
            request_items = row.request_items, payments = row.payments, cells = row.cells,
            net_amount = row.net_amount, tax_amount = row.tax_amount, total = row.total, evidence = row.evidence
          from jsonb_to_recordset(${jsonb(packets.map(packetToRow))}) as row ${packetRecord}
          where packet.key = row.key and packet.evidence is null and packet.key = any(${texts(keys)})
          returning packet.ordinal, packet.key, packet.integration_id, packet.record_id
        ), standing as (
          insert into packet_status (packet_ordinal, integration_id, record_id, status)
          select ordinal, integration_id, record_id, 'Pending' from sealed order by ordinal
        ), begun as (
          insert into packet_state (packet_ordinal, status, time)
          select ordinal, 'Pending', ${time}::timestamptz from sealed order by ordinal
        ), emptied as (
          delete from packet_cell using sealed where packet_ordinal = sealed.ordinal
        )
        select key from sealed`.execute(tx)
      requireAll(keys, new Map(rows.map(({ key }) => [key, key])))
    },

    async discardOpenPacket(key) {
      const { numDeletedRows } = await tx
        .deleteFrom('packet')
        .where('key', '=', key)
        .where('evidence', 'is', null)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw new NotStored(`Open packet ${key}`)
    },
  }
}

function requireAll(keys: readonly string[], found: ReadonlyMap<string, unknown>): void {
  const missing = keys.find((key) => !found.has(key))
  if (missing !== undefined) throw new NotStored(`Open packet ${missing}`)
}
