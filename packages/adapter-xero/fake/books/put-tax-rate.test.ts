import { describe, expect, it } from 'vitest'
import { askedDirectly, messages } from '../fake-scene.test-support.js'
import { defaultOrganisation } from '../index.js'

const component = (more: object = {}) => ({ Name: 'State', Rate: 6.25, IsCompound: false, ...more })
const rate = (more: object = {}) => ({ Name: 'City', TaxComponents: [component()], ...more })

function asked(country: string) {
  const { call, fake } = askedDirectly({ organisations: [{ ...defaultOrganisation, country }] })
  return { fake, put: (...rates: readonly object[]) => call('PUT', 'TaxRates', { TaxRates: rates }), call }
}

describe('PUT TaxRates', () => {
  it('creates a tax rate of the next free type, whose compound part is levied on the rest', async () => {
    const { put, call } = asked('US')
    const TaxComponents = [
      component({ Rate: 5 }),
      component({ Name: 'Province', Rate: 9.975, IsCompound: true }),
    ]
    const { status, body } = await put(rate({ TaxComponents }))
    expect(status).toBe(200)
    expect(body.TaxRates).toMatchObject([
      {
        Name: 'City',
        TaxType: 'TAX010',
        EffectiveRate: 15.4738,
        Status: 'ACTIVE',
        CanApplyToRevenue: true,
        TaxComponents,
      },
    ])
    expect((await call('GET', 'TaxRates')).body.TaxRates).toContainEqual(body.TaxRates[0])
  })

  it.each([
    ['OUTPUT', true],
    ['INPUT', false],
    ['EXEMPTEXPENSES', false],
    ['BASEXCLUDED', true],
  ])('lets one that is reported as %s apply to revenue: %s', async (ReportTaxType, expected) => {
    const { put } = asked('AU')
    const { body } = await put(rate({ ReportTaxType }))
    expect(body.TaxRates[0].CanApplyToRevenue).toBe(expected)
  })

  it.each<readonly [string, string, object, string]>([
    ['no name', 'US', { Name: '' }, 'Tax rate name must be specified.'],
    [
      'a name that is taken',
      'US',
      { Name: 'tax on sales' },
      "The tax rate name 'tax on sales' is already in use.",
    ],
    ['no report', 'NZ', {}, 'ReportTaxType must be specified.'],
    [
      'another region’s report',
      'NZ',
      { ReportTaxType: 'ECOUTPUT' },
      "ReportTaxType 'ECOUTPUT' is not valid for this organisation.",
    ],
    [
      'a report where there are none',
      'FR',
      { ReportTaxType: 'OUTPUT' },
      "ReportTaxType 'OUTPUT' is not valid for this organisation.",
    ],
    ['no component', 'US', { TaxComponents: [] }, 'At least one tax component must be specified.'],
    [
      'a component without a name',
      'US',
      { TaxComponents: [component({ Name: '' })] },
      'Tax component name must be specified.',
    ],
    ...[101, -1, 1.23456, '5', null].map(
      (Rate) =>
        [
          `a rate of ${JSON.stringify(Rate)}`,
          'US',
          { TaxComponents: [component({ Rate })] },
          'Tax component rate must be between 0 and 100 with up to 4 decimals.',
        ] as const,
    ),
    [
      'two compound components',
      'US',
      { TaxComponents: [component({ IsCompound: true }), component({ Name: 'B', IsCompound: true })] },
      'Only one tax component can be compound.',
    ],
  ])('refuses %s', async (_name, country, more, message) => {
    const { put, fake } = asked(country)
    const { status, body } = await put(rate(more))
    expect([status, body.Type, messages(body.Elements[0])]).toEqual([400, 'ValidationException', [message]])
    expect(fake.books().organisation.taxRates).toHaveLength(defaultOrganisation.taxRates.length)
  })

  it('takes one at a time', async () => {
    const { put } = asked('US')
    const { body } = await put(rate(), rate({ Name: 'Other' }))
    expect(messages(body.Elements[0])).toEqual(['Only one tax rate can be created per request.'])
  })
})

describe('GET TrackingCategories', () => {
  it('leaves archived ones out unless they are asked for', async () => {
    const trackingCategories = (['ACTIVE', 'ARCHIVED'] as const).map((Status) => ({
      TrackingCategoryID: Status,
      Name: Status,
      Status,
      Options: [],
    }))
    const { call } = askedDirectly({ organisations: [{ ...defaultOrganisation, trackingCategories }] })
    expect((await call('GET', 'TrackingCategories')).body.TrackingCategories).toEqual([trackingCategories[0]])
    expect((await call('GET', 'TrackingCategories?includeArchived=true')).body.TrackingCategories).toEqual(
      trackingCategories,
    )
  })
})
