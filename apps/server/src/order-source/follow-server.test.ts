import { odataOrderSource } from '@ledgerpost/order-source-odata'
import { playStudio, studioSubscriber } from '@ledgerpost/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silentLogger } from '../logger.js'
import { systemClock } from '../system-clock.js'
import { configure, feed, introduce, sale, sync } from '../test-support/platform.test-support.js'
import { startTestServer, type TestServer } from '../test-support/server.test-support.js'
import { bearer } from '../test-support/tokens.test-support.js'

const role = 'MINDBODY Automated System'

/** One server has the orders; another reads them from it as it would from any platform. */
let platform: TestServer
let follower: TestServer
const requests: string[] = []
/** What the network does to answers. */
let spoil = (text: string) => text

beforeAll(async () => {
  platform = await startTestServer()
  follower = await startTestServer({
    orderSource: odataOrderSource({
      root: (subscriberId) => `https://platform.example/odata/v4/Subscriber_${subscriberId}`,
      token: async () => (await bearer({ role, subscribers: '*' })).replace('Bearer ', ''),
      async fetch(input, init) {
        const request = new Request(input, init)
        requests.push(decodeURIComponent(request.url))
        const response = await platform.fetch(request)
        return new Response(spoil(await response.text()), response)
      },
      clock: systemClock,
      logger: silentLogger,
    }),
  })
})
afterAll(async () => {
  await follower.close()
  await platform.close()
})

/** Makes a subscriber known to both, with the same places and zones. */
async function subscribe(id: string): Promise<void> {
  await introduce(platform, id)
  await configure(follower, id)
  for (const server of [platform, follower]) {
    const { status } = await server.request('PUT', `/Subscriber_${id}`, { role, json: studioSubscriber(id) })
    expect(status).toBe(204)
  }
}

/** The versions of all orders that were ever stored, by id, and nothing that is not in both servers. */
async function versions(server: TestServer, subscriberId: string, ids: readonly string[]) {
  return server.store.transaction(subscriberId, async (transaction) => {
    const known = await transaction.orderVersions(subscriberId, ids)
    const { length } = await transaction.changedOrders(subscriberId, {
      after: 0n,
      through: 10n ** 9n,
      limit: 10_000,
    })
    return { length, versions: [...known].toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
  })
}

async function expectSame(subscriberId: string, ids: readonly string[]): Promise<void> {
  const expected = await versions(platform, subscriberId, ids)
  expect(expected.length).toBe(new Set(ids).size)
  expect(await versions(follower, subscriberId, ids)).toEqual(expected)
}

const statesOf = async (record: string) =>
  (
    (await (await follower.request('GET', `${record}?$expand=States`)).json()) as {
      States: { Status: string; Message?: string }[]
    }
  ).States

describe('a server that follows another', () => {
  it('stores its orders digest by digest, and then what changed of them', async () => {
    await subscribe('studio')
    const revisions = [...playStudio({ seed: 7, orders: 450 })]
    const ids = [...new Set(revisions.map(({ Id }) => Id))]
    const [first, second] = [revisions.slice(0, -60), revisions.slice(-60)]
    await feed(platform, 'studio', first)
    const states = await statesOf(await sync(follower, 'studio'))
    expect(states.map(({ Status }) => Status)).toEqual(['Queued', 'InProgress', 'Success'])
    await expectSame('studio', [...new Set(first.map(({ Id }) => Id))])
    expect(requests.length).toBeGreaterThan(3)
    expect(requests[0]).not.toContain('$filter')

    requests.length = 0
    await feed(platform, 'studio', second)
    await sync(follower, 'studio')
    await expectSame('studio', ids)
    expect(requests[0]).toContain('$filter=LastModifiedTime ge ')
    expect(requests.length).toBeLessThan(4)
  })

  it('stores orders of every shape', async () => {
    await subscribe('shapes')
    const item = (id: number, amount: string, more: object = {}) => ({
      Id: String(id),
      RevenueCategoryId: '1',
      NetAmount: amount,
      Taxes: [],
      Total: amount,
      ...more,
    })
    const simple = (id: string, amount: string, change: object = {}) =>
      sale(id, {
        Purchaser: null,
        Items: [item(1, amount)],
        Cost: { Total: amount },
        Payments: [{ PaymentMethodId: '1', Amount: amount }],
        ...change,
      })
    const many = Array.from({ length: 230 }, (_, index) =>
      item(index, '1.00', { Taxes: [{ TaxRateId: '01:01', Amount: '0' }] }),
    )
    const orders = [
      simple('long', '230.00', { Items: many }),
      simple('digits', '1.00', {
        Items: [item(1, '1.00', { UnitPrice: '0.12345678901234567890', Quantity: '1.2300' })],
      }),
      simple('yen', '1000', { Currency: 'JPY' }),
      simple('dinar', '1.005', { Currency: 'KWD' }),
      simple('half a second', '1.00', { OrderDate: '2026-03-02T12:00:00.500' }),
      simple('twice that hour', '1.00', { OrderDate: '2026-11-01T01:30:00' }),
      simple('never that hour', '1.00', { OrderDate: '2026-03-08T02:30:00' }),
      simple('unborn', '1.00', { CreatedTime: null }),
      simple('refund', '-1.00', { Type: 'Refund' }),
      simple('void', '1.00', { Type: 'Void' }),
      simple("it's/50%?#&", '1.00', { Purchaser: { Id: '7', FirstName: null, LastName: 'Ø "\\\u2028' } }),
    ]
    expect(await feed(platform, 'shapes', orders)).toMatchObject({ Accepted: orders.length })
    const states = await statesOf(await sync(follower, 'shapes'))
    expect(states.map(({ Status }) => Status)).toEqual(['Queued', 'InProgress', 'Success'])
    await expectSame(
      'shapes',
      orders.map(({ Id }) => Id),
    )
  })

  it('is Failed with what to do for a subscriber that the platform does not know', async () => {
    await configure(follower, 'stranger')
    const states = await statesOf(await sync(follower, 'stranger'))
    expect(states.at(-1)).toMatchObject({
      Status: 'Failed',
      Message: expect.stringMatching(
        /^The platform’s OData service has nothing at .*Subscriber_stranger\/Orders/,
      ),
    })
  })

  it('says in the history which orders it cannot read', async () => {
    await subscribe('spoiled')
    await feed(platform, 'spoiled', [sale('good'), sale('bad')])
    spoil = (text) => text.replace(/("Id":"bad",.*?"Type":)"Sale"/, '$1"Sail"')
    const states = await statesOf(await sync(follower, 'spoiled'))
    expect(states.map(({ Status }) => Status)).toEqual(['Queued', 'InProgress', 'InProgress', 'Success'])
    expect(states[2]?.Message).toMatch(/^1 of 2 orders .* Order bad: type /)
    const { length } = await versions(follower, 'spoiled', [])
    expect(length).toBe(1)
  })
})
