import { formatAmount, minorUnitDigits, type Order } from '@ledgerpost/core'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../store/on-each-database.test-support.js'
import {
  linkedSubscriber,
  sampleDocument,
  sampleOrder,
  samplePacket,
  sampleSubscriber,
  time,
} from '../../store/samples.test-support.js'
import { inScopeOf } from '../../transactions/scope.js'

describe('the views', () => {
  onEachDatabase((fixture) => {
    const rowsOf = (query: RawBuilder<Record<string, unknown>>, subscriberId = '') =>
      inScopeOf(fixture().database, subscriberId, async (tx) => (await query.execute(tx)).rows)

    async function feed(orders: readonly Order[]): Promise<string> {
      const subscriber = sampleSubscriber()
      await fixture().store.transaction(subscriber.id, async (tx) => {
        await tx.saveSubscriber(subscriber)
        await tx.saveOrders(
          subscriber.id,
          orders.map((order, index) => ({ sequence: BigInt(index + 1), digest: order.id, order })),
        )
      })
      return subscriber.id
    }

    it('write amounts as core does, in every currency', async () => {
      const currencies = [...Intl.supportedValuesOf('currency'), 'XYZ']
      const minor = [0n, 1n, -5n, 123_456_789_012_345n]
      const rows = await rowsOf(sql`
        select currency, amount::text, major_units(amount::int8, currency)::text as major
        from unnest(${`{${currencies.join(',')}}`}::text[]) as currency, unnest(${`{${minor.join(',')}}`}::text[]) as amount`)
      expect(rows).toHaveLength(currencies.length * minor.length)
      for (const { currency, amount, major } of rows) {
        expect([currency, major]).toEqual([
          currency,
          formatAmount(BigInt(String(amount)), minorUnitDigits(String(currency))),
        ])
      }
    })

    it('name kinds as the wire does', async () => {
      expect(
        await rowsOf(sql`select pascal_case('credit-note') as kind, pascal_case('invoice') as other`),
      ).toEqual([{ kind: 'CreditNote', other: 'Invoice' }])
    })

    it('show orders with their purchaser, cost, items, taxes and payments', async () => {
      const item = sampleOrder('a').items[0]
      if (!item) throw new Error('The sample has an item.')
      const subscriberId = await feed([
        sampleOrder('a', { items: [item, { ...item, id: '2', taxes: [] }], createdTime: time }),
        sampleOrder('b', { purchaser: null, currency: 'JPY', orderTime: '2026-03-01T01:30:00.000Z' }),
      ])
      expect(
        await rowsOf(
          sql`
          select id, purchaser_id, cost_net_amount::text as net, cost_tax_amount::text as tax, cost_total::text as total,
            order_date - (order_time at time zone 'UTC') = '9 h' as ahead, created_time is null as old
          from order_view where subscriber_id = ${subscriberId} order by id`,
          subscriberId,
        ),
      ).toEqual([
        {
          id: 'a',
          purchaser_id: '7',
          net: '100.00',
          tax: '19.00',
          total: '119.00',
          ahead: false,
          old: false,
        },
        { id: 'b', purchaser_id: null, net: '10000', tax: '1900', total: '11900', ahead: true, old: true },
      ])
      expect(
        await rowsOf(
          sql`
          select order_id, position::int4, id, description, quantity::text, unit_price::text as price, total::text
          from order_item_view where subscriber_id = ${subscriberId} order by order_id, position`,
          subscriberId,
        ),
      ).toEqual(
        [
          ['a', 1, '1', '119.00'],
          ['a', 2, '2', '119.00'],
          ['b', 1, '1', '11900'],
        ].map(([orderId, position, id, total]) => ({
          order_id: orderId,
          position,
          id,
          description: item.description,
          quantity: '1.000',
          price: '100.00',
          total,
        })),
      )
      expect(
        await rowsOf(
          sql`
          select order_id, item_position::int4 as item, tax_rate_id as rate, amount::text
          from order_item_tax_view where subscriber_id = ${subscriberId} order by order_id, item_position, position`,
          subscriberId,
        ),
      ).toEqual([
        { order_id: 'a', item: 1, rate: '01:01', amount: '19.00' },
        { order_id: 'b', item: 1, rate: '01:01', amount: '1900' },
      ])
      expect(
        await rowsOf(
          sql`
          select order_id, id, payment_method_id as method, amount::text
          from order_payment_view where subscriber_id = ${subscriberId} order by order_id, position`,
          subscriberId,
        ),
      ).toEqual([
        { order_id: 'a', id: '1', method: '2', amount: '119.00' },
        { order_id: 'b', id: '1', method: '2', amount: '11900' },
      ])
    })

    it('show a configuration, and nothing of subscribers without one', async () => {
      const subscriber = sampleSubscriber()
      const bare = sampleSubscriber()
      await fixture().store.transaction(bare.id, (tx) => tx.saveSubscriber(bare))
      await fixture().store.transaction(subscriber.id, async (tx) => {
        await tx.saveSubscriber(subscriber)
        await tx.saveConfiguration(subscriber.id, {
          id: subscriber.id,
          taxRates: [{ id: '01:01', name: 'VAT', value: '0.190', locationId: null, lastModifiedTime: time }],
          revenueCategories: [{ id: '1', name: 'Mats', lastModifiedTime: null, status: 'Active' }],
          paymentMethods: [{ id: '2', name: 'Cash', type: null, lastModifiedTime: null, status: 'Inactive' }],
          products: [
            { id: 'p', name: 'Tip', type: 'Tip', pricing: null },
            {
              id: 'q',
              name: 'Mat',
              type: 'Retail',
              pricing: { revenueCategoryId: '1', askingPrice: '10.5000', taxes: ['01:01', '01:02'] },
            },
          ],
        })
      })
      const ids = sql`subscriber_id in (${subscriber.id}, ${bare.id})`
      expect(
        await rowsOf(sql`select subscriber_id from configuration_view where ${ids}`, subscriber.id),
      ).toEqual([{ subscriber_id: subscriber.id }])
      expect(
        await rowsOf(
          sql`select id, name, value::text, last_modified_time from tax_rate_view where ${ids}`,
          subscriber.id,
        ),
      ).toEqual([{ id: '01:01', name: 'VAT', value: '0.190', last_modified_time: time }])
      expect(
        await rowsOf(sql`select id, name, status from revenue_category_view where ${ids}`, subscriber.id),
      ).toEqual([{ id: '1', name: 'Mats', status: 'Active' }])
      expect(
        await rowsOf(sql`select id, type, status from payment_method_view where ${ids}`, subscriber.id),
      ).toEqual([{ id: '2', type: null, status: 'Inactive' }])
      expect(
        await rowsOf(
          sql`
          select id, type, revenue_category_id as category, asking_price::text as price
          from product_view where ${ids} order by position`,
          subscriber.id,
        ),
      ).toEqual([
        { id: 'p', type: 'Tip', category: null, price: null },
        { id: 'q', type: 'Retail', category: '1', price: '10.5000' },
      ])
      expect(
        await rowsOf(
          sql`
          select product_position::int4 as product, tax_rate_id as rate
          from product_tax_view where ${ids} order by position`,
          subscriber.id,
        ),
      ).toEqual([
        { product: 2, rate: '01:01' },
        { product: 2, rate: '01:02' },
      ])
    })

    it('show a sync with its packets, counted by status', async () => {
      const { store } = fixture()
      const { subscriberId, integrationId, recordId } = await linkedSubscriber(store)
      const sample = samplePacket(integrationId, 'a')
      const { key } = sample.packet
      const state = { time, code: null, message: null }
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, [sample, samplePacket(integrationId, 'b')], time)
        await tx.planDocuments([
          { packetKey: key, documents: [sampleDocument(key, 0, { kind: 'credit-note' })] },
        ])
        await tx.addPacketStates([{ key, state: { ...state, status: 'Held', code: 'PeriodLocked' } }])
        await tx.addSyncProgress(
          recordId,
          { read: 3, packed: 2, unchanged: 0, excluded: 1 },
          { EUR: 23_800n },
        )
        await tx.addExclusions(recordId, [{ orderId: 'x', reason: 'UnbalancedOrder', message: 'off' }])
      })
      expect(
        await rowsOf(
          sql`
          select id, integration_type as type, pending::int4, held::int4, sent::int4, read::int4, excluded::int4
          from sync_record_view where subscriber_id = ${subscriberId}`,
          subscriberId,
        ),
      ).toEqual([{ id: recordId, type: 'Xero', pending: 1, held: 1, sent: 0, read: 3, excluded: 1 }])
      expect(
        await rowsOf(
          sql`select currency, amount::text from sync_sum_view where record_id = ${recordId}`,
          subscriberId,
        ),
      ).toEqual([{ currency: 'EUR', amount: '238.00' }])
      expect(
        await rowsOf(
          sql`select status, message from sync_state_view where record_id = ${recordId}`,
          subscriberId,
        ),
      ).toEqual([{ status: 'Queued', message: null }])
      expect(
        await rowsOf(
          sql`select order_id, reason from exclusion_view where record_id = ${recordId}`,
          subscriberId,
        ),
      ).toEqual([{ order_id: 'x', reason: 'UnbalancedOrder' }])
      expect(
        await rowsOf(
          sql`
          select id, status, business_date, payment_method_id as method, location_id as location, total::text, order_count::int4
          from packet_view where record_id = ${recordId} order by ordinal limit 1`,
          subscriberId,
        ),
      ).toEqual([
        {
          id: key,
          status: 'Held',
          business_date: '2026-03-01',
          method: null,
          location: '1',
          total: '119.00',
          order_count: 1,
        },
      ])
      const packet = sql`packet_ordinal = (select ordinal from packet where key = ${key})`
      const columns = {
        packet_order_view: sql`order_id`,
        packet_order_id_view: sql`order_id`,
        request_item_view: sql`revenue_category_id, net_amount::text, tax_amount::text, location_id`,
        request_item_tax_view: sql`item_position::int4, tax_rate_id`,
        packet_payment_view: sql`payment_method_id, amount::text`,
        packet_document_view: sql`kind, status, total::text, link`,
        packet_state_view: sql`status, code`,
      }
      const shown: Record<string, unknown> = {}
      for (const [view, list] of Object.entries(columns)) {
        shown[view] = await rowsOf(sql`select ${list} from ${sql.table(view)} where ${packet}`, subscriberId)
      }
      expect(shown).toEqual({
        packet_order_view: [{ order_id: 'a' }],
        packet_order_id_view: [{ order_id: 'a' }],
        request_item_view: [
          { revenue_category_id: '10', net_amount: '100.00', tax_amount: '19.00', location_id: '1' },
        ],
        request_item_tax_view: [{ item_position: 1, tax_rate_id: '01:01' }],
        packet_payment_view: [{ payment_method_id: '2', amount: '119.00' }],
        packet_document_view: [{ kind: 'CreditNote', status: 'Planned', total: '119.00', link: null }],
        packet_state_view: [
          { status: 'Pending', code: null },
          { status: 'Held', code: 'PeriodLocked' },
        ],
      })
    })
  })
})
