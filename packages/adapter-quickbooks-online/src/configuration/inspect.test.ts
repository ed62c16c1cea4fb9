import { describe, expect, it } from 'vitest'
import { americanCompany, britishCompany, canadianCompany } from '../../fake/index.js'
import { createScene } from '../scene.test-support.js'

describe('inspect', () => {
  it('tells what mapping and planning need', async () => {
    const scene = await createScene({ settings: { customerId: '58' } })
    scene.fake.books().company.preferences.bookCloseDate = '2026-01-31'
    const { organisation, extension, accounts, taxRates, trackingCategories } =
      await scene.connection.inspect()
    expect(organisation).toEqual({
      name: 'Demo Studio (US)',
      currency: 'USD',
      country: 'US',
      timeZone: 'America/New_York',
      lockedThrough: '2026-01-31',
    })
    expect(extension).toMatchObject({
      edition: 'us',
      usesSalesTax: true,
      hasAutomatedSalesTax: true,
      isMulticurrency: false,
      salesTaxAccountId: '89',
      isSalesTaxAccountCertain: true,
      undepositedFundsAccountId: '4',
      incomeAccounts: { 'item:1': '80', 'item:4': '90' },
      ratesOfCodes: {
        NON: [],
        3: [
          { id: '1', percent: '7.25' },
          { id: '2', percent: '1.375' },
        ],
      },
      customerId: '58',
      classId: null,
    })
    expect(accounts.filter(({ takesRevenue }) => takesRevenue)).toHaveLength(10)
    expect(taxRates.find(({ id }) => id === '3')).toEqual({
      id: '3',
      name: 'State and district tax',
      rate: '0.08625',
      isActive: true,
      appliesToRevenue: true,
      components: [
        { name: 'State', percent: '7.25', isCompound: false },
        { name: 'District', percent: '1.375', isCompound: false },
      ],
    })
    expect(trackingCategories).toEqual([
      {
        id: 'class',
        name: 'Class',
        isActive: true,
        options: [
          { id: '100', name: 'Studio', isActive: true },
          { id: '101', name: 'Old Studio', isActive: false },
        ],
      },
      {
        id: 'department',
        name: 'Location',
        isActive: true,
        options: [
          { id: '1', name: 'East', isActive: true },
          { id: '2', name: 'West', isActive: true },
        ],
      },
    ])
  })

  it.each([
    ['item:1', { takesRevenue: true, takesPayments: false, isActive: true, type: 'Service (Income)' }],
    ['item:4', { takesRevenue: true, type: 'Service (Other Current Liability)' }],
    ['item:10', { isActive: false }],
    ['35', { takesRevenue: false, takesPayments: true, code: '1000' }],
    ['38', { takesPayments: true, isActive: false }],
    ['90', { takesPayments: true }],
    ['60', { takesPayments: true }],
    ['80', { takesRevenue: false, takesPayments: false }],
    ['84', { takesPayments: false }],
    ['33', { takesPayments: false }],
    ['89', { takesPayments: false }],
    ['2', { takesPayments: false }],
  ])('says what %s takes', async (id, expected) => {
    const { accounts } = await (await createScene()).connection.inspect()
    const found = accounts.find((account) => account.id === id)
    expect(found).toMatchObject(expected)
  })

  it.each(['item:11', 'item:12'])('offers no %s: a category, and inventory', async (id) => {
    const { accounts } = await (await createScene()).connection.inspect()
    expect(accounts.map((account) => account.id)).not.toContain(id)
  })

  it('takes no payments in another currency, and sells nothing to an account that is gone', async () => {
    const scene = await createScene()
    const { company } = scene.fake.books()
    company.accounts = company.accounts.map((account) =>
      account.Id === '36'
        ? { ...account, currency: 'EUR' }
        : account.Id === '80'
          ? { ...account, Active: false }
          : account,
    )
    const { accounts } = await scene.connection.inspect()
    expect(accounts.find(({ id }) => id === '36')).toMatchObject({ takesPayments: false })
    expect(accounts.find(({ id }) => id === 'item:1')).toMatchObject({ isActive: false })
  })

  it.each([
    [americanCompany, 'us', ['TAX', 'NON', '2', '3', '4', '5'], { TAX: null, NON: '0', 5: '0.01375' }],
    [britishCompany, 'global', ['6', '7', '8', '9', '10'], { 6: '0.2', 9: '0' }],
    [canadianCompany, 'canada', ['6', '7', '8', '9'], { 7: '0.12' }],
  ] as const)('tells the tax codes of $name', async (company, edition, ids, rates) => {
    const { extension, taxRates } = await (await createScene({ companies: [company] })).connection.inspect()
    expect(extension['edition']).toBe(edition)
    expect(taxRates.map(({ id }) => id)).toEqual(ids)
    for (const [id, rate] of Object.entries(rates))
      expect(taxRates.find((each) => each.id === id)?.rate).toBe(rate)
    expect(taxRates.filter(({ appliesToRevenue }) => !appliesToRevenue).map(({ name }) => name)).toEqual(
      edition === 'global' ? ['20.0% purchases'] : [],
    )
  })

  it('always has something that no tax can be mapped to, where lines need no real code', async () => {
    const scene = await createScene({ companies: [britishCompany] })
    scene.fake.books().company.preferences.usesSalesTax = false
    expect((await scene.connection.inspect()).taxRates[0]).toMatchObject({
      id: 'NON',
      rate: '0',
      isActive: true,
    })
  })

  it('says which setting names nothing', async () => {
    const scene = await createScene({ settings: { salesTaxAccountId: '777' } })
    await expect(scene.connection.inspect()).rejects.toMatchObject({ reason: { kind: 'unknown-account' } })
  })

  it('reads lists of more than a page', async () => {
    const scene = await createScene({ limits: { pageSize: 3 } })
    const { accounts } = await scene.connection.inspect()
    expect(accounts.filter(({ id }) => !id.startsWith('item:'))).toHaveLength(americanCompany.accounts.length)
  })

  const preferences = (more: object) =>
    JSON.stringify({
      QueryResponse: {
        Preferences: [
          { AccountingInfoPrefs: {}, CurrencyPrefs: { HomeCurrency: { value: 'USD' } }, ...more },
        ],
      },
    })
  it.each([
    ['a login page', '/query', '<html>'],
    ['no preferences', '/query', '{"QueryResponse":{}}'],
    ['no word of closed books', '/query', preferences({ AccountingInfoPrefs: undefined })],
    ['a close date that is none', '/query', preferences({ AccountingInfoPrefs: { BookCloseDate: 'soon' } })],
    ['no currency', '/query', preferences({ CurrencyPrefs: {} })],
    ['a company in other casing', americanCompany.realmId, '{"companyInfo":{"Country":"US"}}'],
    ['a company without a country', americanCompany.realmId, '{"CompanyInfo":{"CompanyName":"x"}}'],
  ])('does not conclude anything from %s', async (_name, path, body) => {
    const scene = await createScene()
    const headers = { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json' }
    scene.fake.faults.order({
      fault: { kind: 'answer', when: 'before', status: 200, body, headers },
      path,
      times: 9,
    })
    await expect(scene.connection.inspect()).rejects.toMatchObject({ reason: { kind: 'transient' } })
  })

  it('says what QuickBooks refused', async () => {
    const scene = await createScene()
    const body =
      '{"Fault":{"Error":[{"Message":"Error parsing query","code":"4000"}],"type":"ValidationFault"}}'
    scene.fake.faults.order({ fault: { kind: 'answer', when: 'before', status: 400, body }, path: '/query' })
    await expect(scene.connection.inspect()).rejects.toMatchObject({
      reason: { kind: 'invalid', message: expect.stringContaining('code 4000') },
    })
  })
})
