import { fc, test } from '@fast-check/vitest'
import { playStudio } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentAdapter } from '../test-support/consent-adapter.test-support.js'
import { describedAnswers } from '../test-support/described-answers.test-support.js'
import { configure, plainText, sale } from '../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../test-support/server.test-support.js'
import { operations } from './operations.js'

const described = describedAnswers()
const platform = { role: 'MINDBODY Automated System' } as const
const lines = 'application/x-ndjson'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ adapters: [consentAdapter] })
})
afterAll(() => server.close())

describe('what the document says of bodies', () => {
  const bodies = operations.flatMap(({ method, path, operationId, body, answers: [{ status }] }) =>
    (body?.contents ?? []).flatMap(({ types, example }) =>
      example === undefined
        ? []
        : types.map((type) => ({ method, path, operationId, status, type, example })),
    ),
  )

  it.each(bodies)(
    'has an example that it allows and the server takes: $operationId as $type',
    async (each) => {
      const { method, path, operationId, status, type, example } = each
      const address = path.replace('{subscriberId}', '6').replace('{integrationType}', 'PlainText')
      expect(described.bodyProblemsOf(method, address, type, example)).toEqual([])
      await configure(server, '6')
      const response = await server.request(method, address, {
        role: path.includes('AccountingIntegration') ? 'MINDBODY Owner' : platform.role,
        body: JSON.stringify(example),
        headers: { 'Content-Type': type },
      })
      const text = await response.text()
      // Of the sync in the example nobody has heard here, and these books are not Xero's; but it is understood.
      const wanted = ['resync', 'saveXeroTaxRate'].includes(operationId) ? 404 : status
      expect([response.status, text]).toEqual([wanted, text])
      expect(text).not.toMatch(/"Rejected":[1-9]/)
    },
  )

  it.each([
    ['Map', [{ MapType: 1, MapItems: [{ MindbodyId: '1' }] }]],
    ['Map', [{ MapType: 7, MapItems: [] }]],
    ['Save', { SynchronizationPreferences: { RoundingTolerance: 101 } }],
    ['Save', { SynchronizationPreferences: { SyncTime: '24:00' } }],
    ['Link', { RedirectUri: 1 }],
    ['Resync', {}],
  ])('does not allow what the server refuses: %s %j', async (name, json) => {
    await configure(server, '7')
    expect((await server.request('POST', plainText('7', name), { json })).status).toBe(400)
    expect(described.bodyProblemsOf('POST', plainText('7', name), 'application/json', json)).not.toEqual([])
  })

  it('allows all orders of a studio', () => {
    for (const order of playStudio({ orders: 200, days: 10 })) {
      expect(described.bodyProblemsOf('POST', '/Subscriber_1/Orders', lines, order)).toEqual([])
    }
  })

  const values = fc.oneof(
    fc.constantFrom(null, true, '', 'x', '1.50', -3, 1.5, 1e21, [], {}, '2026-03-02T12:00:00Z', 'Sale', '9'),
    fc.string({ maxLength: 5 }),
  )
  const members = fc.constantFrom(...Object.keys(sale('any')), 'Currency')

  test.prop([members, fc.option(values, { nil: undefined })])(
    'allows every order that the server takes',
    async (member, value) => {
      const order = sale('changed', { [member]: value })
      const response = await server.request('POST', '/Subscriber_6/Orders', { ...platform, json: [order] })
      const { Rejected } = (await response.json()) as { readonly Rejected: number }
      const problems = described.bodyProblemsOf('POST', '/Subscriber_6/Orders', lines, order)
      expect(Rejected === 0 ? problems : []).toEqual([])
    },
  )

  it.each(['Id', 'Type', 'OrderDate', 'LocationId', 'Items', 'Cost', 'Payments', 'LastModifiedTime'])(
    'wants %s of an order, as the server does',
    async (member) => {
      const order = sale('x', { [member]: undefined })
      expect(
        described.bodyProblemsOf('POST', '/Subscriber_6/Orders', lines, JSON.parse(JSON.stringify(order))),
      ).not.toEqual([])
      const response = await server.request('POST', '/Subscriber_6/Orders', { ...platform, json: [order] })
      expect(await response.json()).toMatchObject({ Rejected: 1 })
    },
  )
})
