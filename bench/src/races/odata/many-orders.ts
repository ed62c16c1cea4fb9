import { withoutIsolation } from '../../scene/crowd.js'

/** The subscriber whose orders they are. */
export const whale = 'whale'

/** Orders of one subscriber, made by the database itself; every second one passes a filter for sales of ten and more. */
export async function addManyOrders(url: string, count: number): Promise<void> {
  await withoutIsolation(
    url,
    ['subscriber', 'sales_order'],
    [
      [`insert into ledgerpost.subscriber (id, region, terms) values ($1, 'US', '{}')`, [whale]],
      [
        `insert into ledgerpost.sales_order (subscriber_id, id, sequence, digest, type, order_date, order_time, business_date,
         location_id, currency, total, last_modified_time, created_time, content)
       select $1, 'o' || n, n, '', 'Sale', time, time, time::date, (n % 20)::text, 'USD', amount, time, time,
         jsonb_build_object(
           'purchaser', jsonb_build_object('id', (n % 5000)::text, 'firstName', 'Ada', 'lastName', null),
           'items', jsonb_build_array(jsonb_build_object('id', '1', 'productType', 'Retail',
             'revenueCategoryId', (n % 9)::text, 'quantity', '1', 'unitPrice', '10.00', 'discount', 0, 'netAmount', amount,
             'total', amount, 'taxes', jsonb_build_array(jsonb_build_object('taxRateId', '01:01', 'amount', 0)))),
           'cost', jsonb_build_object('netAmount', amount, 'discount', 0, 'taxAmount', 0, 'total', amount),
           'payments', jsonb_build_array(jsonb_build_object('id', '1', 'paymentMethodId', '2', 'amount', amount)))
       from (
         select n, 500 + n % 1000 as amount, timestamp '2026-01-01' + n * interval '10 seconds' as time
         from generate_series(1, $2::int) as n
       ) as made`,
        [whale, 2 * count],
      ],
    ],
  )
}
