import { ownSubscriber } from './isolation.js'

/** What syncs did: append-only histories, and sums that must agree with the packets. */
export const historyTables = [
  `create function refuse_change() returns trigger language plpgsql as $body$
  begin
    raise exception '% of % refused: it is history, which is only ever added to', lower(tg_op), tg_table_name
      using errcode = 'restrict_violation';
  end $body$`,

  `create table sync_record (
    id identifier primary key,
    integration_id identifier not null,
    subscriber_id identifier not null,
    user_id text not null,
    user_name text not null,
    -- That of the last sync_state.
    status text not null check (status in ('Queued', 'InProgress', 'Success', 'Failed')),
    created_time timestamptz(3) not null,
    range_after int8,
    range_through int8,
    read int8 not null default 0,
    packed int8 not null default 0,
    unchanged int8 not null default 0,
    excluded int8 not null default 0,
    unique (id, subscriber_id),
    unique (id, integration_id, subscriber_id),
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id),
    check ((range_after is null) = (range_through is null)),
    check (range_after <= range_through)
  )`,
  `create unique index sync_record_open on sync_record (integration_id) where status in ('Queued', 'InProgress')`,
  `create index sync_record_by_time on sync_record (subscriber_id, created_time, id)`,

  `create table sync_state (
    record_id identifier not null,
    ${ownSubscriber},
    number int8 generated always as identity,
    status text not null check (status in ('Queued', 'InProgress', 'Success', 'Failed')),
    time timestamptz(3) not null,
    message text,
    primary key (record_id, number),
    foreign key (record_id, subscriber_id) references sync_record (id, subscriber_id)
  )`,
  `create trigger sync_state_is_history before update or delete or truncate on sync_state
    for each statement execute function refuse_change()`,

  `create table sync_sum (
    record_id identifier not null,
    ${ownSubscriber},
    currency text not null,
    minor_units numeric(40, 0) not null,
    primary key (record_id, currency),
    foreign key (record_id, subscriber_id) references sync_record (id, subscriber_id)
  )`,

  `create table exclusion (
    record_id identifier not null,
    ${ownSubscriber},
    order_id identifier not null,
    reason text not null check (reason in ('UnbalancedOrder', 'BeforeStartDate')),
    message text not null,
    primary key (record_id, order_id),
    foreign key (record_id, subscriber_id) references sync_record (id, subscriber_id)
  )`,
]
