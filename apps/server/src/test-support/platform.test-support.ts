import type { TestServer } from './server.test-support.js'

const time = '2026-01-01T10:30:00.000+00:00'
const platform = { role: 'MINDBODY Automated System' } as const

export const testSubscriber = {
  Region: 'US',
  TimeZone: 'America/New_York',
  BusinessDayCutOff: '00:00',
  Currency: 'USD',
}

export const testConfiguration = {
  TaxRates: [{ Id: '01:01', Name: 'Sales', Value: '0.08', LocationId: '1', LastModifiedTime: time }],
  RevenueCategories: [{ Id: '1', Name: 'Services', LastModifiedTime: time, Status: 'Active' }],
  PaymentMethods: [{ Id: '1', Name: 'Cash', Type: null, LastModifiedTime: time, Status: 'Active' }],
  Products: [],
}

/** Maps for everything that `testConfiguration` has, onto the default chart of plain-text books. */
export const testMaps = [
  { MapType: 0, MapItems: [{ MindbodyId: '01:01', IntegrationId: 'Liabilities:Tax:Sales-Tax' }] },
  { MapType: 1, MapItems: [{ MindbodyId: '1', IntegrationId: 'Income:Services' }] },
  { MapType: 2, MapItems: [{ MindbodyId: '1', IntegrationId: 'Assets:Cash' }] },
]

/** A balanced sale of 10.00 and 0.80 tax, paid in cash. */
export function sale(id: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    Id: id,
    Type: 'Sale',
    OrderDate: '2026-03-02T12:00:00',
    LocationId: '1',
    Purchaser: { Id: '7', FirstName: 'A', LastName: 'B' },
    Items: [
      {
        Id: '1',
        ProductId: '1',
        ProductType: 1,
        Description: 'Single Class',
        RevenueCategoryId: '1',
        Quantity: 1,
        UnitPrice: '10.0000',
        Discount: 0,
        NetAmount: 10,
        Taxes: [{ TaxRateId: '01:01', Amount: 0.8 }],
        Total: 10.8,
      },
    ],
    Cost: { NetAmount: 10, Discount: 0, TaxAmount: 0.8, Total: 10.8 },
    Payments: [{ Id: '1', PaymentMethodId: '1', Amount: 10.8 }],
    LastModifiedTime: '2026-03-02T17:00:00.000Z',
    CreatedTime: '2026-03-02T17:00:00.000Z',
    ...changes,
  }
}

/** Tells the server about a subscriber and what it has to map. */
export async function introduce(server: TestServer, id: string): Promise<void> {
  await expectStatus(server.request('PUT', `/Subscriber_${id}`, { ...platform, json: testSubscriber }), 204)
  await expectStatus(
    server.request('PUT', `/Subscriber_${id}/Configuration`, { ...platform, json: testConfiguration }),
    204,
  )
}

export const plainText = (id: string, action: string) =>
  `/Subscriber_${id}/AccountingIntegration/Type_PlainText/${action}`

/** Brings a subscriber's plain-text books to Configured. */
export async function configure(
  server: TestServer,
  id: string,
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await introduce(server, id)
  await expectStatus(server.request('POST', plainText(id, 'Link')), 200)
  const json = {
    Maps: testMaps,
    SynchronizationPreferences: { SummarizeData: false, StartDate: '2026-01-01', ...preferences },
  }
  const saved = await expectStatus(server.request('POST', plainText(id, 'Save'), { json }), 200)
  const integration = await saved.text()
  if (!integration.includes('"Status":3,')) throw new Error(`Not Configured: ${integration}`)
}

/** Feeds orders and answers the summary. */
export async function feed(server: TestServer, id: string, orders: readonly unknown[]): Promise<unknown> {
  const answered = server.request('POST', `/Subscriber_${id}/Orders`, { ...platform, json: orders })
  return (await expectStatus(answered, 200)).json()
}

/** Syncs until nothing is left to do; answers the record's address. */
export async function sync(server: TestServer, id: string): Promise<string> {
  const { headers } = await expectStatus(server.request('POST', plainText(id, 'Sync')), 202)
  await server.runJobs()
  return new URL(headers.get('Location') ?? '').pathname
}

async function expectStatus(answered: Promise<Response>, status: number): Promise<Response> {
  const response = await answered
  if (response.status === status) return response
  throw new Error(`Answered ${response.status} instead of ${status}: ${await response.text()}`)
}
