import { fc, test } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feed, introduce, sale, testConfiguration } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestRequest, type TestServer } from '../../test-support/server.test-support.js'

const root = '/odata/v4/Subscriber_1'
let server: TestServer

interface Page {
  readonly value: readonly Record<string, unknown>[]
  readonly '@odata.nextLink'?: string
}

beforeAll(async () => {
  server = await startTestServer()
  await introduce(server, '1')
  await feed(server, '1', [
    sale('a', { OrderDate: '2026-03-02T12:00:00' }),
    sale('b', { OrderDate: '2026-07-02T12:00:00', Currency: 'JPY', ...yen }),
    sale('c', { OrderDate: '2026-03-01T23:30:00', Purchaser: null, CreatedTime: null }),
  ])
})
afterAll(() => server.close())

const yen = {
  Items: [
    { Id: '1', ProductType: 'Retail', NetAmount: 1000, Taxes: [], Total: 1000, RevenueCategoryId: '2' },
  ],
  Cost: { NetAmount: 1000, TaxAmount: 0, Total: 1000 },
  Payments: [{ Id: '1', PaymentMethodId: '2', Amount: 1000 }],
}

const get = (path: string, request: TestRequest = {}) => server.request('GET', `${root}${path}`, request)

async function pageOf(path: string, request: TestRequest = {}): Promise<Page> {
  const response = await get(path, request)
  expect([path, response.status]).toEqual([path, 200])
  return response.json() as Promise<Page>
}

const idsOf = async (query: string) =>
  (await pageOf(`/Orders${query === '' ? '' : `?${query}`}`)).value.map(({ Id }) => Id)

