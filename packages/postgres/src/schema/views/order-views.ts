/** Orders as they are read: amounts in major units with the decimals of their currency, lists as rows. */
export const orderViews = [
  `create view order_view with (security_invoker = true) as
    select
      subscriber_id, id, type, order_date, order_time, business_date, location_id, currency, last_modified_time,
      created_time,
      content -> 'purchaser' ->> 'id' as purchaser_id,
      content -> 'purchaser' ->> 'firstName' as purchaser_first_name,
      content -> 'purchaser' ->> 'lastName' as purchaser_last_name,
      major_units((content -> 'cost' ->> 'netAmount')::numeric, currency) as cost_net_amount,
      major_units((content -> 'cost' ->> 'discount')::numeric, currency) as cost_discount,
      major_units((content -> 'cost' ->> 'taxAmount')::numeric, currency) as cost_tax_amount,
      major_units(total, currency) as cost_total
    from sales_order`,

  `create view order_item_view with (security_invoker = true) as
    select
      subscriber_id, sales_order.id as order_id, position, item ->> 'id' as id, item ->> 'productId' as product_id,
      item ->> 'productType' as product_type, item ->> 'description' as description,
      item ->> 'revenueCategoryId' as revenue_category_id, (item ->> 'quantity')::numeric as quantity,
      (item ->> 'unitPrice')::numeric as unit_price,
      major_units((item ->> 'discount')::numeric, currency) as discount,
      major_units((item ->> 'netAmount')::numeric, currency) as net_amount,
      major_units((item ->> 'total')::numeric, currency) as total
    from sales_order cross join lateral jsonb_array_elements(content -> 'items') with ordinality as items (item, position)`,

  `create view order_item_tax_view with (security_invoker = true) as
    select
      subscriber_id, sales_order.id as order_id, item_position, position, tax ->> 'taxRateId' as tax_rate_id,
      major_units((tax ->> 'amount')::numeric, currency) as amount
    from sales_order
      cross join lateral jsonb_array_elements(content -> 'items') with ordinality as items (item, item_position)
      cross join lateral jsonb_array_elements(item -> 'taxes') with ordinality as taxes (tax, position)`,

  `create view order_payment_view with (security_invoker = true) as
    select
      subscriber_id, sales_order.id as order_id, position, payment ->> 'id' as id,
      payment ->> 'paymentMethodId' as payment_method_id,
      major_units((payment ->> 'amount')::numeric, currency) as amount
    from sales_order
      cross join lateral jsonb_array_elements(content -> 'payments') with ordinality as payments (payment, position)`,
]
