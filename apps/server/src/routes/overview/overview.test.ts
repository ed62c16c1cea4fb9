import { studioConfiguration, studioSubscriber } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  configure,
  feed,
  introduce,
  plainText,
  sale,
  sync,
} from '../../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../../test-support/server.test-support.js'
import { startXeroServer } from '../../test-support/xero.test-support.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const days = (id: string, query: string) => server.request('GET', `${plainText(id, 'Days')}?${query}`)
const read = async (answered: Response | Promise<Response>): Promise<unknown> => (await answered).json()

describe('the review of maps', () => {
  it('has everything to map, with names, money and suggestions', async () => {
    const platform = { role: 'MINDBODY Automated System' } as const
    await server.request('PUT', '/Subscriber_1', { ...platform, json: studioSubscriber('1') })
    await server.request('PUT', '/Subscriber_1/Configuration', {
      ...platform,
      json: studioConfiguration('1'),
    })
    await server.request('POST', plainText('1', 'Link'))
    const review = await read(server.request('GET', plainText('1', 'MappingReview')))
    expect(review).toMatchObject({
      Since: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      Currency: 'USD',
      Coverage: { Mapped: 0, Total: 0 },
    })
    const { Items } = review as { readonly Items: readonly Readonly<Record<string, unknown>>[] }
    expect(Items.length).toBeGreaterThan(10)
    for (const item of Items) {
      expect(item).toMatchObject({ IntegrationId: null, Problem: null, IsNeeded: true, Amount: 0 })
      expect(item).not.toHaveProperty('LocationId')
    }
    const suggested = Items.flatMap(({ Suggestion }) => Suggestion ?? [])
    expect(suggested.length).toBeGreaterThan(2)
    for (const suggestion of suggested) {
      expect(suggestion).toEqual({
        IntegrationId: expect.any(String),
        Score: expect.any(Number),
        Reason: expect.any(String),
      })
    }
  })

  it('is for owners and admins of a linked ledger', async () => {
    await introduce(server, '2')
    const asked = (role: 'MINDBODY Admin' | 'MINDBODY Automated System') =>
      server.request('GET', plainText('2', 'MappingReview'), { role })
    expect((await asked('MINDBODY Automated System')).status).toBe(403)
    const refused = await asked('MINDBODY Admin')
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'conflict' }])
    await server.request('POST', plainText('2', 'Link'))
    expect((await asked('MINDBODY Admin')).status).toBe(200)
  })
})

describe('days', () => {
  it('tell what was sold and what was posted', async () => {
    await configure(server, '3')
    await feed(server, '3', [sale('1'), sale('2', { OrderDate: '2026-03-04T12:00:00' })])
    await sync(server, '3')
    const nothing = { Orders: 0, Sold: 0, Posted: 0, Held: 0, Rejected: 0, InDoubt: 0, Waiting: 0 }
    const sold = { ...nothing, Orders: 1, Sold: 10.8, Posted: 10.8, State: 'AllSent' }
    expect(await read(days('3', 'from=2026-03-02&to=2026-03-04'))).toEqual({
      Currency: 'USD',
      Days: [
        { Date: '2026-03-02', ...sold },
        { Date: '2026-03-03', ...nothing, State: 'Nothing' },
        { Date: '2026-03-04', ...sold },
      ],
    })
  })

  it('are at most 400', async () => {
    await introduce(server, '4')
    expect((await days('4', 'from=2025-01-01&to=2026-02-04')).status).toBe(200)
    expect(await read(days('4', 'from=2025-01-01&to=2026-02-05'))).toMatchObject({
      code: 'invalid-input',
      errors: [{ member: 'to', problem: 'makes 401 days; ask for at most 400 at once' }],
    })
  })

  it.each([
    ['', ['from', 'to']],
    ['from=2026-03-01', ['to']],
    ['from=yesterday&to=2026-02-30', ['from', 'to']],
    ['from=0000-01-01&to=0000-01-02', ['from', 'to']],
    ['from=2026-03-02&to=2026-03-01', ['to']],
  ])('are not told for %o, and the answer names what to correct', async (query, members) => {
    const refused = await days('4', query)
    expect(refused.status).toBe(400)
    const { errors } = (await refused.json()) as { readonly errors: readonly { readonly member: string }[] }
    expect(errors.map(({ member }) => member)).toEqual(members)
  })
})

describe('the types of integrations', () => {
  it('are those that the server offers', async () => {
    await configure(server, '5')
    expect(await read(server.request('GET', '/Subscriber_5/AccountingIntegration'))).toMatchObject({
      Integrations: [
        {
          Type: 'PlainText',
          Title: 'Plain text (hledger, ledger, beancount)',
          Status: 3,
          Authorisation: 'none',
          Organisation: expect.any(String),
          SettingsSchema: { type: 'object', properties: { currency: { type: 'string' } } },
          UnavailableReasons: [],
          LastSyncTime: null,
        },
      ],
    })
    await sync(server, '5')
    expect(await read(server.request('GET', '/Subscriber_5/AccountingIntegration'))).toMatchObject({
      Integrations: [{ LastSyncTime: expect.stringMatching(/\+00:00$/) }],
    })
  })

  it('say which books are linked by consent, and what may be chosen', async () => {
    const xero = await startXeroServer()
    onTestFinished(() => xero.close())
    await introduce(xero, '6')
    const asked = async () => read(xero.request('GET', '/Subscriber_6/AccountingIntegration'))
    const offered = { Type: 'Xero', Title: 'Xero', Authorisation: 'oauth2' }
    expect(await asked()).toMatchObject({
      Integrations: [{ Type: 'PlainText' }, { ...offered, Status: 1, Organisation: null }],
    })
    await xero.link('6')
    expect(await asked()).toMatchObject({
      Integrations: [
        { Type: 'PlainText', Status: 1 },
        {
          ...offered,
          Status: 2,
          Organisation: expect.stringMatching(/./),
          SettingsSchema: { properties: { contactName: { default: 'Point of sale' } } },
        },
      ],
    })
  })
})
