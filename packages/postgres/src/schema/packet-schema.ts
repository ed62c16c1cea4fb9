import type { CellJson, PacketSeries, PacketStatus } from '@ledgerpost/core'
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { PacketPaymentJson, RequestItemJson } from '../store/json/packet-json.js'
import type { Int8, Json, OwnSubscriber, Timestamp } from './columns.js'

type Amount = ColumnType<bigint | null, bigint | null, bigint>

export interface PacketSchema {
  packed_order: {
    subscriber_id: OwnSubscriber
    integration_id: string
    order_id: string
    contribution: Json<CellJson[]>
  }
  packet: {
    subscriber_id: OwnSubscriber
    ordinal: GeneratedAlways<bigint>
    key: string
    integration_id: string
    record_id: string
    series_key: string
    series: Json<PacketSeries>
    sequence: number
    business_date: string | null
    location_id: string | null
    currency: string | null
    request_items: Json<readonly RequestItemJson[] | null>
    payments: Json<readonly PacketPaymentJson[] | null>
    cells: Json<CellJson[] | null>
    net_amount: Amount
    tax_amount: Amount
    total: Amount
    evidence: string | null
  }
  packet_cell: {
    subscriber_id: OwnSubscriber
    packet_ordinal: Int8
    cell_key: string
    cell_fingerprint: GeneratedAlways<Uint8Array>
    net: Int8
    tax: Int8
  }
  packet_share: {
    subscriber_id: OwnSubscriber
    packet_ordinal: Int8
    order_id: string
    digest: string
  }
  packet_status: {
    subscriber_id: OwnSubscriber
    packet_ordinal: Int8
    integration_id: string
    record_id: string
    status: PacketStatus
  }
  packet_state: {
    subscriber_id: OwnSubscriber
    packet_ordinal: Int8
    number: GeneratedAlways<bigint>
    status: PacketStatus
    time: Timestamp
    code: string | null
    message: string | null
  }
}
