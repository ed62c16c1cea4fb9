import { test } from '@fast-check/vitest'
import type { TaxRateDraft } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { xeroScene } from '../xero-scene.test-support.js'
import { drafts } from './tax-rate-drafts.test-support.js'
import { city, create, inCountry, named, puts } from './tax-rate-scene.test-support.js'

describe('createTaxRate', () => {
  it('is declared', async () => {
    const { adapter } = await xeroScene()
    expect(adapter.manifest.capabilities.taxRateCreation).toEqual({ level: 'full' })
  })

  it('creates what was asked for, as the next inspection tells it', async () => {
    const scene = await xeroScene(inCountry('GB'))
    const created = await create(scene, { ...city, reportType: 'ECOUTPUTSERVICES' })
    expect(created).toEqual({
      id: 'TAX010',
      name: 'City',
      rate: '0.078438',
      isActive: true,
      appliesToRevenue: true,
      reportType: 'ECOUTPUTSERVICES',
      components: [
        { name: 'State', percent: '6.25', isCompound: false },
        { name: 'City', percent: '1.5', isCompound: true },
      ],
    })
    const { taxRates } = await scene.connection.inspect()
    expect(taxRates).toContainEqual(created)
  })

  test.prop([drafts], { numRuns: 60 })('creates anything once, however often it is asked', async (draft) => {
    const scene = await xeroScene(inCountry('NZ'))
    const first = await create(scene, draft)
    expect(await create(scene, draft)).toEqual(first)
    expect([named(scene, draft.name).length, puts(scene).length]).toEqual([1, 1])
  })

  it('creates one for two who ask at the same time', async () => {
    const scene = await xeroScene({ latency: 100 })
    const [first, second] = await Promise.all([create(scene), create(scene)])
    expect(first).toEqual(second)
    expect(named(scene, 'City')).toHaveLength(1)
  })

  it('does not take a name from an archived tax rate for taken', async () => {
    const scene = await xeroScene()
    expect(await create(scene, { ...city, name: 'Old sales tax' })).toMatchObject({ id: 'TAX010' })
  })
})

describe('an active tax rate of the same name', () => {
  it.each<[string, Partial<TaxRateDraft>, string]>([
    [
      'a component',
      { components: [{ name: 'State', percent: '6.25', isCompound: false }] },
      'it is made of City 1.5 % compound, State 6.25 % and was to be of State 6.25 %',
    ],
    [
      'a rate',
      {
        components: [
          { name: 'State', percent: '6.2501', isCompound: false },
          { name: 'City', percent: '1.5', isCompound: true },
        ],
      },
      'was to be of City 1.5 % compound, State 6.2501 %',
    ],
    [
      'what is compound',
      { components: city.components.map((component) => ({ ...component, isCompound: false })) },
      'was to be of City 1.5 %, State 6.25 %',
    ],
    ['what it is reported as', { reportType: 'INPUT' }, 'it is reported as OUTPUT and was to be INPUT'],
  ])('that differs in %s is told, and nothing is sent', async (_name, change, difference) => {
    const scene = await xeroScene(inCountry('AU'))
    await create(scene)
    await expect(create(scene, { ...city, ...change })).rejects.toMatchObject({
      reason: {
        kind: 'duplicate',
        message: expect.stringMatching(
          /^Xero has another active tax rate 'City' \(TAX010\): .*\. Choose another name/,
        ),
      },
    })
    await expect(create(scene, { ...city, ...change })).rejects.toThrow(difference)
    expect(puts(scene)).toHaveLength(1)
  })

  it('is the same with its components in another order and more zeros', async () => {
    const scene = await xeroScene()
    const first = await create(scene)
    const components = city.components
      .toReversed()
      .map((component) => ({ ...component, percent: `${component.percent}00` }))
    expect(await create(scene, { ...city, components })).toEqual(first)
  })

  it('that Xero takes for the same although the case differs is named', async () => {
    const scene = await xeroScene()
    await create(scene)
    await expect(create(scene, { ...city, name: 'CITY' })).rejects.toMatchObject({
      reason: {
        kind: 'duplicate',
        message: expect.stringContaining("another active tax rate 'City' (TAX010)"),
      },
    })
  })
})

