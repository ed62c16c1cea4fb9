import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestRequest } from '../../test-support/server.test-support.js'
import { introduce } from '../../test-support/platform.test-support.js'
import { startXeroServer, xeroAddress, type XeroServer } from '../../test-support/xero.test-support.js'

let server: XeroServer
beforeAll(async () => {
  server = await startXeroServer()
  await introduce(server, '1')
  await server.link('1')
})
afterAll(() => server.close())

interface Configuration {
  readonly InspectionTimes: readonly string[]
  readonly TaxRates: readonly { readonly Id: string; readonly Name: string }[]
}

const taxRate = (Name: string, changes: object = {}) => ({
  TaxRate: {
    Name,
    ReportTaxType: 0,
    TaxComponents: [
      { Name: 'State', Rate: 6.25, IsCompound: false },
      { Name: 'City', Rate: '1.5', IsCompound: true },
    ],
    ...changes,
  },
})

const save = (json: unknown, request: TestRequest = {}) =>
  server.act('1', 'SaveXeroTaxRate', { json, ...request })

async function configuration(): Promise<Configuration> {
  const response = await server.act('1', 'Initialize', { method: 'GET' })
  const { IntegrationConfiguration } = (await response.json()) as {
    readonly IntegrationConfiguration: Configuration
  }
  return IntegrationConfiguration
}

const namesAtXero = () => server.fake.books().organisation.taxRates.map(({ Name }) => Name)

describe('SaveXeroTaxRate', () => {
  it('creates the tax rate, which is there to be mapped once the inspection times move', async () => {
    const { InspectionTimes: before } = await configuration()
    const requested = new Date().toISOString()
    const response = await save({ Type: 0, ...taxRate('District') })
    expect([response.status, response.headers.get('Retry-After'), await response.text()]).toEqual([
      202,
      '5',
      '',
    ])
    expect((await configuration()).InspectionTimes).toEqual(before)
    await server.runJobs()

    const { InspectionTimes, TaxRates } = await configuration()
    expect(InspectionTimes).toHaveLength(before.length + 1)
    expect(Date.parse(InspectionTimes.at(-1) ?? '')).toBeGreaterThanOrEqual(Date.parse(requested))
    const created = TaxRates.find(({ Name }) => Name === 'District')
    expect(created).toEqual({
      Id: 'TAX010',
      Name: 'District',
      Rate: 0.078438,
      IsActive: true,
      AppliesToRevenue: true,
      ReportTaxType: 'OUTPUT',
      TaxComponents: [
        { Name: 'State', Rate: 6.25, IsCompound: false },
        { Name: 'City', Rate: 1.5, IsCompound: true },
      ],
    })
    const json = [{ MapType: 0, MapItems: [{ MindbodyId: '01:01', IntegrationId: created?.Id }] }]
    const mapped = await server.act('1', 'Map', { json })
    expect(await mapped.json()).toMatchObject({
      Maps: [{ MapItems: [{ MindbodyId: '01:01', IntegrationId: 'TAX010', ErrorFlag: false }] }, {}, {}],
    })
  })

  it.each(['application/xml', 'text/xml'])('takes %s', async (type) => {
    const name = `By ${type}`
    const component =
      '<TaxComponent><Name>One</Name><Rate>2.2500</Rate><IsCompound>false</IsCompound></TaxComponent>'
    const body = `<SaveXeroTaxRate xmlns="subscriber.mindbodyonline.com"><TaxRate><Name>${name}</Name><ReportTaxType>OUTPUT</ReportTaxType><TaxComponents>${component}</TaxComponents></TaxRate><Type>Xero</Type></SaveXeroTaxRate>`
    const response = await server.act('1', 'SaveXeroTaxRate', {
      body,
      headers: { 'Content-Type': type, Accept: type },
    })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([202, '5'])
    expect(server.fake.books().organisation.taxRates.at(-1)).toMatchObject({
      Name: name,
      EffectiveRate: 2.25,
    })
  })

  it.each(['application/json', 'text/json'])(
    'takes %s, and enumerations by name and number',
    async (type) => {
      const name = `By ${type}`
      const response = await server.act('1', 'SaveXeroTaxRate', {
        body: JSON.stringify({ Type: 'xero', ...taxRate(name, { ReportTaxType: 'exemptoutput' }) }),
        headers: { 'Content-Type': type },
      })
      expect(response.status).toBe(202)
      expect(namesAtXero()).toContain(name)
    },
  )

  it('is done already when it is repeated', async () => {
    expect((await save(taxRate('Repeated'))).status).toBe(202)
    expect((await save(taxRate('Repeated'))).status).toBe(202)
    expect(namesAtXero().filter((name) => name === 'Repeated')).toHaveLength(1)
  })

  it('names a tax rate that is another one', async () => {
    await save(taxRate('Taken'))
    const response = await save(taxRate('Taken', { TaxComponents: [{ Name: 'State', Rate: 1 }] }))
    expect([response.status, await response.json()]).toMatchObject([
      409,
      {
        code: 'integrator-duplicate',
        detail: expect.stringContaining("another active tax rate 'Taken' (TAX01"),
      },
    ])
  })

  it('tells what Xero objects to', async () => {
    const fault = {
      kind: 'answer',
      when: 'before',
      status: 400,
      body: '{"Elements":[{"ValidationErrors":[{"Message":"No more tax rates are allowed."}]}]}',
    } as const
    server.fake.faults.order({ fault, method: 'PUT', path: '/TaxRates' })
    const response = await save(taxRate('One too many'))
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'integrator-tax', detail: expect.stringMatching(/^No more tax rates are allowed\./) },
    ])
  })

  it('says when to come back if Xero wants fewer calls', async () => {
    const fault = {
      kind: 'answer',
      when: 'before',
      status: 429,
      headers: { 'x-rate-limit-problem': 'minute', 'retry-after': '30' },
    } as const
    const other = await startXeroServer()
    other.fake.faults.order({ fault, method: 'PUT', path: '/TaxRates' })
    await introduce(other, '1')
    await other.link('1')
    const response = await other.act('1', 'SaveXeroTaxRate', { json: taxRate('Later') })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '30'])
    expect(await response.json()).toMatchObject({ code: 'integrator-rate-limited' })
    await other.close()
  })

  it('is there for Xero alone', async () => {
    for (const type of ['PlainText', '2']) {
      const path = xeroAddress('1', 'SaveXeroTaxRate').replace('Xero/', `${type}/`)
      const response = await server.request('POST', path, { json: taxRate('X') })
      expect([response.status, await response.json()]).toMatchObject([404, { code: 'route-not-found' }])
    }
  })
})

