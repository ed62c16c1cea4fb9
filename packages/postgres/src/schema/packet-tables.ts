import { ownSubscriber } from './isolation.js'

/**
 * Packets. A packet without content is open: its cells and shares are still being collected. With content it is
 * sealed, has a status, and nothing of it changes any more but the status.
 */
export const packetTables = [
  `create table packed_order (
    integration_id identifier not null,
    ${ownSubscriber},
    order_id identifier not null,
    -- What is in the books of the order: core's contributionToJson.
    contribution jsonb not null,
    primary key (integration_id, order_id),
    foreign key (integration_id, subscriber_id) references integration (id, subscriber_id)
  )`,

  `create table packet (
    ordinal int8 generated always as identity primary key,
    key identifier not null unique,
    ${ownSubscriber},
    integration_id identifier not null,
    record_id identifier not null,
    series_key identifier not null,
    series jsonb not null,
    sequence int4 not null check (sequence > 0),
    business_date date,
    location_id identifier,
    currency text check (currency ~ '^[A-Z]{3}$'),
    request_items jsonb,
    payments jsonb,
    cells jsonb,
    net_amount int8,
    tax_amount int8,
    total int8,
    evidence text,
    unique (ordinal, subscriber_id),
    unique (integration_id, series_key, sequence),
    foreign key (record_id, integration_id, subscriber_id) references sync_record (id, integration_id, subscriber_id),
    constraint packet_is_open_or_sealed check (num_nulls(
      business_date, currency, request_items, payments, cells, net_amount, tax_amount, total, evidence
    ) in (0, 9)),
    constraint packet_total_is_net_and_tax check (total = net_amount + tax_amount)
  )`,
  // Sums of a record without reading the packets themselves.
  `create index packet_of_record on packet (record_id) include (currency, total, subscriber_id) where evidence is not null`,
  `create index packet_by_day on packet (integration_id, business_date)
    include (ordinal, currency, total, subscriber_id) where evidence is not null`,
  `create index packet_open on packet (record_id, series_key) where evidence is null`,
  `create index packet_open_of_integration on packet (integration_id, record_id) where evidence is null`,

  `create table packet_cell (
    packet_ordinal int8 not null,
    ${ownSubscriber},
    -- Core's cellKey, a JSON array of the coordinates.
    cell_key text not null,
    cell_fingerprint bytea not null generated always as (fingerprint(cell_key)) stored,
    net int8 not null,
    tax int8 not null,
    primary key (packet_ordinal, cell_fingerprint),
    foreign key (packet_ordinal, subscriber_id) references packet (ordinal, subscriber_id) on delete cascade
  )`,

  `create table packet_share (
    packet_ordinal int8 not null,
    ${ownSubscriber},
    order_id identifier not null,
    digest text not null,
    primary key (packet_ordinal, order_id),
    foreign key (packet_ordinal, subscriber_id) references packet (ordinal, subscriber_id) on delete cascade
  )`,

  // Apart from the packet, so that a change of status does not copy the content. Integration and record are the packet's.
  `create table packet_status (
    packet_ordinal int8 primary key,
    ${ownSubscriber},
    integration_id identifier not null,
    record_id identifier not null,
    status text not null check (status in ('Pending', 'Held', 'Sending', 'Sent', 'Rejected', 'InDoubt')),
    unique (packet_ordinal, subscriber_id),
    foreign key (packet_ordinal, subscriber_id) references packet (ordinal, subscriber_id)
  )`,
  `create index packet_status_of_integration on packet_status (integration_id, status, packet_ordinal)
    include (subscriber_id)`,
  `create index packet_status_of_record on packet_status (record_id, status, packet_ordinal)
    include (subscriber_id)`,

  `create table packet_state (
    packet_ordinal int8 not null,
    ${ownSubscriber},
    number int8 generated always as identity,
    status text not null check (status in ('Pending', 'Held', 'Sending', 'Sent', 'Rejected', 'InDoubt')),
    time timestamptz(3) not null,
    code text,
    message text,
    primary key (packet_ordinal, number),
    foreign key (packet_ordinal, subscriber_id) references packet_status (packet_ordinal, subscriber_id)
  )`,
]
