import {
  type CellJson,
  contributionFromJson,
  contributionToJson,
  type Packet,
  type PacketSeries,
  type PacketStatus,
  seriesKey,
} from '@ledgerpost/core'
import type { StoredPacket } from '@ledgerpost/engine'
import { sql } from 'kysely'
import {
  type PacketPaymentJson,
  paymentFromJson,
  paymentToJson,
  type RequestItemJson,
  requestItemFromJson,
  requestItemToJson,
} from './json/packet-json.js'

/** A sealed packet for `jsonb_to_recordset`, with the columns of `packetRecord`. */
export function packetToRow(packet: Packet) {
  return {
    key: packet.key,
    series_key: seriesKey(packet.series),
    series: packet.series,
    sequence: packet.sequence,
    business_date: packet.businessDate,
    location_id: packet.locationId,
    currency: packet.currency,
    request_items: packet.requestItems.map(requestItemToJson),
    payments: packet.payments.map(paymentToJson),
    cells: contributionToJson(packet.cells),
    net_amount: packet.netAmount.toString(),
    tax_amount: packet.taxAmount.toString(),
    total: packet.total.toString(),
    evidence: packet.evidence,
  }
}

/** The columns of `packetToRow`, as `jsonb_to_recordset` wants them told. */
export const packetRecord = sql`(
  key text, series_key text, series jsonb, sequence int4, business_date date, location_id text, currency text,
  request_items jsonb, payments jsonb, cells jsonb, net_amount int8, tax_amount int8, total int8, evidence text
)`

/** What is selected of a sealed packet and its status; `packetOf` reads it. */
export const packetColumns = sql`
  packet.ordinal, packet.key, packet.integration_id, packet.record_id, packet.series, packet.sequence,
  packet.business_date, packet.location_id, packet.currency, packet.request_items,
  packet.payments, packet.cells, packet.net_amount, packet.tax_amount, packet.total, packet.evidence,
  packet_status.status`

export interface PacketRow {
  readonly ordinal: bigint
  readonly key: string
  readonly integration_id: string
  readonly record_id: string
  readonly series: PacketSeries
  readonly sequence: number
  readonly business_date: string
  readonly location_id: string | null
  readonly currency: string
  readonly request_items: readonly RequestItemJson[]
  readonly payments: readonly PacketPaymentJson[]
  readonly cells: readonly CellJson[]
  readonly net_amount: bigint
  readonly tax_amount: bigint
  readonly total: bigint
  readonly evidence: string
  readonly status: PacketStatus
}

export function packetOf(row: PacketRow): StoredPacket {
  return {
    key: row.key,
    integrationId: row.integration_id,
    recordId: row.record_id,
    ordinal: row.ordinal,
    status: row.status,
    series: row.series,
    sequence: row.sequence,
    businessDate: row.business_date,
    locationId: row.location_id,
    currency: row.currency,
    requestItems: row.request_items.map(requestItemFromJson),
    payments: row.payments.map(paymentFromJson),
    cells: contributionFromJson(row.cells),
    netAmount: row.net_amount,
    taxAmount: row.tax_amount,
    total: row.total,
    evidence: row.evidence,
  }
}
