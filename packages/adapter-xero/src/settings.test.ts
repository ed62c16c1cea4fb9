import { describe, expect, it } from 'vitest'
import { documentKindsOf, scopesOf, xeroBookings } from './bookings.js'
import { createXeroAdapter } from './create-xero-adapter.js'
import { xeroScene } from './xero-scene.test-support.js'

const app = { clientId: 'a', clientSecret: 'b' }
const problemsWith = async (
  value: unknown,
  adapter = createXeroAdapter({ ...app, bookings: xeroBookings }),
) => {
  const { issues } = await adapter.settings['~standard'].validate(value)
  return issues?.map(({ message }) => message)
}

describe('the settings', () => {
  it('are what they were where nothing is chosen', async () => {
    expect(await createXeroAdapter(app).settings['~standard'].validate({})).toEqual({
      value: { contactName: 'Point of sale', bookedAs: 'invoices', tracking: [] },
    })
  })

  it.each(xeroBookings)('take %s where they are offered, and nowhere else', async (bookedAs) => {
    expect(await problemsWith({ bookedAs })).toBeUndefined()
    const other = bookedAs === 'invoices' ? 'manual-journals' : 'invoices'
    const adapter = createXeroAdapter({ ...app, bookings: [other] })
    expect(await problemsWith({ bookedAs }, adapter)).toEqual([expect.stringContaining(other)])
  })

  it('default to the first booking that is offered', async () => {
    const adapter = createXeroAdapter({ ...app, bookings: ['manual-journals', 'invoices'] })
    expect(await adapter.settings['~standard'].validate({})).toMatchObject({
      value: { bookedAs: 'manual-journals' },
    })
  })

  it('take two tracking categories at most, each once', async () => {
    const [one, two, three] = ['1', '2', '3'].map((categoryId) => ({ categoryId, optionId: 'o' }))
    expect(await problemsWith({ tracking: [one, two] })).toBeUndefined()
    expect(await problemsWith({ tracking: [one, two, three] })).toEqual([expect.stringContaining('2')])
    expect(await problemsWith({ tracking: [one, one] })).toEqual([
      'Each tracking category can be chosen once.',
    ])
    expect(await problemsWith({ tracking: [{ categoryId: '' }] })).toHaveLength(2)
  })
})

describe('what is offered', () => {
  it.each([
    [['invoices'] as const, 'accounting.invoices accounting.payments accounting.contacts'],
    [['manual-journals'] as const, 'accounting.manualjournals'],
    [
      ['bank-transactions'] as const,
      'accounting.invoices accounting.payments accounting.contacts accounting.banktransactions',
    ],
    [
      xeroBookings,
      'accounting.invoices accounting.payments accounting.contacts accounting.banktransactions accounting.manualjournals',
    ],
  ])('decides which consent is asked for: %j', async (bookings, scopes) => {
    expect(scopesOf(bookings).join(' ')).toBe(`offline_access ${scopes} accounting.settings`)
    const scene = await xeroScene({ bookings })
    expect(scene.grant().scopes).toEqual(scopesOf(bookings))
    expect(scene.adapter.manifest.documentKinds).toEqual(documentKindsOf(bookings))
  })

  it('decides whether taxes can be forced everywhere', () => {
    const level = (bookings: Parameters<typeof createXeroAdapter>[0]['bookings']) =>
      createXeroAdapter({ ...app, ...(bookings ? { bookings } : {}) }).manifest.capabilities.forcedTax.level
    expect([level(undefined), level(['bank-transactions']), level(xeroBookings)]).toEqual([
      'full',
      'full',
      'limited',
    ])
  })

  it('lets what was linked go on as it was chosen when it is offered no more', async () => {
    const wide = await xeroScene({ bookings: ['manual-journals'] })
    const narrow = await xeroScene({
      fake: wide.fake,
      clock: wide.clock,
      settings: { bookedAs: 'manual-journals' },
    })
    expect((await narrow.configuration()).extension).toMatchObject({ bookedAs: 'manual-journals' })
  })

  it('takes a consent that covers it, and says so where it does not', async () => {
    const scene = await xeroScene({ bookings: xeroBookings })
    const narrow = await xeroScene({ fake: scene.fake, clock: scene.clock })
    const context = {
      ...narrow.environment,
      subscriberId: '1',
      settings: {},
      organisationId: scene.fake.books().organisation.tenantId,
      tokens: { accessToken: async () => narrow.grant().accessToken },
      signal: narrow.stop.signal,
    }
    const range = { from: '2026-01-01', to: '2026-12-31' }
    const reading = scene.adapter.connect(context).readBack(range)[Symbol.asyncIterator]().next()
    await expect(reading).rejects.toMatchObject({
      reason: { kind: 'reauthorise', message: expect.stringContaining('does not cover') },
    })
    expect(await narrow.connection.readBack(range)[Symbol.asyncIterator]().next()).toMatchObject({
      done: true,
    })
  })
})
