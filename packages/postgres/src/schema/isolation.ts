/** What a transaction may see: the rows of the subscriber whose scope it has entered; outside every scope, none. */
const subscriberOfScope = `nullif(current_setting('app.subscriber', true), '')`

/** The column by which a row belongs to a subscriber; insertions need not name it. */
export const ownSubscriber = `subscriber_id identifier not null default ${subscriberOfScope}`

/** Hides the rows of other subscribers, from the owner of the table too unless nothing binds that one. */
function isolate(table: string, column = 'subscriber_id'): readonly string[] {
  const isOwn = `(${column} = ${subscriberOfScope})`
  return [
    `alter table ${table} enable row level security, force row level security`,
    `create policy ${table}_of_subscriber on ${table} using ${isOwn} with check ${isOwn}`,
  ]
}

const tablesOfSubscribers = [
  'occurring_source',
  'sales_order',
  'order_watermark',
  'token_grant',
  'integration',
  'map_rule',
  'pending_link',
  'sync_record',
  'sync_state',
  'sync_sum',
  'exclusion',
  'packed_order',
  'packet',
  'packet_cell',
  'packet_share',
  'packet_status',
  'packet_state',
  'submission',
  'submission_answer',
  'document',
  'document_sweep',
  'idempotency_key',
]

/** Every table but those that workers read before they know whose work it is (`job`, `lease`, `schedule`), and what is nobody's. */
export const isolation = [
  ...isolate('subscriber', 'id'),
  ...tablesOfSubscribers.flatMap((table) => isolate(table)),
]
