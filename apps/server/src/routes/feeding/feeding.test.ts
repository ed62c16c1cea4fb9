import { gzipSync } from 'node:zlib'
import { playStudio, studioConfiguration, studioSubscriber } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  configure,
  feed,
  introduce,
  plainText,
  sale,
  sync,
  testConfiguration,
  testSubscriber,
} from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const role = 'MINDBODY Automated System'
const lines = 'application/x-ndjson'

const put = (path: string, json: unknown) => server.request('PUT', path, { role, json })
const postOrders = (id: string, body: string | Uint8Array, headers: Readonly<Record<string, string>>) =>
  server.request('POST', `/Subscriber_${id}/Orders`, {
    role,
    body,
    headers: { 'Content-Type': lines, ...headers },
  })

describe('what a platform tells about a subscriber', () => {
  it('is taken whole, and shown with the digits that it came with', async () => {
    expect((await put('/Subscriber_1', studioSubscriber('1'))).status).toBe(204)
    expect((await put('/Subscriber_1/Configuration', studioConfiguration('1'))).status).toBe(204)
    const products =
      '[{"Id":"1","Name":"Water","Type":3,"Pricing":{"RevenueCategoryId":"2","AskingPrice":1.0000,"Taxes":["2"]}}]'
    const body = JSON.stringify(testConfiguration).replace('"Products":[]', `"Products":${products}`)
    const headers = { 'Content-Type': 'application/json' }
    expect((await server.request('PUT', '/Subscriber_1/Configuration', { role, body, headers })).status).toBe(
      204,
    )
    const shown = await (await server.request('GET', plainText('1', 'Initialize'))).text()
    expect(shown).toContain(`"Products":${products}`)
  })

  it.each([
    ['Region', '', 'must not be empty'],
    ['TimeZone', 'America/Nowhere', 'is not an IANA time zone such as America/New_York'],
    ['BusinessDayCutOff', '24:00', 'is not a time of day such as 04:00'],
    ['Currency', 'usd', 'is not an ISO 4217 code such as USD'],
    ['Id', 'other', "must be '2', as in the address, or be left out"],
  ])('is refused for %s %j', async (member, value, problem) => {
    const response = await put('/Subscriber_2', { ...testSubscriber, [member]: value })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid-body', errors: [{ member, problem }] })
  })

  it('is refused where an id stands twice', async () => {
    await introduce(server, '3')
    const locations = await put('/Subscriber_3', { ...testSubscriber, Locations: [{ Id: '1' }, { Id: 1 }] })
    expect(await locations.json()).toMatchObject({
      errors: [{ member: 'Locations[1].Id', problem: "'1' is there twice" }],
    })
    const { TaxRates } = testConfiguration
    const rates = await put('/Subscriber_3/Configuration', {
      ...testConfiguration,
      TaxRates: [...TaxRates, ...TaxRates],
    })
    expect(await rates.json()).toMatchObject({ errors: [{ member: 'TaxRates[1].Id' }] })
  })

  it('must come before its configuration and its orders', async () => {
    for (const response of [
      await put('/Subscriber_nobody/Configuration', testConfiguration),
      await postOrders('nobody', '{}', {}),
      await postOrders('nobody', '{}', { Accept: lines }),
    ]) {
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({
        detail: 'Subscriber nobody does not exist. Tell about it first: PUT /Subscriber_{id}.',
      })
    }
  })
})

