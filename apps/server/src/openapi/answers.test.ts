import { studioConfiguration, studioSubscriber } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { consentAdapter } from '../test-support/consent-adapter.test-support.js'
import { describedAnswers } from '../test-support/described-answers.test-support.js'
import {
  configure,
  introduce,
  plainText,
  sale,
  sync,
  testConfiguration,
  testMaps,
  testSubscriber,
} from '../test-support/platform.test-support.js'
import { startTestServer, type TestRequest, type TestServer } from '../test-support/server.test-support.js'
import { startXeroServer, xeroAddress } from '../test-support/xero.test-support.js'
import { operations } from './operations.js'

const described = describedAnswers()
const platform = { role: 'MINDBODY Automated System' } as const
const lines = 'application/x-ndjson'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ adapters: [consentAdapter] })
})
afterAll(() => server.close())

/** Calls, and holds the answer against the document; answers its body. */
async function call(
  method: string,
  path: string,
  status: number,
  request: TestRequest = {},
): Promise<{ readonly text: string; readonly headers: Headers }> {
  const response = await server.request(method, path, request)
  const { headers } = response
  const text = await response.clone().text()
  expect([response.status, text]).toEqual([status, text])
  expect(await described.problemsOf(method, path, response)).toEqual([])
  return { text, headers }
}

/** Reads all resources. */
async function lookAround(id: string): Promise<void> {
  const root = `/odata/v4/Subscriber_${id}`
  const contained = {
    [`Configuration('${id}')`]: ['TaxRates', 'RevenueCategories', 'PaymentMethods', 'Products'],
    "Orders('1')": ['Items', 'Payments'],
  }
  for (const path of ['', '/$metadata', '/Configuration', '/Orders?$expand=Purchaser,Cost', '/SyncHistory']) {
    await call('GET', `${root}${path}`, 200)
  }
  for (const [entity, members] of Object.entries(contained)) {
    await call('GET', `${root}/${entity}?$expand=${members.join(',')}`, 200)
    for (const member of members) await call('GET', `${root}/${entity}/${member}`, 200)
  }
}

const action = (id: string, name: string) => `/Subscriber_${id}/AccountingIntegration/Type_Consent/${name}`
const xml = { headers: { Accept: 'application/xml' } }

