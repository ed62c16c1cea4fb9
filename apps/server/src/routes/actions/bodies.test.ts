import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configure, introduce, plainText, sync } from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const post = (id: string, action: string, json?: unknown) =>
  server.request('POST', plainText(id, action), { json })

describe('a body that cannot be used', () => {
  beforeAll(() => configure(server, '30'))

  const refusals: readonly (readonly [string, string, object | string, number, object])[] = [
    ['Save', 'no JSON', '{"Maps":', 400, { code: 'malformed-json' }],
    ['Save', 'no object', '[]', 400, { code: 'invalid-body' }],
    ['Save', 'nothing', '', 400, { code: 'malformed-json' }],
    ['Map', 'no list', {}, 400, { errors: [{ member: '', problem: 'must be a list' }] }],
    [
      'Map',
      'an unknown map type',
      [{ MapType: 3, MapItems: [] }],
      400,
      {
        errors: [
          {
            member: '[0].MapType',
            problem: 'must be one of TaxRateMap (0), RevenueCategoryMap (1), PaymentMethodMap (2)',
          },
        ],
      },
    ],
    [
      'Map',
      'an item that is not mapped',
      [{ MapType: 1, MapItems: [{ MindbodyId: '1', IntegrationId: null }] }],
      400,
      { errors: [{ member: '[0].MapItems[0].IntegrationId' }] },
    ],
    [
      'Save',
      'preferences of the wrong kind',
      {
        SynchronizationPreferences: {
          SummarizeData: 'yes',
          StartDate: '2026-02-30',
          RoundingTolerance: 1.5,
          LockedPeriod: 'never',
        },
      },
      400,
      {
        errors: [
          { member: 'SynchronizationPreferences.SummarizeData' },
          { member: 'SynchronizationPreferences.StartDate' },
          { member: 'SynchronizationPreferences.LockedPeriod' },
          { member: 'SynchronizationPreferences.RoundingTolerance' },
        ],
      },
    ],
    ['Save', 'a NUL character', '{"Maps":[],"x":"\\u0000"}', 400, { code: 'invalid-body' }],
    ['Save', 'endless nesting', '['.repeat(10_000) + ']'.repeat(10_000), 400, { code: 'invalid-body' }],
    ['Save', 'more than a megabyte', ' '.repeat(1_048_577), 413, { code: 'body-too-large' }],
    ['Resync', 'no Id', {}, 400, { errors: [{ member: 'Id' }] }],
    ['Resync', 'an unknown Id', { Id: 'unknown' }, 404, { code: 'not-found' }],
    ['Resync', 'an Id that cannot be one', '{"Id":"\\ud800"}', 400, { code: 'invalid-body' }],
    [
      'Link',
      'unknown settings',
      { Settings: { colour: 'red' } },
      400,
      { code: 'invalid-input', errors: [{ member: 'Settings' }] },
    ],
    [
      'Link',
      'a bad currency',
      { Settings: { currency: 'dollars' } },
      400,
      { errors: [{ member: 'Settings.currency' }] },
    ],
    [
      'Link',
      'a strange redirect',
      { RedirectUri: 'javascript:alert(1)' },
      400,
      { errors: [{ member: 'RedirectUri' }] },
    ],
  ]

  it.each(refusals)('is refused by %s: %s', async (action, _name, body, status, problem) => {
    const response = await server.request('POST', plainText('30', action), {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'text/json; charset=utf-8' },
    })
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    const details: unknown = await response.json()
    expect(details).toMatchObject({ status, ...problem })
    expect(response.status).toBe(status)
  })

  it.each([
    [{}],
    [{ 'Content-Type': 'text/plain' }],
    [{ 'Content-Type': 'application/xml; charset=utf-16' }],
    [{ 'Content-Type': 'application/soap+xml' }],
    [{ 'Content-Type': 'application/json; charset=latin1' }],
    [{ 'Content-Type': 'application/json', 'Content-Encoding': 'br' }],
  ])('is refused for its media type: %j', async (headers) => {
    const response = await server.request('POST', plainText('30', 'Save'), {
      body: Buffer.from('{}'),
      headers,
    })
    expect(response.status).toBe(415)
  })

  it('is refused when it is not UTF-8', async () => {
    const headers = { 'Content-Type': 'application/json' }
    const response = await server.request('POST', plainText('30', 'Save'), {
      body: Uint8Array.of(0x22, 0xff, 0x22),
      headers,
    })
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'malformed-json' }])
  })

  it('does not open the record of another subscriber', async () => {
    await configure(server, '31')
    const location = await sync(server, '31')
    const Id = location.split("'")[1]
    expect((await post('30', 'Resync', { Id })).status).toBe(404)
    expect((await post('31', 'Resync', { Id })).status).toBe(202)
  })

  it('saves what validates and not the rest', async () => {
    await introduce(server, '32')
    await post('32', 'Link')
    const Maps = [
      {
        MapType: 1,
        MapItems: [
          { MindbodyId: '1', IntegrationId: 'Assets:No-Such' },
          { MindbodyId: '2', IntegrationId: 'Income:Sales' },
          { MindbodyId: '3', IntegrationId: null },
        ],
      },
    ]
    const saved = await post('32', 'Save', { Maps })
    expect(await saved.json()).toMatchObject({
      Status: 2,
      Maps: [{}, { MapItems: [{ MindbodyId: '2', IntegrationId: 'Income:Sales' }] }, {}],
    })
  })
})