describe('a feed of orders', () => {
  beforeAll(() => introduce(server, '10'))

  it('tells for each order that cannot be read what is wrong, by its members as they were sent', async () => {
    const [item] = sale('x').Items
    expect(
      await feed(server, '10', [
        sale('1'),
        sale('2', { Items: [{ ...item, NetAmount: '10.005' }] }),
        sale('3', { Type: 7 }),
        { Id: 4 },
        'nonsense',
        sale('5'),
      ]),
    ).toEqual({
      Accepted: 2,
      Unchanged: 0,
      Stale: 0,
      Rejected: 4,
      Errors: [
        {
          Position: 2,
          OrderId: '2',
          Problems: [
            {
              Member: 'Items[0].NetAmount',
              Problem: '10.005 has more than 2 decimals; amounts must be whole minor units',
            },
          ],
        },
        {
          Position: 3,
          OrderId: '3',
          Problems: [{ Member: 'Type', Problem: expect.stringContaining('Sale') }],
        },
        {
          Position: 4,
          OrderId: '4',
          Problems: expect.arrayContaining([{ Member: 'Items', Problem: expect.any(String) }]),
        },
        { Position: 5, OrderId: null, Problems: [{ Member: '', Problem: expect.any(String) }] },
      ],
    })
  })

  it('knows an order that it has, and an older revision of it', async () => {
    const newer = sale('20', { LastModifiedTime: '2026-03-03T00:00:00Z' })
    const older = sale('20', { LastModifiedTime: '2026-03-01T00:00:00Z' })
    expect(await feed(server, '10', [newer, newer, older])).toMatchObject({
      Accepted: 1,
      Unchanged: 1,
      Stale: 1,
    })
  })

  it('is answered line by line when that is asked for', async () => {
    const body = `${JSON.stringify(sale('30'))}\n\nnonsense\n${JSON.stringify(sale('30'))}`
    const response = await postOrders('10', body, { Accept: `text/plain, ${lines};q=0.9` })
    expect(response.headers.get('Content-Type')).toBe(lines)
    expect(
      (await response.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { Position: 1, OrderId: '30', Outcome: 'Accepted' },
      {
        Position: 2,
        OrderId: null,
        Outcome: 'Rejected',
        Problems: [{ Member: '', Problem: expect.stringMatching(/^Line 3 is not JSON/) }],
      },
      { Position: 3, OrderId: '30', Outcome: 'Unchanged' },
    ])
  })

  it('may be gzipped, and is kept as far as it came when it breaks off', async () => {
    const text = Array.from({ length: 1200 }, (_, index) => JSON.stringify(sale(`gz${index}`))).join('\n')
    const zipped = gzipSync(text)
    const cut = await postOrders('10', zipped.subarray(0, zipped.length / 2), { 'Content-Encoding': 'gzip' })
    const summary = (await cut.json()) as { readonly Accepted: number; readonly Errors: unknown }
    expect(summary).toMatchObject({
      Rejected: 1,
      Errors: [{ Problems: [{ Problem: expect.stringContaining('broke off') }] }],
    })
    expect(summary.Accepted).toBeGreaterThan(0)
    const whole = await postOrders('10', zipped, { 'Content-Encoding': 'gzip' })
    expect(await whole.json()).toMatchObject({
      Accepted: 1200 - summary.Accepted,
      Unchanged: summary.Accepted,
      Rejected: 0,
    })
  })

  it('lives through ten megabytes of garbage, as lines and as an array', async () => {
    const garbage = `{"Id":1,\u0000]]}"${'~'.repeat(86)}\n`.repeat(100_000)
    const good = JSON.stringify(sale('40'))
    const asLines = await postOrders('10', `${garbage}${good}\n`, {})
    expect(await asLines.json()).toMatchObject({ Accepted: 1, Rejected: 100_000 })
    const asArray = await postOrders('10', `[${good},${garbage}`, { 'Content-Type': 'application/json' })
    expect(await asArray.json()).toMatchObject({
      Unchanged: 1,
      Errors: expect.arrayContaining([expect.anything()]),
    })
    const long = await postOrders('10', `"${'x'.repeat(10_000_000)}"\n${good}`, {})
    expect(await long.json()).toMatchObject({
      Unchanged: 1,
      Rejected: 1,
      Errors: [{ Position: 1, Problems: [{ Problem: 'Line 1: has more than 1048576 bytes.' }] }],
    })
  })

  it('names the first thousand errors and counts them all', async () => {
    const response = await postOrders('10', 'x\n'.repeat(1500), {})
    const summary = (await response.json()) as {
      readonly Rejected: number
      readonly Errors: readonly unknown[]
    }
    expect([summary.Rejected, summary.Errors.length]).toEqual([1500, 1000])
  })

  it('takes the orders of a studio that plays', async () => {
    await put('/Subscriber_11', studioSubscriber('11'))
    const orders = [...playStudio({ orders: 300, days: 10 })]
    const response = await postOrders('11', orders.map((order) => JSON.stringify(order)).join('\n'), {})
    expect(await response.json()).toMatchObject({ Rejected: 0, Stale: 0, Accepted: orders.length })
  })

  it.each([[{ 'Content-Type': 'text/csv' }], [{ 'Content-Encoding': 'br' }]])(
    'is refused with %j',
    async (headers) => {
      expect((await postOrders('10', '{}', headers)).status).toBe(415)
    },
  )

  it('excludes an order that does not balance and says by how much', async () => {
    await configure(server, '12')
    await feed(server, '12', [
      sale('1'),
      sale('2', { Payments: [{ Id: '1', PaymentMethodId: '1', Amount: 10 }] }),
    ])
    const location = await sync(server, '12')
    const exclusions = await server.request('GET', `${location}/Exclusions`)
    expect(await exclusions.json()).toMatchObject({
      value: [{ OrderId: '2', Reason: 'UnbalancedOrder', Message: expect.stringContaining('10.80') }],
    })
  })
})
