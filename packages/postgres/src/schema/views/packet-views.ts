/** A packet names at most so many of its orders in itself; all of them are rows of `packet_share`. */
const mostOrderIds = 1000

/** Sealed packets as they are read: amounts in major units with the decimals of their currency, lists as rows. */
export const packetViews = [
  `create view packet_view with (security_invoker = true) as
    select
      packet.record_id, ordinal, key as id, packet_status.status, business_date, series ->> 'paymentMethodId' as payment_method_id,
      location_id, currency, major_units(net_amount, currency) as net_amount,
      major_units(tax_amount, currency) as tax_amount, major_units(total, currency) as total,
      (select count(*) from packet_share where packet_ordinal = ordinal) as order_count
    from packet join packet_status on packet_ordinal = ordinal`,

  `create view packet_order_view with (security_invoker = true) as
    select packet_ordinal, order_id from packet_share`,

  `create view packet_order_id_view with (security_invoker = true) as
    select ordinal as packet_ordinal, order_id
    from packet cross join lateral (
      select order_id from packet_share where packet_ordinal = ordinal order by order_id limit ${mostOrderIds}
    ) as first_orders`,

  `create view request_item_view with (security_invoker = true) as
    select
      ordinal as packet_ordinal, position, item ->> 'revenueCategoryId' as revenue_category_id,
      item ->> 'description' as description, (item ->> 'quantity')::numeric as quantity,
      major_units((item ->> 'netAmount')::numeric, currency) as net_amount,
      major_units((item ->> 'taxAmount')::numeric, currency) as tax_amount, item ->> 'locationId' as location_id
    from packet cross join lateral jsonb_array_elements(request_items) with ordinality as items (item, position)`,

  `create view request_item_tax_view with (security_invoker = true) as
    select ordinal as packet_ordinal, item_position, position, tax_rate_id
    from packet
      cross join lateral jsonb_array_elements(request_items) with ordinality as items (item, item_position)
      cross join lateral jsonb_array_elements_text(item -> 'taxRateIds') with ordinality as taxes (tax_rate_id, position)`,

  `create view packet_payment_view with (security_invoker = true) as
    select
      ordinal as packet_ordinal, position, payment ->> 'paymentMethodId' as payment_method_id,
      major_units((payment ->> 'amount')::numeric, currency) as amount
    from packet cross join lateral jsonb_array_elements(payments) with ordinality as rows (payment, position)`,

  `create view packet_document_view with (security_invoker = true) as
    select
      packet_ordinal, stage, position, reference, pascal_case(kind) as kind, date, major_units(total, currency) as total,
      pascal_case(status) as status, integrator_id, link, message, sweep.deviation, sweep.time as swept_time
    from document left join lateral (
      -- What was found of an earlier sending says nothing of this one.
      select deviation, time from document_sweep
      where document_sweep.integration_id = document.integration_id
        and document_sweep.reference = document.reference
        and document_sweep.submission_id = document.submission_id
      order by number desc limit 1
    ) as sweep on true`,

  `create view packet_state_view with (security_invoker = true) as
    select packet_ordinal, number, status, time, code, message from packet_state`,
]
