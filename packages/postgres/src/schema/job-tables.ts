import { ownSubscriber } from './isolation.js'

/** Work that is due. A finished job is gone; what it did stands in the histories. */
export const jobTables = [
  `create table job (
    id identifier primary key,
    integration_id identifier not null,
    ${ownSubscriber},
    kind text not null check (kind in ('sync', 'resync', 'refresh', 'sweep', 'keep-alive')),
    record_id identifier,
    attempts int4 not null default 0,
    due_at timestamptz not null default statement_timestamp(),
    trace_context text,
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id),
    foreign key (record_id, integration_id, subscriber_id) references sync_record (id, integration_id, subscriber_id),
    check ((kind in ('sync', 'resync')) = (record_id is not null))
  )`,
  `create unique index job_not_begun on job (integration_id, kind, record_id) nulls not distinct where attempts = 0`,
  `create index job_due on job (due_at, id)`,
]
