/** What platforms told there is to map, one row each. Subscribers without a configuration are not in it. */
export const configurationViews = [
  `create view configuration_view with (security_invoker = true) as
    select id as subscriber_id from subscriber where configuration is not null`,

  `create view tax_rate_view with (security_invoker = true) as
    select
      subscriber.id as subscriber_id, position, rate ->> 'id' as id, rate ->> 'name' as name,
      (rate ->> 'value')::numeric as value, rate ->> 'locationId' as location_id,
      (rate ->> 'lastModifiedTime')::timestamptz as last_modified_time
    from subscriber
      cross join lateral jsonb_array_elements(configuration -> 'taxRates') with ordinality as rates (rate, position)`,

  `create view revenue_category_view with (security_invoker = true) as
    select
      subscriber.id as subscriber_id, position, category ->> 'id' as id, category ->> 'name' as name,
      (category ->> 'lastModifiedTime')::timestamptz as last_modified_time, category ->> 'status' as status
    from subscriber
      cross join lateral jsonb_array_elements(configuration -> 'revenueCategories') with ordinality
        as categories (category, position)`,

  `create view payment_method_view with (security_invoker = true) as
    select
      subscriber.id as subscriber_id, position, method ->> 'id' as id, method ->> 'name' as name,
      method ->> 'type' as type, (method ->> 'lastModifiedTime')::timestamptz as last_modified_time,
      method ->> 'status' as status
    from subscriber
      cross join lateral jsonb_array_elements(configuration -> 'paymentMethods') with ordinality
        as methods (method, position)`,

  `create view product_view with (security_invoker = true) as
    select
      subscriber.id as subscriber_id, position, product ->> 'id' as id, product ->> 'name' as name,
      product ->> 'type' as type, product -> 'pricing' ->> 'revenueCategoryId' as revenue_category_id,
      (product -> 'pricing' ->> 'askingPrice')::numeric as asking_price
    from subscriber
      cross join lateral jsonb_array_elements(configuration -> 'products') with ordinality
        as products (product, position)`,

  `create view product_tax_view with (security_invoker = true) as
    select subscriber.id as subscriber_id, product_position, position, tax_rate_id
    from subscriber
      cross join lateral jsonb_array_elements(configuration -> 'products') with ordinality
        as products (product, product_position)
      cross join lateral jsonb_array_elements_text(nullif(product -> 'pricing', 'null') -> 'taxes') with ordinality
        as taxes (tax_rate_id, position)`,
]