describe('what the server answers is what the document says', () => {
  it('from the first word of the platform to a sync and its history', async () => {
    await call('PUT', '/Subscriber_1', 204, { ...platform, json: testSubscriber })
    await call('GET', plainText('1', 'Initialize'), 200)
    await call('PUT', '/Subscriber_1/Configuration', 204, {
      ...platform,
      json: {
        ...testConfiguration,
        Products: [
          {
            Id: '1',
            Name: 'Water',
            Type: 3,
            Pricing: { RevenueCategoryId: '1', AskingPrice: '1.0000', Taxes: ['01:01'] },
          },
          { Id: '2', Name: 'Tip', Type: 'Tip', Pricing: null },
        ],
      },
    })
    await call('GET', '/Subscriber_1/AccountingIntegration', 200)
    await call('POST', plainText('1', 'Link'), 200)
    await call('GET', plainText('1', 'MappingReview'), 200)
    await call('POST', plainText('1', 'Map'), 200, { json: [testMaps[0]] })
    const SynchronizationPreferences = {
      SummarizeData: false,
      ByLocation: true,
      StartDate: '2026-01-01',
      LockedPeriod: 'FirstOpenDay',
      RoundingTolerance: 2,
      SyncTime: '04:30',
    }
    await call('POST', plainText('1', 'Save'), 200, { json: { Maps: testMaps, SynchronizationPreferences } })
    const orders = [
      sale('1'),
      sale('2', { Payments: [] }),
      sale('3', { OrderDate: '2025-01-01T12:00:00' }),
      { Id: 4 },
    ]
    await call('POST', '/Subscriber_1/Orders', 200, { ...platform, json: orders })
    const body = orders.map((order) => JSON.stringify(order)).join('\n')
    await call('POST', '/Subscriber_1/Orders', 200, {
      ...platform,
      body,
      headers: { 'Content-Type': lines, Accept: lines },
    })
    await call('POST', plainText('1', 'Refresh'), 202)
    const { headers, text } = await call('POST', plainText('1', 'Sync'), 202)
    await server.runJobs()
    const record = new URL(headers.get('Location') ?? '').pathname
    await call('POST', plainText('1', 'Resync'), 202, { json: JSON.parse(text) })
    await server.runJobs()
    await lookAround('1')
    await call('GET', '/Subscriber_1/AccountingIntegration', 200)
    await call('GET', plainText('1', 'MappingReview'), 200)
    await call('GET', `${plainText('1', 'Days')}?from=2026-03-01&to=2026-03-02`, 200)
    const shown = await call('GET', record, 200)
    expect(JSON.parse(shown.text)).toMatchObject({ Outcome: { Sent: 1, Excluded: 2 } })
    await call('GET', `${record}?$expand=States,Packets($expand=States,Orders),Exclusions`, 200)
    for (const member of ['States', 'Packets', 'Exclusions']) await call('GET', `${record}/${member}`, 200)
    await call('GET', plainText('1', 'Initialize'), 200)
    await call('POST', plainText('1', 'Deactivate'), 200)
    await call('DELETE', plainText('1', 'Remove'), 200)
  })

  it('for summaries of a studio, page by page', async () => {
    await call('PUT', '/Subscriber_2', 204, { ...platform, json: studioSubscriber('2') })
    await call('PUT', '/Subscriber_2/Configuration', 204, { ...platform, json: studioConfiguration('2') })
    await call('GET', plainText('2', 'Initialize'), 200)
    await configure(server, '3', { SummarizeData: true })
    const orders = Array.from({ length: 120 }, (_, day) =>
      sale(String(day), {
        OrderDate: new Date(Date.UTC(2026, 1, day)).toISOString().slice(0, 19),
      }),
    )
    await call('POST', '/Subscriber_3/Orders', 200, { ...platform, json: orders })
    const record = await sync(server, '3')
    const { text } = await call('GET', `${record}/Packets`, 200)
    const { value, '@odata.nextLink': next } = JSON.parse(text) as Record<string, unknown[]> & {
      readonly '@odata.nextLink': string
    }
    expect(value).toHaveLength(100)
    await call('GET', next, 200)
  })

  it('through a consent page and back', async () => {
    await call('PUT', '/Subscriber_4', 204, { ...platform, json: testSubscriber })
    const beginLink = async () => {
      const { text } = await call('POST', action('4', 'Link'), 200)
      const { AuthorisationUrl } = JSON.parse(text) as { readonly AuthorisationUrl: string }
      return new URL(AuthorisationUrl).searchParams.get('state') ?? ''
    }
    await call('GET', `${action('4', 'Callback')}?code=x&state=${await beginLink()}`, 200)
    const refused = await call(
      'GET',
      `${action('4', 'Callback')}?code=refused&state=${await beginLink()}`,
      502,
    )
    expect(refused.text).toContain('integrator-transient')
  })

  it('in XML too', async () => {
    await configure(server, '5')
    for (const [method, name, status] of [
      ['GET', 'Initialize', 200],
      ['POST', 'Link', 200],
      ['POST', 'Sync', 202],
      ['GET', 'Callback', 409],
    ] as const) {
      const { headers } = await call(method, plainText('5', name), status, xml)
      expect(headers.get('Content-Type')).toContain('application/xml')
    }
  })

  it.each<[string, string, number, TestRequest]>([
    ['GET', plainText('1', 'Initialize'), 401, { headers: { Authorization: '' } }],
    ['GET', plainText('ghost', 'Initialize'), 404, {}],
    ['GET', '/Region_1/AccountingIntegration/Type_PlainText/Initialize', 400, {}],
    ['GET', plainText('1', 'Initialize'), 406, { headers: { Accept: 'image/png' } }],
    ['POST', plainText('1', 'Sync'), 403, platform],
    ['POST', plainText('1', 'Sync'), 409, {}],
    ['POST', plainText('1', 'Map'), 409, { json: [] }],
    ['POST', plainText('1', 'Map'), 400, { json: {} }],
    ['POST', plainText('1', 'Map'), 400, { json: {}, ...xml }],
    ['POST', plainText('1', 'Map'), 415, { body: 'x', headers: { 'Content-Type': 'text/plain' } }],
    ['POST', plainText('1', 'Map'), 413, { json: ' '.repeat(1_048_577) }],
    ['POST', plainText('1', 'Link'), 400, { json: { Settings: { colour: 'red' } } }],
    ['GET', plainText('1', 'Days'), 400, {}],
    ['GET', plainText('1', 'MappingReview'), 409, {}],
    ['PUT', '/Subscriber_1', 400, { ...platform, json: {} }],
    [
      'PUT',
      '/Subscriber_1/Configuration',
      400,
      { ...platform, body: '{', headers: { 'Content-Type': 'text/json' } },
    ],
    ['POST', '/Subscriber_1/Orders', 415, { ...platform, body: '', headers: { 'Content-Type': 'text/csv' } }],
    ['GET', '/odata/v4/Subscriber_1/SyncHistory?$top=-1', 400, {}],
    ['GET', "/odata/v4/Subscriber_1/SyncHistory('nothing')", 404, {}],
    ['GET', '/health/live', 200, {}],
    ['GET', '/health/ready', 200, {}],
  ])('and when it says no: %s %s is %i', async (method, path, status, request) => {
    const documentedPath = path.startsWith('/Region_1') ? plainText('1', 'Initialize') : path
    const response = await server.request(method, path, request)
    expect(response.status).toBe(status)
    expect(await described.problemsOf(method, documentedPath, response)).toEqual([])
  })

  it('of a tax rate in Xero', async () => {
    const xero = await startXeroServer()
    onTestFinished(() => xero.close())
    await introduce(xero, '7')
    await xero.link('7')
    const component = { Name: 'City', Rate: '7.25', IsCompound: false }
    const response = await xero.act('7', 'SaveXeroTaxRate', {
      json: { TaxRate: { Name: 'City tax', ReportTaxType: 'OUTPUT', TaxComponents: [component] } },
    })
    expect([response.status, await response.clone().text()]).toEqual([202, ''])
    expect(await described.problemsOf('POST', xeroAddress('7', 'SaveXeroTaxRate'), response)).toEqual([])
    await xero.runJobs()
    const shown = await xero.act('7', 'Initialize', { method: 'GET' })
    expect(await described.problemsOf('GET', xeroAddress('7', 'Initialize'), shown)).toEqual([])
  })

  it('and every operation was met with what it does', () => {
    const done = operations.map(
      ({ method, path, answers: [{ status }] }) => [`${method} ${path}`, status] as const,
    )
    for (const [key, status] of done) expect([key, described.met.get(key)?.has(status)]).toEqual([key, true])
  })
})

describe('an answer that the document does not say', () => {
  it.each([
    ['a status', new Response(null, { status: 418 }), 'is not said to answer 418'],
    ['a member', Response.json({ status: 'live', more: 1 }), 'additional properties'],
    ['no member', Response.json({}), 'required property'],
    ['a media type', new Response('live'), 'is not said to be text/plain'],
  ])('is noticed: %s', async (_what, response, problem) => {
    expect((await described.problemsOf('GET', '/health/live', response)).join()).toContain(problem)
  })
})