describe('a tax rate that cannot be one', () => {
  const component = { Name: 'State', Rate: 1 }
  const refusals: readonly (readonly [string, object, string])[] = [
    ['nothing', {}, 'TaxRate'],
    ['another type', { Type: 'QuickBooksOnline', ...taxRate('X') }, 'Type'],
    ['no name', taxRate('  '), 'TaxRate.Name'],
    ['a long name', taxRate('x'.repeat(101)), 'TaxRate.Name'],
    ['an unknown report', taxRate('X', { ReportTaxType: 12 }), 'TaxRate.ReportTaxType'],
    ['no components', taxRate('X', { TaxComponents: [] }), 'TaxRate.TaxComponents'],
    [
      'too many components',
      taxRate('X', { TaxComponents: Array.from({ length: 21 }, () => component) }),
      'TaxRate.TaxComponents',
    ],
    [
      'two compound components',
      taxRate('X', {
        TaxComponents: [1, 2].map(() => ({ ...component, IsCompound: true })),
      }),
      'TaxRate.TaxComponents',
    ],
    [
      'a component without a name',
      taxRate('X', { TaxComponents: [{ Rate: 1 }] }),
      'TaxRate.TaxComponents[0].Name',
    ],
    ...[-1, '-0.5', 100.0001, '101', 1.23456, 'much', null].map(
      (Rate) =>
        [
          `a rate of ${JSON.stringify(Rate)}`,
          taxRate('X', { TaxComponents: [component, { ...component, Rate }] }),
          'TaxRate.TaxComponents[1].Rate',
        ] as const,
    ),
  ]

  it.each(refusals)('is refused with the member to correct: %s', async (_name, json, member) => {
    const before = namesAtXero()
    const response = await save(json)
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'invalid-body', errors: [{ member }] },
    ])
    expect(namesAtXero()).toEqual(before)
  })

  it.each([0, '0', '100', 100, '100.0000', '0.0001', '33.3333000'])(
    'is not one with a rate of %j',
    async (Rate) => {
      const response = await save(
        taxRate(`At ${Rate} of ${typeof Rate}`, { TaxComponents: [{ ...component, Rate }] }),
      )
      expect(response.status).toBe(202)
    },
  )
})
