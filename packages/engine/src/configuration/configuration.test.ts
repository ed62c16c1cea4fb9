import { type Adapter, IntegratorError, type IntegratorTaxRate, type TaxRateDraft } from '@ledgerpost/core'
import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { assign, createHarness, type Harness, owner } from '../harness.test-support.js'

let database: TestStore
beforeEach(async () => {
  database = await openTestStore()
})
afterEach(() => database.close())

const stranger = { userId: '6000', userName: 'another' }

const rulesOf = async ({ engine, address }: Harness) => (await engine.initialise(address)).rules
const statusIn = async ({ engine, address }: Harness) => (await engine.initialise(address)).integration.status

describe('an integration that is not linked', () => {
  const inRegion = (harness: Harness, region: string) =>
    harness.engine.saveSubscriber({
      id: harness.address.subscriberId,
      region,
      pricingLevel: null,
      terms: { currency: 'USD', timeZone: 'America/New_York', cutOff: 0, locations: {} },
    })
  const link = ({ engine, address }: Harness) =>
    engine.link({ ...address, settings: {}, redirectUri: '', user: owner })

  it('is available by what the subscriber is now, for whoever looks and whoever links', async () => {
    const harness = createHarness(database.store, { availability: { regions: ['US'] } })
    await inRegion(harness, 'FR')
    expect(await statusIn(harness)).toBe('Unavailable')
    await inRegion(harness, 'US')
    expect(await statusIn(harness)).toBe('Available')
    await inRegion(harness, 'FR')
    await expect(link(harness)).rejects.toThrow(
      'Link is not possible while the integration is Unavailable: it is not offered for this subscriber',
    )
    await inRegion(harness, 'US')
    expect(await link(harness)).toEqual({ kind: 'linked' })
    expect(await statusIn(harness)).toBe('Initialized')
  })

  it('takes no callback once it became unavailable', async () => {
    const plain = fakeAdapter(new FakeBooks())
    const adapter: Adapter = {
      ...plain,
      authorisation: {
        kind: 'oauth2',
        start: (_environment, { state }) =>
          Promise.resolve({ url: `https://consent.example/?state=${state}`, secret: '' }),
        complete: () =>
          Promise.resolve({ accessToken: 't', refreshToken: null, expiresAt: Infinity, scopes: [] }),
        refresh: (_environment, grant) => Promise.resolve(grant),
        organisations: () => Promise.resolve([{ id: 'one', name: 'One' }]),
      },
    }
    const harness = createHarness(database.store, { adapter, availability: { regions: ['US'] } })
    await inRegion(harness, 'US')
    const answer = await link(harness)
    const url = answer.kind === 'redirect' ? `${answer.authorisationUrl}&code=c` : ''
    await inRegion(harness, 'FR')
    await expect(harness.engine.finishLink({ ...harness.address, url })).rejects.toThrow(
      'Callback is not possible while the integration is Unavailable',
    )
    await inRegion(harness, 'US')
    await harness.engine.finishLink({ ...harness.address, url })
    expect(await statusIn(harness)).toBe('Initialized')
  })
})

describe('a map item', () => {
  it('keeps who modified it, and when, until it is mapped to something else', async () => {
    const harness = createHarness(database.store)
    await harness.configure()
    const before = await rulesOf(harness)
    const [first] = before
    if (!first) throw new Error('There are rules.')
    await harness.clock.advance(60_000)
    await harness.engine.save({
      ...harness.address,
      assignments: before,
      preferences: null,
      user: stranger,
    })
    expect(await rulesOf(harness)).toEqual(before)
    const other = assign('revenueCategory', '1', 'category:2')
    await harness.engine.map({ ...harness.address, assignments: [other], user: stranger })
    const after = await rulesOf(harness)
    expect(
      after.filter((rule) => !before.some((each) => JSON.stringify(each) === JSON.stringify(rule))),
    ).toEqual([
      { ...other, modifiedBy: stranger, lastModifiedTime: '2026-03-15T12:01:00.000Z', errorFlag: false },
    ])
  })
})

