import { ownSubscriber } from './isolation.js'

/** Requests that name an Idempotency-Key, and what they were answered. */
export const idempotencyTables = [
  `create table idempotency_key (
    ${ownSubscriber},
    -- Hash of who asked: others may use the same key for something else.
    caller identifier not null,
    key identifier not null,
    -- Hash of what was asked: the address and the body.
    request identifier not null,
    first_used timestamptz not null default statement_timestamp(),
    -- Who does it, and until when that is believed of a process that says no more.
    claim identifier,
    claimed_until timestamptz,
    status int4,
    headers jsonb,
    body bytea,
    primary key (subscriber_id, caller, key),
    constraint idempotency_key_is_claimed_or_answered check (
      num_nulls(claim, claimed_until) = case when status is null then 0 else 2 end
      and num_nulls(status, headers, body) in (0, 3)
    )
  )`,
  `create index idempotency_key_by_age on idempotency_key (subscriber_id, first_used)`,
]