describe('an answer that is lost', () => {
  it.each([
    ['reset', { kind: 'reset', when: 'after' }],
    ['silence', { kind: 'silence', when: 'after' }],
    ['HTML with status 200', { kind: 'html', when: 'after' }],
    ['half a document', { kind: 'truncate', bytes: 200, end: 'clean' }],
    ['status 503 after the effect', { kind: 'answer', when: 'after', status: 503, body: 'Unavailable' }],
    ['an empty 200', { kind: 'answer', when: 'after', status: 200 }],
    ['other casing', { kind: 'answer', when: 'after', status: 200, body: '{"taxRates":[]}' }],
    [
      'another tax rate',
      { kind: 'answer', when: 'after', status: 200, body: '{"TaxRates":[{"TaxType":"X","Name":"Y"}]}' },
    ],
  ] as const)('(%s) is looked up: what is there is not created again', async (_name, fault) => {
    const scene = await xeroScene()
    scene.fake.faults.order({ fault, method: 'PUT', path: '/TaxRates' })
    expect(await create(scene)).toMatchObject({ id: 'TAX010', name: 'City' })
    expect([named(scene, 'City').length, puts(scene).length]).toEqual([1, 1])
  })

  it('before the effect is repeated under the same key', async () => {
    const scene = await xeroScene()
    const order = { method: 'PUT', path: '/TaxRates' }
    scene.fake.faults.order({ ...order, fault: { kind: 'reset', when: 'before' } })
    await create(scene)
    expect(named(scene, 'City')).toHaveLength(1)
    const other = await xeroScene()
    other.fake.faults.order({ ...order, fault: { kind: 'reset', when: 'after' } })
    other.fake.faults.order({ method: 'GET', path: '/TaxRates', fault: none, times: 2 })
    await create(other)
    const [first, second] = puts(other)
    expect([second?.idempotencyKey, named(other, 'City').length]).toEqual([first?.idempotencyKey, 1])
  })

  it('because Xero failed is repeated under another key, since Xero would give the same answer', async () => {
    const scene = await xeroScene()
    scene.fake.breakNext(1)
    expect(await create(scene)).toMatchObject({ name: 'City' })
    const [first, second] = puts(scene)
    expect(second?.idempotencyKey).toBe(`${first?.idempotencyKey}-2`)
  })

  it('twice is told, and the next time is a new try', async () => {
    const scene = await xeroScene()
    scene.fake.breakNext(2)
    await expect(create(scene)).rejects.toMatchObject({
      reason: { kind: 'transient', message: expect.stringContaining('Send it again') },
    })
    await scene.clock.advance(1)
    expect(await create(scene)).toMatchObject({ name: 'City' })
  })

  it('and cannot be looked up is told as what it is', async () => {
    const scene = await xeroScene()
    scene.fake.faults.order({ fault: { kind: 'reset', when: 'after' }, method: 'PUT', path: '/TaxRates' })
    scene.fake.faults.order({
      fault: { kind: 'delay', milliseconds: 0, when: 'before' },
      method: 'GET',
      path: '/TaxRates',
    })
    scene.fake.faults.order({
      fault: { kind: 'reset', when: 'before' },
      method: 'GET',
      path: '/TaxRates',
      times: 9,
    })
    await expect(create(scene)).rejects.toMatchObject({
      reason: {
        kind: 'transient',
        message: expect.stringMatching(/^It is not known whether Xero created the tax rate 'City'\./),
      },
    })
  })

  it('is no matter where Xero refused and cannot be asked for the name', async () => {
    const scene = await xeroScene()
    const path = '/TaxRates'
    const refused = { kind: 'answer', when: 'before', status: 400, body: '{"Message":"No."}' } as const
    scene.fake.faults.order({ fault: refused, method: 'PUT', path })
    scene.fake.faults.order({
      fault: { kind: 'delay', milliseconds: 0, when: 'before' },
      method: 'GET',
      path,
    })
    scene.fake.faults.order({ fault: { kind: 'reset', when: 'before' }, method: 'GET', path, times: 9 })
    await expect(create(scene)).rejects.toMatchObject({
      reason: { kind: 'tax', message: expect.stringContaining('status 400, No.') },
    })
  })

  /** An answer to a look-up in which nothing is found. */
  const none = { kind: 'answer', when: 'before', status: 200, body: '{"TaxRates":[]}' } as const
})

describe('a call that is turned away', () => {
  it('goes on with a fresh token', async () => {
    const scene = await xeroScene()
    scene.fake.identity.tokens.expireAccessTokens()
    expect(await create(scene)).toMatchObject({ name: 'City' })
  })

  it.each([
    ['too many calls', { status: 429, headers: { 'x-rate-limit-problem': 'minute' } }, 'rate-limited'],
    ['the calls of the day', { status: 429, headers: { 'x-rate-limit-problem': 'day' } }, 'quota'],
    [
      'a consent that does not cover it',
      { status: 401, headers: { 'www-authenticate': 'insufficent_scope' } },
      'reauthorise',
    ],
    ['a disconnected organisation', { status: 403, body: 'AuthenticationUnsuccessful' }, 'reauthorise'],
  ] as const)('because of %s creates nothing and says so', async (_name, answer, kind) => {
    const scene = await xeroScene()
    const fault = { kind: 'answer', when: 'before', ...answer } as const
    scene.fake.faults.order({ fault, method: 'PUT', path: '/TaxRates', times: 9 })
    await expect(create(scene)).rejects.toMatchObject({ reason: { kind } })
    expect(named(scene, 'City')).toEqual([])
  })

  it('is refused in the words of Xero', async () => {
    const scene = await xeroScene()
    await expect(create(scene, { ...city, components: [] })).rejects.toMatchObject({
      reason: {
        kind: 'tax',
        message:
          'At least one tax component must be specified. Change what it names, or create the tax rate in Xero and Refresh.',
      },
    })
  })

  it('is invalid where the refusal is not of the tax rate', async () => {
    const scene = await xeroScene()
    const fault = { kind: 'answer', when: 'before', status: 404, body: '{"Message":"Gone"}' } as const
    scene.fake.faults.order({ fault, method: 'PUT', path: '/TaxRates' })
    await expect(create(scene)).rejects.toMatchObject({
      reason: { kind: 'invalid', message: expect.stringContaining('status 404, Gone') },
    })
  })
})
