import { ownSubscriber } from './isolation.js'

/** Ledgers that subscribers linked, how they are mapped, and who works on them. */
export const integrationTables = [
  `create table token_grant (
    id identifier primary key,
    ${ownSubscriber} references subscriber,
    sealed text not null,
    version int4 not null check (version > 0),
    -- Who is exchanging its refresh token, and until when nobody else may.
    claimant text,
    claimed_until timestamptz not null default '-infinity',
    unique (id, subscriber_id)
  )`,

  `create table integration (
    id identifier primary key,
    subscriber_id identifier not null references subscriber,
    type text not null,
    -- False once a link to other books replaced it.
    is_current boolean not null,
    status text not null
      check (status in ('Unavailable', 'Available', 'Initialized', 'Configured', 'Inactive', 'Error')),
    preferences jsonb,
    settings jsonb,
    organisation_id text,
    grant_id identifier,
    linked_on date,
    configuration jsonb,
    inspection_times jsonb not null,
    cursor int8 not null check (cursor >= 0),
    last_modified_time timestamptz(3) not null,
    unique (id, subscriber_id),
    foreign key (grant_id, subscriber_id) references token_grant (id, subscriber_id) on delete set null (grant_id)
  )`,
  `create unique index integration_current on integration (subscriber_id, type) where is_current`,
  // Packet keys derive from the integration: the same books under two of them could be posted to twice.
  `create unique index integration_of_organisation on integration (subscriber_id, type, organisation_id)`,
  `create index integration_by_grant on integration (grant_id)`,

  `create table map_rule (
    integration_id identifier not null,
    ${ownSubscriber},
    kind text not null check (kind in ('taxRate', 'revenueCategory', 'paymentMethod')),
    source_id identifier not null,
    source_fingerprint bytea not null generated always as (fingerprint(source_id)) stored,
    location_id identifier,
    -- What it is mapped to, the integrator's id.
    target_id text not null,
    modified_by_id text not null,
    modified_by_name text not null,
    last_modified_time timestamptz(3) not null,
    error_flag boolean not null,
    unique nulls not distinct (integration_id, kind, source_fingerprint, location_id),
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id)
  )`,

  `create table pending_link (
    state identifier primary key,
    integration_id identifier not null,
    ${ownSubscriber},
    settings jsonb,
    redirect_uri text not null,
    sealed_secret text not null,
    expires_at timestamptz(3) not null,
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id)
  )`,

  `create table lease (
    integration_id identifier primary key,
    ${ownSubscriber},
    -- Rises with every claim: a write that names an older one comes from a worker that was overtaken.
    fence int8 not null default 0,
    holder text,
    held_until timestamptz not null default '-infinity',
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id)
  )`,
  `create index lease_of_subscriber on lease (subscriber_id)`,
]
