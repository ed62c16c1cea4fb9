import type { ColumnType } from 'kysely'
import type { Json } from './columns.js'

export interface IdempotencySchema {
  idempotency_key: {
    subscriber_id: string
    caller: string
    key: string
    request: string
    /** Compared in the database only. */
    first_used: ColumnType<string, undefined, never>
    claim: string | null
    claimed_until: ColumnType<string | null, string | null, string | null>
    status: number | null
    headers: Json<Readonly<Record<string, string>> | null>
    body: Uint8Array | null
  }
}