describe('an inspection', () => {
  it('is timed when it began: what was changed while it read may be missing', async () => {
    const books = new FakeBooks()
    const plain = fakeAdapter(books)
    const harness = createHarness(database.store, {
      adapter: {
        ...plain,
        connect(context) {
          const connection = plain.connect(context)
          return {
            ...connection,
            async inspect() {
              const told = await connection.inspect()
              await harness.clock.advance(5000)
              return told
            },
          }
        },
      },
    })
    await harness.configure()
    expect((await harness.engine.initialise(harness.address)).integration.inspectionTimes).toEqual([
      '2026-03-15T12:00:00.000Z',
    ])
  })

  it('that was asked for before the link was removed does not happen, and breaks nothing', async () => {
    const harness = createHarness(database.store)
    await harness.configure()
    await harness.engine.requestRefresh(harness.address)
    await harness.engine.remove(harness.address)
    await harness.work()
    const { integration } = await harness.engine.initialise(harness.address)
    expect(integration).toMatchObject({ status: 'Available' })
    expect(integration.inspectionTimes).toHaveLength(1)
  })
})

describe('creating a tax rate', () => {
  const draft: TaxRateDraft = {
    name: 'City',
    reportType: null,
    components: [{ name: 'City', percent: '2.5', isCompound: false }],
  }
  const rate: IntegratorTaxRate = {
    id: 'tax:city',
    name: 'City',
    rate: '0.025',
    isActive: true,
    appliesToRevenue: true,
  }

  /** Fake books that can create tax rates, or refuse to. */
  function creating(create: (draft: TaxRateDraft) => Promise<IntegratorTaxRate>, isDeclared = true): Adapter {
    const plain = fakeAdapter(new FakeBooks())
    const created: IntegratorTaxRate[] = []
    const { manifest } = plain
    return {
      ...plain,
      manifest: isDeclared
        ? { ...manifest, capabilities: { ...manifest.capabilities, taxRateCreation: { level: 'full' } } }
        : manifest,
      connect(context) {
        const connection = plain.connect(context)
        return {
          ...connection,
          async inspect() {
            const told = await connection.inspect()
            return { ...told, taxRates: [...told.taxRates, ...created] }
          },
          async createTaxRate(wanted) {
            const made = await create(wanted)
            created.push(made)
            return made
          },
        }
      },
    }
  }
  const save = ({ engine, address }: Harness) => engine.saveTaxRate({ ...address, draft, user: owner })

  it('creates it at once and reads the configuration again', async () => {
    const wanted: TaxRateDraft[] = []
    const adapter = creating((each) => {
      wanted.push(each)
      return Promise.resolve(rate)
    })
    const harness = createHarness(database.store, { adapter })
    await harness.configure()
    await harness.clock.advance(1000)
    await save(harness)
    expect(wanted).toEqual([draft])
    const configuration = async () => (await harness.engine.initialise(harness.address)).integration
    expect((await configuration()).inspectionTimes).toHaveLength(1)
    await harness.work()
    expect((await configuration()).inspectionTimes).toEqual([
      '2026-03-15T12:00:00.000Z',
      '2026-03-15T12:00:01.000Z',
    ])
    expect((await configuration()).configuration?.taxRates).toContainEqual(rate)
  })

  it('tells the owner what the integrator objects to, changes nothing and queues nothing', async () => {
    const refusal = new IntegratorError({ kind: 'tax', message: 'There is no such report.' })
    const harness = createHarness(database.store, { adapter: creating(() => Promise.reject(refusal)) })
    await harness.configure()
    await expect(save(harness)).rejects.toBe(refusal)
    await harness.clock.advance(1000)
    await harness.work()
    const { integration } = await harness.engine.initialise(harness.address)
    expect([integration.status, integration.inspectionTimes.length]).toEqual(['Configured', 1])
  })

  it.each([
    ['does not declare it', creating(() => Promise.resolve(rate), false)],
    ['declares it and has no method', withoutMethod()],
  ])('is not supported by an adapter that %s', async (_name, adapter) => {
    const harness = createHarness(database.store, { adapter })
    await harness.configure()
    await expect(save(harness)).rejects.toMatchObject({
      code: 'unsupported-capability',
      message:
        'The Fake adapter does not support creating tax rates. Create the tax rate there by hand, then Refresh.',
    })
  })

  it('is refused while the integration is inactive', async () => {
    const harness = createHarness(database.store, { adapter: creating(() => Promise.resolve(rate)) })
    await harness.configure()
    await harness.engine.deactivate(harness.address)
    await expect(save(harness)).rejects.toThrow(
      'SaveXeroTaxRate is not possible while the integration is Inactive',
    )
  })

  function withoutMethod(): Adapter {
    const declared = creating(() => Promise.resolve(rate))
    return {
      ...declared,
      connect(context) {
        const { createTaxRate: _left, ...connection } = declared.connect(context)
        return connection
      },
    }
  }
})
