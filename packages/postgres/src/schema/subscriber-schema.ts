import type {
  Instant,
  MapKind,
  OrderJson,
  OrderType,
  PlatformConfiguration,
  TradingTerms,
} from '@ledgerpost/core'
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Int8, Int8WithDefault, Json, Timestamp } from './columns.js'

export interface SubscriberSchema {
  subscriber: {
    id: string
    region: string
    pricing_level: string | null
    terms: Json<TradingTerms>
    configuration: Json<PlatformConfiguration | null>
    change_sequence: Int8WithDefault
  }
  occurring_source: {
    subscriber_id: string
    kind: MapKind
    source_id: string
    source_fingerprint: GeneratedAlways<Uint8Array>
  }
  sales_order: {
    subscriber_id: string
    id: string
    sequence: Int8
    digest: string
    type: OrderType
    /** Wall clock, read as PostgreSQL's text of a timestamp. */
    order_date: string
    order_time: Timestamp
    business_date: string
    location_id: string
    currency: string
    total: Int8
    paid: Int8
    last_modified_time: Timestamp
    created_time: ColumnType<Instant | null, Instant | null, Instant | null>
    content: Json<OrderJson>
  }
  order_watermark: {
    subscriber_id: string
    source: string
    watermark: Timestamp
  }
}
