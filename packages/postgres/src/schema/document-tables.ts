import { ownSubscriber } from './isolation.js'

/** Documents for the integrators, what was sent of them and what came back. */
export const documentTables = [
  `create table submission (
    id identifier primary key,
    integration_id identifier not null,
    ${ownSubscriber},
    key text not null,
    "references" jsonb not null,
    body text not null,
    operation text not null,
    sent_at timestamptz(3) not null,
    unique (id, subscriber_id),
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id)
  )`,
  `create trigger submission_is_history before update or delete or truncate on submission
    for each statement execute function refuse_change()`,

  `create table submission_answer (
    submission_id identifier not null,
    ${ownSubscriber},
    number int8 generated always as identity,
    time timestamptz(3) not null default clock_timestamp(),
    -- What it said of each document.
    outcomes jsonb not null,
    primary key (submission_id, number),
    foreign key (submission_id, subscriber_id) references submission (id, subscriber_id)
  )`,
  `create trigger submission_answer_is_history before update or delete or truncate on submission_answer
    for each statement execute function refuse_change()`,

  `create table document (
    integration_id identifier not null,
    ${ownSubscriber},
    reference identifier not null,
    packet_ordinal int8 not null,
    -- The place in the packet's plan.
    position int4 not null,
    stage int4 not null,
    kind text not null,
    date date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    total int8 not null check (total >= 0),
    postings jsonb not null,
    settles text,
    content jsonb not null,
    status text not null check (status in ('planned', 'sending', 'accepted', 'rejected', 'unknown')),
    integrator_id text,
    link text,
    message text,
    reason_kind text,
    -- The last one that it was in.
    submission_id identifier,
    attempts int4 not null default 0,
    -- Whether a sweep has looked at it since it was last sent.
    is_swept boolean not null default false,
    primary key (integration_id, reference),
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id),
    foreign key (packet_ordinal, subscriber_id) references packet_status (packet_ordinal, subscriber_id),
    foreign key (submission_id, subscriber_id) references submission (id, subscriber_id),
    constraint document_accepted_has_id check ((status = 'accepted') = (integrator_id is not null)),
    constraint document_rejected_has_reason check ((status = 'rejected') = (reason_kind is not null)),
    -- One that was looked up first, in a restored store, may be unknown or accepted without having been sent.
    constraint document_under_way_was_sent check (status <> 'sending' or submission_id is not null),
    constraint document_attempts_are_submissions check ((attempts > 0) = (submission_id is not null))
  )`,
  `create index document_of_packet on document (packet_ordinal)`,
  `create index document_unsettled on document (integration_id, reference) where status in ('sending', 'unknown')`,

  // What a sweep found of a document as it was last sent.
  `create table document_sweep (
    integration_id identifier not null,
    ${ownSubscriber},
    reference identifier not null,
    number int8 generated always as identity,
    submission_id identifier not null,
    time timestamptz(3) not null,
    -- How the document differs at the integrator from what we know; null if it does not.
    deviation text,
    primary key (integration_id, reference, number),
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id),
    foreign key (submission_id, subscriber_id) references submission (id, subscriber_id)
  )`,
  `create trigger document_sweep_is_history before update or delete or truncate on document_sweep
    for each statement execute function refuse_change()`,
  `create index document_unswept on document (integration_id, reference)
    where status in ('accepted', 'rejected') and submission_id is not null and not is_swept`,

  `create function refuse_unbalanced_postings() returns trigger language plpgsql as $body$
  declare wrong text;
  begin
    select reference into wrong from added where
      (select coalesce(sum((posting ->> 'amount')::numeric), 0) <> 0 from jsonb_array_elements(postings) as posting)
      limit 1;
    if wrong is not null then
      raise exception 'the postings of document % do not balance: debits and credits differ', wrong
        using errcode = 'check_violation';
    end if;
    return null;
  end $body$`,
  `create trigger document_balances after insert on document
    referencing new table as added for each statement execute function refuse_unbalanced_postings()`,
  `create trigger document_is_frozen
    before update of integration_id, subscriber_id, reference, packet_ordinal, stage, kind, date, currency, total, postings, settles, content
    on document for each row execute function refuse_change()`,
  `create trigger document_accepted_stays
    before delete or update of position, status, integrator_id, link, message, reason_kind, submission_id, attempts
    on document for each row when (old.status = 'accepted') execute function refuse_change()`,
  `create trigger document_under_way_stays before delete on document
    for each row when (old.status in ('sending', 'unknown')) execute function refuse_change()`,
]
