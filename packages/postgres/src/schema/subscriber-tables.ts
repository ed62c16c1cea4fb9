/** What the platform told: merchants and their orders. */
export const subscriberTables = [
  `create domain identifier as text collate "C"`,

  // What makes a text of any length fit for an index. UTF8 is the encoding of every database that Ledgerpost opens,
  // so the function is as immutable as an index needs it.
  `create function fingerprint(content text) returns bytea language plpgsql immutable strict as $body$
  begin
    return sha256(convert_to(content, 'UTF8'));
  end $body$`,

  `create table subscriber (
    id identifier primary key,
    region text not null,
    pricing_level text,
    terms jsonb not null,
    configuration jsonb,
    -- The last number of the change sequence. Its row lock lets feeds of a subscriber commit in the order of their numbers.
    change_sequence int8 not null default 0 check (change_sequence >= 0)
  )`,

  `create table occurring_source (
    subscriber_id identifier not null references subscriber,
    kind text not null check (kind in ('taxRate', 'revenueCategory', 'paymentMethod')),
    source_id identifier not null,
    source_fingerprint bytea not null generated always as (fingerprint(source_id)) stored,
    primary key (subscriber_id, kind, source_fingerprint)
  )`,

  `create table sales_order (
    subscriber_id identifier not null references subscriber,
    id identifier not null,
    sequence int8 not null check (sequence > 0),
    digest text not null,
    type text not null check (type in ('Sale', 'Refund', 'Void', 'VoidRefund')),
    -- Wall clock at the place of sale.
    order_date timestamp not null,
    -- The moment of it.
    order_time timestamptz(3) not null,
    business_date date not null,
    location_id identifier not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- Minor units of the currency.
    total int8 not null,
    -- What the payments move, in minor units; of a void order nothing. It is what an order that balances contributes.
    paid int8 not null,
    last_modified_time timestamptz(3) not null,
    created_time timestamptz(3),
    -- The whole order as core's orderToJson writes it; the columns above repeat members that are searched.
    content jsonb not null,
    primary key (subscriber_id, id),
    unique (subscriber_id, sequence)
  )`,
  `create index sales_order_by_time on sales_order (subscriber_id, order_time, id)`,
  // Sums of days without reading the orders themselves.
  `create index sales_order_by_day on sales_order (subscriber_id, business_date, id) include (currency, paid)`,
  `create index sales_order_by_modification on sales_order (subscriber_id, last_modified_time, id)`,

  `create table order_watermark (
    subscriber_id identifier not null references subscriber,
    -- The name of the order source.
    source identifier not null check (length(source) between 1 and 500),
    watermark timestamptz(3) not null,
    primary key (subscriber_id, source)
  )`,
]
