import { describe, expect, it } from 'vitest'
import { accountId, defaultOrganisation } from '../../fake/index.js'
import { xeroScene } from '../xero-scene.test-support.js'
import { ianaZoneOf } from './time-zones.js'

const account = async (code: string) => {
  const scene = await xeroScene()
  const { accounts } = await scene.connection.inspect()
  return accounts.find(({ id }) => id === accountId(code))
}

describe('inspect', () => {
  it('tells what mapping and planning need', async () => {
    const scene = await xeroScene({
      organisations: [
        { ...defaultOrganisation, periodLockDate: '2026-01-31', endOfYearLockDate: '2025-12-31' },
      ],
    })
    const { organisation, extension, accounts, taxRates } = await scene.connection.inspect()
    expect(organisation).toEqual({
      name: 'Demo Company (US)',
      currency: 'USD',
      country: 'US',
      timeZone: 'America/New_York',
      lockedThrough: '2026-01-31',
    })
    expect(extension).toEqual({
      receivablesAccountId: accountId('610'),
      salesTaxAccountId: accountId('820'),
      roundingAccountId: accountId('860'),
      contactName: 'Point of sale',
      bookedAs: 'invoices',
      tracking: [],
      shortCode: '!Dm0US',
    })
    expect(accounts).toHaveLength(defaultOrganisation.accounts.length)
    expect(taxRates.find(({ id }) => id === 'TAX004')).toEqual({
      id: 'TAX004',
      name: 'West sales and district tax',
      rate: '0.085906',
      isActive: true,
      appliesToRevenue: true,
      reportType: 'OUTPUT',
      components: [{ name: 'West sales and district tax', percent: '8.5906', isCompound: false }],
    })
    expect(taxRates.find(({ id }) => id === 'INPUT')).toMatchObject({ appliesToRevenue: false })
    expect(taxRates.find(({ id }) => id === 'TAX009')).toMatchObject({ isActive: false })
  })

  it('tells tracking categories and their options, archived ones included', async () => {
    const option = (id: string, Status: 'ACTIVE' | 'ARCHIVED') => ({
      TrackingOptionID: id,
      Name: `Option ${id}`,
      Status,
    })
    const scene = await xeroScene({
      organisations: [
        {
          ...defaultOrganisation,
          trackingCategories: [
            {
              TrackingCategoryID: 'c1',
              Name: 'Region',
              Status: 'ACTIVE',
              Options: [option('o1', 'ACTIVE'), option('o2', 'ARCHIVED')],
            },
            { TrackingCategoryID: 'c2', Name: 'Department', Status: 'ARCHIVED', Options: [] },
          ],
        },
      ],
    })
    expect((await scene.connection.inspect()).trackingCategories).toEqual([
      {
        id: 'c1',
        name: 'Region',
        isActive: true,
        options: [
          { id: 'o1', name: 'Option o1', isActive: true },
          { id: 'o2', name: 'Option o2', isActive: false },
        ],
      },
      { id: 'c2', name: 'Department', isActive: false, options: [] },
    ])
  })

  it.each([
    ['200', { takesRevenue: true, takesPayments: false, isActive: true }],
    ['299', { isActive: false }],
    ['090', { takesRevenue: false, takesPayments: true }],
    ['999', { takesRevenue: false, takesPayments: true, code: null }],
    ['830', { takesRevenue: true, takesPayments: true }],
    ['832', { takesRevenue: true, takesPayments: false }],
    ['860', { takesRevenue: true, takesPayments: false }],
    ['610', { takesRevenue: false, takesPayments: false }],
    ['820', { takesRevenue: false, takesPayments: false }],
  ])('says what account %s takes', async (code, expected) => {
    expect(await account(code)).toMatchObject(expected)
  })

  it.each([
    [undefined, '2025-12-31', '2025-12-31'],
    ['2025-06-30', '2025-12-31', '2025-12-31'],
    [undefined, undefined, null],
  ])('takes the later lock date of %s and %s', async (periodLockDate, endOfYearLockDate, lockedThrough) => {
    const scene = await xeroScene()
    Object.assign(scene.fake.books().organisation, { periodLockDate, endOfYearLockDate })
    expect((await scene.connection.inspect()).organisation.lockedThrough).toBe(lockedThrough)
  })

  it.each([
    ['a login page', { kind: 'html', when: 'before' }],
    ['an empty list', { kind: 'answer', when: 'before', status: 200, body: '{"Organisations":[]}' }],
    ['other casing', { kind: 'answer', when: 'before', status: 200, body: '{"organisations":[{}]}' }],
    [
      'a lock date that is none',
      {
        kind: 'answer',
        when: 'before',
        status: 200,
        body: '{"Organisations":[{"BaseCurrency":"USD","PeriodLockDate":"soon"}]}',
      },
    ],
  ] as const)('does not conclude anything from %s', async (_name, fault) => {
    const scene = await xeroScene()
    scene.fake.faults.order({ fault, path: '/Organisation', times: 9 })
    await expect(scene.connection.inspect()).rejects.toMatchObject({ reason: { kind: 'transient' } })
  })
})

describe('ianaZoneOf', () => {
  it('does not guess', () => {
    expect(ianaZoneOf('NEWZEALANDSTANDARDTIME')).toBe('Pacific/Auckland')
    expect([ianaZoneOf('MARSSTANDARDTIME'), ianaZoneOf(undefined)]).toEqual([null, null])
  })
})
