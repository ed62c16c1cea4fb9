import { readOrder } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { origin, page, rawPage, usePlatform, wireOrder } from './service.test-support.js'

const platform = usePlatform()
const terms = { currency: 'USD', timeZone: 'America/New_York', cutOff: 0, locations: {} }

describe('orders', () => {
  it('are what core reads', async () => {
    platform.answer(page([wireOrder('a')]))
    const [fed] = (await platform.pull()).orders
    const reading = readOrder(fed && 'input' in fed ? fed.input : undefined, terms)
    expect(reading).toMatchObject({
      ok: true,
      order: {
        id: 'a',
        orderDate: '2026-03-01T10:30:00',
        orderTime: '2026-03-01T15:30:00.000Z',
        currency: 'USD',
        items: [{ unitPrice: '10.0000', taxes: [{ taxRateId: '01:01', amount: 80n }] }],
        cost: { total: 1080n },
      },
    })
    expect(fed).not.toHaveProperty(['input', '@odata.etag'])
  })

  it.each([
    ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00'],
    ['2026-11-01T01:30:00-05:00', '2026-11-01T01:30:00'],
    ['2026-03-08T02:30:00.0000000+00:00', '2026-03-08T02:30:00'],
    ['2026-03-08T02:30:00.500-05:00', '2026-03-08T02:30:00.500'],
    ['2026-07-01T23:59:59.999Z', '2026-07-01T23:59:59.999'],
    ['2026-07-01T12:00:00', '2026-07-01T12:00:00'],
    ['2026-07-01', '2026-07-01'],
  ])('have the wall clock of %s as their date, whatever its offset says', async (sent, read) => {
    platform.answer(page([wireOrder('a', { OrderDate: sent })]))
    expect((await platform.pull()).orders).toEqual([{ input: expect.objectContaining({ orderDate: read }) }])
  })

  it('keep every digit of a number', async () => {
    const item =
      '{"Id":12345678901234567890,"UnitPrice":0.12345678901234567890,"Quantity":1.50e1,"NetAmount":10.00,"Total":1E1}'
    platform.answer(
      rawPage(`{"value":[{"Id":"a","Items":[${item}],"Cost":{"Total":100000000000000000.01}}]}`),
    )
    expect((await platform.pull()).orders).toEqual([
      {
        input: {
          id: 'a',
          items: [
            {
              id: '12345678901234567890',
              unitPrice: '0.12345678901234567890',
              quantity: '15.0',
              netAmount: '10.00',
              total: '10',
            },
          ],
          cost: { total: '100000000000000000.01' },
        },
      },
    ])
  })

  it('that lack what was asked for, or are none, are left for core to refuse', async () => {
    const { Items: _items, ...withoutItems } = wireOrder('a')
    platform.answer(page([withoutItems, 'nonsense', null, wireOrder('b')]))
    const { orders } = await platform.pull()
    const readings = orders.map((fed) => readOrder('input' in fed ? fed.input : undefined, terms))
    expect(readings.map((reading) => reading.ok)).toEqual([false, false, false, true])
    expect(readings[0]).toMatchObject({ orderId: 'a', problems: [{ member: 'items' }] })
  })

  it('that nest without end stop nothing', async () => {
    const deep = `${'{"A":['.repeat(5000)}${']}'.repeat(5000)}`
    platform.answer(rawPage(`{"value":[${deep},{"Id":"b"}]}`))
    const { orders, error } = await platform.pull()
    expect(error).toBeUndefined()
    expect(orders).toHaveLength(2)
  })
})

describe('orders that come in parts', () => {
  const item = (id: string, change: object = {}) => ({ Id: id, NetAmount: '1', Total: '1', ...change })
  const link = `${origin}/odata/v4/Subscriber_7/Orders('a')/Items?$skiptoken=`

  it('are put together before they are delivered', async () => {
    const parted = wireOrder('a', {
      Items: [
        item('1', { Taxes: [{ TaxRateId: 't1', Amount: '0' }], 'Taxes@odata.nextLink': 'Taxes?page=2' }),
      ],
      'Items@odata.nextLink': `${link}1`,
    })
    platform.answer(
      page([parted, wireOrder('b')]),
      page([item('2')], `${link}2`),
      page([item('3')]),
      page([{ TaxRateId: 't2', Amount: '0' }]),
    )
    const { orders } = await platform.pull()
    expect(orders).toMatchObject([
      {
        input: {
          id: 'a',
          items: [{ id: '1', taxes: [{ taxRateId: 't1' }, { taxRateId: 't2' }] }, { id: '2' }, { id: '3' }],
        },
      },
      { input: { id: 'b' } },
    ])
    expect(JSON.stringify(orders)).not.toContain('nextLink')
    expect(platform.seen.at(-1)?.url).toBe(`${origin}/odata/v4/Subscriber_7/Taxes?page=2`)
  })

  it('and lost one of them are told as unreadable', async () => {
    platform.answer(
      page([wireOrder('a', { 'Items@odata.nextLink': link }), wireOrder('b')]),
      () => new Response(null, { status: 404 }),
    )
    const { orders, error } = await platform.pull()
    expect(error).toBeUndefined()
    expect(orders).toEqual([
      { unreadable: 'Order a was sent in parts, and one of them does not exist.' },
      { input: expect.objectContaining({ id: 'b' }) },
    ])
  })

  it.each([
    ['elsewhere', 'https://evil.example/Items', 'https://evil.example'],
    ['in a circle', link, 'circle'],
  ])('are not followed %s', async (_where, to, told) => {
    platform.answer(page([wireOrder('a', { 'Items@odata.nextLink': to })]), page([item('2')], to))
    expect((await platform.pull()).error).toMatchObject({
      code: 'order-source-unusable',
      message: expect.stringContaining(told),
    })
  })
})
