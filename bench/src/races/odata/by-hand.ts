import { Client } from 'pg'
import { z } from 'zod'
import { whale } from './many-orders.js'

/** The same page as one would write it for this case alone: one statement, prepared, that makes the JSON itself. */
export interface HandWritten {
  /** How many orders it has. */
  firstPage(): Promise<number>
  close(): Promise<void>
}

const money = (amount: string): string => `(${amount})::numeric / 100`

const page = `
  select coalesce(json_agg(made.content), '[]')::text as page from (
    select json_build_object(
      'Id', id, 'Type', type, 'OrderDate', order_time, 'LocationId', location_id,
      'LastModifiedTime', last_modified_time, 'CreatedTime', created_time,
      'Items', (
        select json_agg(json_build_object(
          'Id', item ->> 'id', 'ProductId', item ->> 'productId', 'ProductType', item ->> 'productType',
          'Description', item ->> 'description', 'RevenueCategoryId', item ->> 'revenueCategoryId',
          'Quantity', (item ->> 'quantity')::numeric, 'UnitPrice', (item ->> 'unitPrice')::numeric,
          'Discount', ${money(`item ->> 'discount'`)}, 'NetAmount', ${money(`item ->> 'netAmount'`)},
          'Total', ${money(`item ->> 'total'`)}
        )) from jsonb_array_elements(content -> 'items') as item
      ),
      'Cost', json_build_object(
        'NetAmount', ${money(`content -> 'cost' ->> 'netAmount'`)}, 'Discount', ${money(`content -> 'cost' ->> 'discount'`)},
        'TaxAmount', ${money(`content -> 'cost' ->> 'taxAmount'`)}, 'Total', ${money(`content -> 'cost' ->> 'total'`)}
      ),
      'Payments', (
        select json_agg(json_build_object(
          'Id', payment ->> 'id', 'PaymentMethodId', payment ->> 'paymentMethodId', 'Amount', ${money(`payment ->> 'amount'`)}
        )) from jsonb_array_elements(content -> 'payments') as payment
      )
    ) as content
    from sales_order where subscriber_id = $1 and type = 'Sale' and total >= 1000
    order by order_time, id limit 100
  ) as made`

export async function openHandWritten(url: string): Promise<HandWritten> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    `select set_config('app.subscriber', $1, false), set_config('search_path', 'ledgerpost', false)`,
    [whale],
  )
  return {
    async firstPage() {
      const { rows } = await client.query<{ page: string }>({ name: 'page', text: page, values: [whale] })
      return z.array(z.unknown()).parse(JSON.parse(rows[0]?.page ?? '[]')).length
    },
    close: () => client.end(),
  }
}
