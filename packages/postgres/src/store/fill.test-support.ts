import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'

/** Rows of each large table. */
export const manyRows = 3_000

/** The names of what `fill` makes, for tests to ask for. */
export const filled = { subscriberId: 's0', integrationId: 'i0', recordId: 'r0' } as const

const each = `generate_series(1, ${manyRows}) as n`

const statements = [
  `insert into subscriber (id, region, terms) select 's' || n, 'EU', '{}' from generate_series(0, 500) as n`,
  `insert into integration (id, subscriber_id, type, is_current, status, inspection_times, cursor, last_modified_time)
    select 'i' || n, 's' || n, 'Xero', true, 'Configured', '[]', 0, now() from generate_series(0, 500) as n`,
  `insert into lease (integration_id) select id from integration`,
  `insert into job (id, integration_id, kind) select 'j' || n, 'i' || n, 'refresh' from generate_series(1, 500) as n`,
  `insert into sync_record (id, integration_id, subscriber_id, user_id, user_name, status, created_time)
    select 'r' || n, 'i0', 's0', '1', '', case n when 0 then 'Queued' else 'Success' end, now()
    from generate_series(0, 500) as n`,
  `insert into sync_state (record_id, status, time) select id, status, now() from sync_record`,
  `insert into sales_order (subscriber_id, id, sequence, digest, type, order_date, order_time, business_date,
      location_id, currency, total, last_modified_time, content)
    select 's0', 'o' || n, n, '', 'Sale', now(), now(), now(), '1', 'EUR', 0, now(), '{"items": [], "payments": [], "cost": {"netAmount": 0, "discount": 0, "taxAmount": 0, "total": 0}}'
    from ${each}`,
  `insert into packed_order select 'i0', 'o' || n, '[]' from ${each}`,
  `insert into exclusion select 'r0', 'o' || n, 'UnbalancedOrder', '' from ${each}`,
  `insert into packet (key, integration_id, record_id, series_key, series, sequence, business_date, currency,
      request_items, payments, cells, net_amount, tax_amount, total, evidence)
    select 'p' || n, 'i0', 'r' || n % 50, 'order ' || n, '{}', 1, now(), 'EUR', '[]', '[]', '[]', 0, 0, 0, ''
    from ${each}`,
  `insert into packet_status select ordinal, integration_id, record_id,
      case when sequence = 1 and ordinal % 300 = 0 then 'Pending' else 'Sent' end from packet`,
  `insert into packet_state (packet_ordinal, status, time) select packet_ordinal, 'Pending', now() from packet_status`,
  `insert into packet_share select ordinal, 'o' || ordinal, '' from packet`,
  `insert into packet (key, integration_id, record_id, series_key, series, sequence)
    select 'open' || n, 'i0', 'r0', 'day ' || n, '{}', 1 from generate_series(1, 100) as n`,
  `insert into submission select 'x' || n, 'i0', '', '[]', '', '', now() from generate_series(1, 500) as n`,
  `insert into document (integration_id, reference, packet_ordinal, position, stage, kind, date, currency, total, postings,
      content, status, integrator_id, submission_id, attempts)
    select 'i0', 'd' || ordinal, ordinal, 0, 0, 'invoice', now(), 'EUR', 0, '[]', '{}',
      case when ordinal % 300 = 0 then 'sending' else 'accepted' end, case when ordinal % 300 = 0 then null else 'x' end,
      'x1', 1
    from packet where evidence is not null`,
  `analyze`,
]

/** Fills the tables, so that a query that reads more than it is about is found out. */
export async function fill(database: Kysely<Schema>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