describe('Orders', () => {
  it('shows an order as it was fed, in the documented order of members', async () => {
    const response = await get("/Orders('a')?$expand=Purchaser,Items,Cost,Payments")
    const text = await response.text()
    expect(JSON.parse(text)).toEqual({
      '@odata.context': `http://localhost${root}/$metadata#Orders/$entity`,
      '@odata.etag': expect.stringMatching(/^W\/"/),
      Id: 'a',
      Type: 'Sale',
      OrderDate: '2026-03-02T12:00:00.000-05:00',
      LocationId: '1',
      LastModifiedTime: '2026-03-02T17:00:00.000Z',
      CreatedTime: '2026-03-02T17:00:00.000Z',
      Currency: 'USD',
      BusinessDate: '2026-03-02',
      Purchaser: { Id: '7', FirstName: 'A', LastName: 'B' },
      Items: [
        {
          Id: '1',
          ProductId: '1',
          ProductType: 'CustomServicePricingOption',
          Description: 'Single Class',
          RevenueCategoryId: '1',
          Quantity: 1,
          UnitPrice: 10,
          Discount: 0,
          NetAmount: 10,
          Taxes: [{ TaxRateId: '01:01', Amount: 0.8 }],
          Total: 10.8,
        },
      ],
      Cost: { NetAmount: 10, Discount: 0, TaxAmount: 0.8, Total: 10.8 },
      Payments: [{ Id: '1', PaymentMethodId: '1', Amount: 10.8 }],
    })
    expect(text).toContain('"NetAmount":10.00,"Taxes":[{"TaxRateId":"01:01","Amount":0.80}],"Total":10.80')
    expect(text).toContain('"UnitPrice":10.0000')
  })

  it('writes OrderDate with the offset of its day, and other currencies with their decimals', async () => {
    const response = await get("/Orders('b')?$expand=Cost")
    expect(await response.text()).toMatch(/"OrderDate":"2026-07-02T12:00:00.000-04:00".*"Total":1000\}/)
  })

  it.each([
    ['', ['c', 'a', 'b']],
    ['$orderby=OrderDate desc', ['b', 'a', 'c']],
    ['$orderby=Cost/Total desc,Id', ['b', 'a', 'c']],
    ["$filter=Id eq 'b'", ['b']],
    ["$filter=Type eq subscriber.mindbodyonline.com.EOrderType'Refund'", []],
    ["$filter=Type eq 'Sale' and LocationId eq '1'", ['c', 'a', 'b']],
    ['$filter=OrderDate lt 2026-03-02T04:31:00Z', ['c']],
    ['$filter=OrderDate ge 2026-03-02T12:00:00-05:00', ['a', 'b']],
    ['$filter=date(OrderDate) eq 2026-03-01', ['c']],
    ['$filter=month(OrderDate) eq 7', ['b']],
    ['$filter=BusinessDate in (2026-03-01,2026-07-02)', ['c', 'b']],
    ['$filter=Cost/Total gt 10.8', ['b']],
    ['$filter=Cost/Total eq 10.80', ['c', 'a']],
    ["$filter=Items/any(i:i/RevenueCategoryId eq '2')", ['b']],
    ["$filter=Items/all(i:i/Taxes/any(t:t/TaxRateId eq '01:01'))", ['c', 'a']],
    ["$filter=contains(Purchaser/FirstName,'A')", ['a', 'b']],
    ['$filter=Purchaser/Id eq null', ['c']],
    ['$filter=CreatedTime eq null', ['c']],
    ['$filter=not (CreatedTime gt 2026-01-01T00:00:00Z)', ['c']],
    ['$top=1&$skip=1', ['a']],
    ["$filter=Id eq '''; drop table sales_order; --'", []],
  ])('answers ?%s', async (query, ids) => {
    expect(await idsOf(query.replaceAll(' ', '%20'))).toEqual(ids)
  })

  it('answers contained paths, counts and links', async () => {
    expect(await pageOf("/Orders('a')/Items('1')?$select=Total")).toMatchObject({ Total: 10.8 })
    expect(await pageOf("/Orders('a')/Cost/Total")).toMatchObject({ value: 10.8 })
    expect((await get("/Orders('c')/Purchaser")).status).toBe(204)
    expect(await (await get('/Orders/$count')).text()).toBe('3')
    expect((await pageOf('/Orders/$ref')).value).toHaveLength(3)
  })

  it('says what has changed by its ETag', async () => {
    const etag = (await get("/Orders('a')")).headers.get('ETag') ?? ''
    expect((await get("/Orders('a')", { headers: { 'If-None-Match': etag } })).status).toBe(304)
    expect((await get("/Orders('c')", { headers: { 'If-None-Match': etag } })).status).toBe(200)
  })

  it('has everything that clients ask for at full metadata', async () => {
    const [order] = (await pageOf('/Orders?$top=1&$format=application/json;odata.metadata=full')).value
    expect(order).toMatchObject({
      '@odata.type': '#subscriber.mindbodyonline.com.Order',
      '@odata.id': `http://localhost${root}/Orders('c')`,
      'Items@odata.navigationLink': `http://localhost${root}/Orders('c')/Items`,
      'Items@odata.associationLink': `http://localhost${root}/Orders('c')/Items/$ref`,
    })
    const links = Object.keys(order ?? {}).filter((name) => name.startsWith('Items@'))
    expect(links).toEqual(['Items@odata.associationLink', 'Items@odata.navigationLink'])
  })
})

describe('Configuration', () => {
  it('is one entity whose lists are contained', async () => {
    const [configuration, ...others] = (await pageOf('/Configuration?$expand=TaxRates,PaymentMethods')).value
    expect(others).toEqual([])
    expect(configuration).toEqual({
      Id: '1',
      TaxRates: [
        { ...testConfiguration.TaxRates[0], Value: 0.08, LastModifiedTime: '2026-01-01T10:30:00.000Z' },
      ],
      PaymentMethods: [
        { ...testConfiguration.PaymentMethods[0], LastModifiedTime: '2026-01-01T10:30:00.000Z' },
      ],
    })
    const { value } = await pageOf("/Configuration('1')/RevenueCategories?$filter=Status%20eq%20'Active'")
    expect(value.map(({ Id }) => Id)).toEqual(testConfiguration.RevenueCategories.map(({ Id }) => Id))
  })

  it('is empty for a subscriber whose configuration is not known', async () => {
    await server.request('PUT', '/Subscriber_bare', {
      role: 'MINDBODY Automated System',
      json: { Region: 'US', TimeZone: 'UTC', Currency: 'USD' },
    })
    const response = await server.request('GET', '/odata/v4/Subscriber_bare/Configuration')
    expect(await response.json()).toMatchObject({ value: [] })
  })
})

