/** What belongs to no subscriber, or is looked through before it is known whose it is; see also `job` and `lease`. */
export const commonTables = [
  `create table schedule (
    integration_id identifier primary key,
    subscriber_id identifier not null,
    -- When the next sync of the schedule begins.
    due_at timestamptz(3) not null,
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id)
  )`,
  `create index schedule_due on schedule (due_at, integration_id)`,

  `create table rate_bucket (
    key identifier primary key,
    -- When all turns taken so far would have been due, had they been spread evenly.
    due_at timestamptz not null default '-infinity',
    paused_until timestamptz not null default '-infinity'
  )`,

  `create table restoration (
    is_only boolean primary key default true check (is_only),
    -- Until then every document is looked up before it is sent.
    look_up_until timestamptz(3) not null
  )`,
]
