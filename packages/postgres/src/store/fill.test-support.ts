import { sql } from 'kysely'
import type { Database } from '../database.js'
import { inScopeOf } from '../transactions/scope.js'

/** Rows of each large table. */
export const manyRows = 3_000

/** The names of what `fill` makes, for tests to ask for. */
export const filled = { subscriberId: 's0', integrationId: 'i0', recordId: 'r0' } as const

const each = `generate_series(1, ${manyRows}) as n`

const statements = [
  // Others, each from its own scope; the scope of s0 comes back with the last.
  `do $body$ begin
    for n in reverse 500..0 loop
      perform set_config('app.subscriber', 's' || n, true);
      insert into subscriber (id, region, terms) values ('s' || n, 'EU', '{}');
      insert into integration (id, subscriber_id, type, is_current, status, inspection_times, cursor, last_modified_time)
        values ('i' || n, 's' || n, 'Xero', true, 'Configured', '[]', 0, now());
      insert into lease (integration_id) values ('i' || n);
      if n > 0 then insert into job (id, integration_id, kind) values ('j' || n, 'i' || n, 'refresh'); end if;
    end loop;
  end $body$`,
  `insert into sync_record (id, integration_id, subscriber_id, user_id, user_name, status, created_time)
    select 'r' || n, 'i0', 's0', '1', '', case n when 0 then 'Queued' else 'Success' end, now()
    from generate_series(0, 500) as n`,
  `insert into sync_state (record_id, status, time) select id, status, now() from sync_record`,
  `insert into sales_order (subscriber_id, id, sequence, digest, type, order_date, order_time, business_date,
      location_id, currency, total, paid, last_modified_time, content)
    select 's0', 'o' || n, n, '', 'Sale', now(), now(), now(), '1', 'EUR', 0, 0, now(), '{"items": [], "payments": [], "cost": {"netAmount": 0, "discount": 0, "taxAmount": 0, "total": 0}}'
    from ${each}`,
  `insert into order_watermark (subscriber_id, source, watermark) select 's0', 'source ' || n, now() from ${each}`,
  `insert into packed_order (integration_id, order_id, contribution) select 'i0', 'o' || n, '[]' from ${each}`,
  `insert into exclusion (record_id, order_id, reason, message)
    select 'r0', 'o' || n, 'UnbalancedOrder', '' from ${each}`,
  `insert into packet (key, integration_id, record_id, series_key, series, sequence, business_date, currency,
      request_items, payments, cells, net_amount, tax_amount, total, evidence)
    select 'p' || n, 'i0', 'r' || n % 50, 'order ' || n, '{}', 1, now(), 'EUR', '[]', '[]', '[]', 0, 0, 0, ''
    from ${each}`,
  `insert into packet_status (packet_ordinal, integration_id, record_id, status) select ordinal, integration_id, record_id,
      case when sequence = 1 and ordinal % 300 = 0 then 'Pending' else 'Sent' end from packet`,
  `insert into packet_state (packet_ordinal, status, time) select packet_ordinal, 'Pending', now() from packet_status`,
  `insert into packet_share (packet_ordinal, order_id, digest) select ordinal, 'o' || ordinal, '' from packet`,
  `insert into packet (key, integration_id, record_id, series_key, series, sequence)
    select 'open' || n, 'i0', 'r0', 'day ' || n, '{}', 1 from generate_series(1, 100) as n`,
  `insert into submission (id, integration_id, key, "references", body, operation, sent_at)
    select 'x' || n, 'i0', '', '[]', '', '', now() from generate_series(1, 500) as n`,
  `insert into document (integration_id, reference, packet_ordinal, position, stage, kind, date, currency, total, postings,
      content, status, integrator_id, submission_id, attempts, is_swept)
    select 'i0', 'd' || ordinal, ordinal, 0, 0, 'invoice', now(), 'EUR', 0, '[]', '{}',
      case when ordinal % 300 = 0 then 'sending' else 'accepted' end, case when ordinal % 300 = 0 then null else 'x' end,
      'x1', 1, ordinal % 300 <> 1
    from packet where evidence is not null`,
  `insert into document_sweep (integration_id, reference, submission_id, time)
    select integration_id, reference, submission_id, now() from document where is_swept`,
  `insert into schedule (integration_id, subscriber_id, due_at)
    select 'i' || n, 's' || n, now() from generate_series(0, 500) as n`,
  `insert into rate_bucket (key) select 'bucket ' || n from ${each}`,
]

/** Fills the tables, so that a query that reads more than it is about is found out. */
export async function fill(database: Database): Promise<void> {
  await inScopeOf(database, filled.subscriberId, async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
  })
  await sql`analyze`.execute(database.kysely)
}
