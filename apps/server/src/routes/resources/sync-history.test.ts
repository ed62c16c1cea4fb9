import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configure, feed, sale, sync } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'

interface Page {
  readonly '@odata.context': string
  readonly '@odata.nextLink'?: string
  readonly value: readonly Record<string, unknown>[]
}

const history = '/odata/v4/Subscriber_1/SyncHistory'
let server: TestServer
let location: string

beforeAll(async () => {
  server = await startTestServer()
  await configure(server, '1')
  const orders = Array.from({ length: 230 }, (_, index) => sale(String(index)))
  const early = Array.from({ length: 120 }, (_, index) =>
    sale(`early${index}`, { OrderDate: '2025-12-31T12:00:00' }),
  )
  await feed(server, '1', [...orders, ...early])
  location = await sync(server, '1')
  await sync(server, '1')
})
afterAll(() => server.close())

async function page(path: string): Promise<Page> {
  const response = await server.request('GET', path, { role: 'MINDBODY Admin' })
  expect(response.status).toBe(200)
  expect(response.headers.get('OData-Version')).toBe('4.0')
  return response.json() as Promise<Page>
}

async function everyPage(path: string): Promise<readonly Page[]> {
  const pages = [await page(path)]
  for (
    let next = pages.at(-1)?.['@odata.nextLink'];
    next !== undefined;
    next = pages.at(-1)?.['@odata.nextLink']
  ) {
    pages.push(await page(next))
  }
  return pages
}

describe('the history of sent data', () => {
  it('is newest first, whatever order is asked for', async () => {
    const { value, ...rest } = await page(`${history}?$orderby=Id%20asc`)
    expect(rest).toEqual({ '@odata.context': 'http://localhost/odata/v4/Subscriber_1/$metadata#SyncHistory' })
    expect(value.map(({ Id }) => Id).at(-1)).toBe(location.split("'")[1])
    expect(Object.keys(value[1] ?? {})).toEqual([
      'Id',
      'UserId',
      'IntegrationType',
      'IntegrationId',
      'Status',
      'CreatedTime',
      'Outcome',
    ])
    expect(value).toMatchObject([
      { Outcome: { Sent: 0, Read: 0 } },
      {
        UserId: '5000',
        IntegrationType: 'PlainText',
        Outcome: {
          Sent: 230,
          Held: 0,
          Rejected: 0,
          InDoubt: 0,
          Excluded: 120,
          Totals: [{ Currency: 'USD', Amount: 2484 }],
        },
      },
    ])
  })

  it('has one record by its key, however that is spelled', async () => {
    const { value } = await page(history)
    const one = await server.request('GET', location)
    expect(await one.json()).toEqual({
      '@odata.context': 'http://localhost/odata/v4/Subscriber_1/$metadata#SyncHistory/$entity',
      ...value[1],
    })
    const encoded = location.replaceAll("'", '%27').replace('(', '%28').replace(')', '%29')
    expect((await server.request('GET', encoded)).status).toBe(200)
  })

  it('has the packets of a record, each once, a hundred a page', async () => {
    const pages = await everyPage(`${location}/Packets?$expand=States`)
    expect(pages.map(({ value }) => value.length)).toEqual([100, 100, 30])
    const packets = pages.flatMap(({ value }) => value)
    expect(new Set(packets.map(({ Id }) => Id)).size).toBe(230)
    expect(packets.find(({ OrderIds }) => String(OrderIds) === '7')).toEqual({
      Id: expect.any(String),
      Date: '2026-03-02',
      OrderIds: ['7'],
      PaymentMethodId: null,
      Currency: 'USD',
      RequestItems: [
        {
          RevenueCategoryId: '1',
          TaxRateIds: ['01:01'],
          Description: 'Single Class',
          Quantity: 1,
          NetAmount: 10,
          TaxAmount: 0.8,
          LocationId: '1',
        },
      ],
      Total: 10.8,
      Documents: [
        {
          Reference: expect.any(String),
          Kind: expect.stringMatching(/^[A-Z]/),
          Date: '2026-03-02',
          Total: 10.8,
          Status: 'Accepted',
          Id: expect.any(String),
          Link: null,
          Message: null,
          SweptTime: null,
          Deviation: null,
        },
      ],
      Status: 'Sent',
      Payments: [{ PaymentMethodId: '1', Amount: 10.8 }],
      LocationId: '1',
      OrderCount: 1,
      States: expect.arrayContaining([
        {
          Number: expect.any(Number),
          Status: 'Sent',
          Time: expect.stringMatching(/Z$/),
          Code: null,
          Message: null,
        },
      ]),
    })
  })

  it('writes amounts with the decimals of their currency', async () => {
    const response = await server.request('GET', `${location}/Packets`)
    expect(await response.text()).toContain('"NetAmount":10.00,"TaxAmount":0.80')
  })

  it('has the orders that were left out, each once', async () => {
    const pages = await everyPage(`${location}/Exclusions`)
    expect(pages.map(({ value }) => value.length)).toEqual([100, 20])
    expect(new Set(pages.flatMap(({ value }) => value.map(({ OrderId }) => OrderId))).size).toBe(120)
    expect(pages[0]?.value[0]).toMatchObject({ Reason: 'BeforeStartDate' })
  })

  it.each([
    [`${history}?$skiptoken=${'9'.repeat(200)}`, 400],
    [`${history}('nothing')`, 404],
    [`${history}('nothing')/Packets`, 404],
    [`${history}()`, 400],
    ['/odata/v4/Subscriber_2/SyncHistory', 404],
  ])('answers %s in OData’s shape of an error', async (path, status) => {
    const response = await server.request('GET', path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      error: { code: expect.any(String), message: expect.any(String) },
    })
  })

  it('shows no record of another subscriber', async () => {
    await configure(server, '3')
    const other = location.replace('Subscriber_1', 'Subscriber_3')
    for (const path of [other, `${other}/Packets`, `${other}/Exclusions`]) {
      expect((await server.request('GET', path)).status).toBe(404)
    }
  })
})
