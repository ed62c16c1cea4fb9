import type { Lease } from '@ledgerpost/engine'
import { type RawBuilder, sql } from 'kysely'

// All times are the database's. `statement_timestamp()`, because the time of a transaction stands still while others go on.

/** Whether the lease of a row is the one given and has not lapsed. */
export function isHeld({ integrationId, fence }: Lease): RawBuilder<boolean> {
  return sql`integration_id = ${integrationId} and fence = ${fence} and held_until > statement_timestamp()`
}

export function fromNow(milliseconds: number): RawBuilder<string> {
  return sql`statement_timestamp() + ${milliseconds}::float8 * interval '1 millisecond'`
}