describe('the service', () => {
  it('names its resources and describes them', async () => {
    expect((await pageOf('')).value.map(({ name }) => name)).toEqual([
      'Configuration',
      'Orders',
      'SyncHistory',
    ])
    const metadata = await get('/$metadata')
    expect(metadata.headers.get('Content-Type')).toMatch(/^application\/xml/)
    expect(await metadata.text()).toContain('<Schema Namespace="subscriber.mindbodyonline.com"')
  })

  it.each([
    ['/Configuration', 'MINDBODY Admin', 403],
    ['/Orders', 'MINDBODY Admin', 403],
    ["/Orders('a')/Items", 'MINDBODY Admin', 403],
    ['/Orders/$count', 'MINDBODY Admin', 403],
    ['/SyncHistory', 'MINDBODY Admin', 200],
    ['/$metadata', 'MINDBODY Admin', 200],
    ['', 'MINDBODY Admin', 200],
    ['/Configuration', 'MINDBODY Automated System', 200],
    ['/Orders', 'MINDBODY Automated System', 200],
  ] as const)('shows %s to %s with %i', async (path, role, status) => {
    expect((await get(path, { role })).status).toBe(status)
  })

  it('is read-only', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await server.request(method, `${root}/Orders('a')`)
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
      expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } })
    }
  })

  it.each([
    ['/Orders?$filter=Nothing eq 1', 400],
    ['/Orders?$top=-1', 400],
    ['/Orders?$top=1001', 400],
    ['/Orders?$unknown=1', 400],
    ['/Orders?$skiptoken=nonsense', 400],
    [`/Orders?$filter=${'('.repeat(6)}Id eq '1'${')'.repeat(6)}`, 400],
    [`/Orders?$filter=Id in (${Array.from({ length: 101 }, () => "'1'").join(',')})`, 400],
    ["/Orders?$filter=Id eq 'a%00b'", 400],
    ["/Orders('nothing')", 404],
    ["/Orders('nothing')/Items", 404],
    ["/Orders('%00')", 400],
    ['/Orders?$format=atom', 406],
    ['/Nothing', 404],
  ])('refuses %s in OData’s shape', async (path, status) => {
    const response = await get(path.replaceAll(' ', '%20'))
    expect([path, response.status]).toEqual([path, status])
    expect(await response.json()).toEqual({
      error: expect.objectContaining({ code: expect.any(String), message: expect.any(String) }),
    })
  })
})

describe('a walk of all pages', () => {
  test.prop(
    [
      fc.integer({ min: 1, max: 100 }),
      fc.constantFrom('', 'OrderDate', 'Id desc', 'LocationId', 'Cost/Total desc'),
    ],
    {
      numRuns: 6,
    },
  )('sees every order that was there exactly once while orders are fed', async (size, order) => {
    const subscriber = `walk${size}${encodeURIComponent(order)}`.replaceAll(/[%/]/g, '')
    await introduce(server, subscriber)
    const before = Array.from({ length: 130 }, (_, index) =>
      sale(`o${index}`, { OrderDate: `2026-03-0${1 + (index % 9)}T12:00:00`, LocationId: String(index % 3) }),
    )
    await feed(server, subscriber, before)
    const seen: unknown[] = []
    let fed = 0
    let next: string | undefined =
      `/odata/v4/Subscriber_${subscriber}/Orders?$select=Id${order === '' ? '' : `&$orderby=${encodeURIComponent(order)}`}`
    while (next !== undefined) {
      const response = await server.request('GET', next, {
        headers: { Prefer: `odata.maxpagesize=${size}` },
      })
      const page = (await response.json()) as Page
      seen.push(...page.value.map(({ Id }) => Id))
      next = page['@odata.nextLink']
      fed += 1
      if (fed > 100) continue
      await feed(server, subscriber, [
        sale(`new${fed}`, { OrderDate: `2026-03-0${1 + (fed % 9)}T11:00:00` }),
        // An edit that moves nothing.
        { ...before[fed], LastModifiedTime: '2026-03-05T00:00:00Z', CreatedTime: null },
      ])
    }
    const counts = new Map<unknown, number>()
    for (const id of seen) counts.set(id, (counts.get(id) ?? 0) + 1)
    expect(before.map(({ Id }) => counts.get(Id))).toEqual(before.map(() => 1))
    expect([...counts.values()].every((count) => count === 1)).toBe(true)
  })
})
