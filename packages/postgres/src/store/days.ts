import { type OrderJson, orderFromJson, packetStatuses, type PacketStatus } from '@ledgerpost/core'
import type { DaySales, DayStore } from '@ledgerpost/engine'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../schema/schema.js'
import { texts } from './sql-values.js'

const unsent = packetStatuses.filter((status) => status !== 'Sent')

export function days(tx: Kysely<Schema>): DayStore {
  async function sales(from: RawBuilder<unknown>): Promise<DaySales[]> {
    const { rows } = await sql<{ date: string; orders: bigint; sold: string }>`
      select business_date as date, count(*) as orders, sum(paid)::text as sold
      from ${from} group by business_date order by business_date`.execute(tx)
    return rows.map(({ date, orders, sold }) => ({ date, orders: Number(orders), sold: BigInt(sold) }))
  }

  return {
    salesByDay: (subscriberId, { from, to, currency }) =>
      sales(sql`sales_order where subscriber_id = ${subscriberId} and currency = ${currency}
        and business_date between ${from} and ${to}`),

    packedSalesByDay: (integrationId, dates, currency) =>
      sales(sql`sales_order join packed_order
          on packed_order.subscriber_id = sales_order.subscriber_id and packed_order.order_id = sales_order.id
        where integration_id = ${integrationId} and currency = ${currency}
          and business_date = any(${texts(dates)}::date[])`),

    async packetsByDay(integrationId, { from, to, currency }) {
      const wanted = sql`evidence is not null and currency = ${currency} and business_date between ${from} and ${to}`
      // Nearly all are Sent in the end: these are what all packets carry less what the others do, which are found by status.
      const { rows } = await sql<{ date: string; status: PacketStatus; total: string }>`
        with others as materialized (
          select business_date, status, count(*) as packets, sum(total) as total
          from packet_status join packet on ordinal = packet_ordinal
          where packet_status.integration_id = ${integrationId} and status = any(${texts(unsent)}) and ${wanted}
          group by business_date, status
        ), everything as (
          select business_date, count(*) as packets, sum(total) as total
          from packet where integration_id = ${integrationId} and ${wanted}
          group by business_date
        )
        select business_date as date, status, total::text as total from others
        union all
        select everything.business_date, 'Sent', (everything.total - coalesce(sum(others.total), 0))::text
        from everything left join others using (business_date)
        group by everything.business_date, everything.packets, everything.total
        having everything.packets > coalesce(sum(others.packets), 0)
        order by date, status`.execute(tx)
      return rows.map(({ date, status, total }) => ({ date, status, total: BigInt(total) }))
    },

    async ordersOfDays(subscriberId, { from, to, currency, after, limit }) {
      const isAfter =
        after === null
          ? sql`true`
          : sql`(business_date, id) > (${after.businessDate}::date, ${after.id}::identifier)`
      const { rows } = await sql<{ content: OrderJson }>`
        select content from sales_order
        where subscriber_id = ${subscriberId} and currency = ${currency}
          and business_date between ${from} and ${to} and ${isAfter}
        order by business_date, id limit ${limit}`.execute(tx)
      return rows.map(({ content }) => orderFromJson(content))
    },
  }
}
