import { playStudio, studioConfiguration, studioSubscriber } from '@ledgerpost/testkit'
import { serve } from '@ledgerpost/server'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { AccountingMap, OrderInput } from './api-types.js'
import { type Client, createClient } from './client.js'
import { lastInspection } from './integration-client.js'
import { configuration, maps, sale, subscriber } from './platform.test-support.js'
import { startTestServer, type TestServer, tokenOf } from './test-server.test-support.js'

let test: TestServer
let platform: Client
let owner: Client
beforeAll(async () => {
  test = await startTestServer()
  const common = { baseUrl: 'http://localhost/', fetch: test.fetch, clock: test.clock }
  platform = createClient({ ...common, token: tokenOf('MINDBODY Automated System') })
  owner = createClient({ ...common, token: tokenOf('MINDBODY Owner') })
})
afterAll(() => test.close())

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

async function configure(id: string) {
  await platform.subscriber(id).putSubscriber(subscriber)
  await platform.subscriber(id).putConfiguration(configuration)
  const books = owner.subscriber(id).integration('PlainText')
  await books.link()
  await books.save(maps)
  return books
}

describe('the client', () => {
  it('walks from the first word of the platform to a sync and its history', async () => {
    const studio = platform.subscriber('1')
    const books = owner.subscriber('1').integration('plaintext')
    await studio.putSubscriber(subscriber)
    await studio.putConfiguration(configuration)
    expect(await books.initialize()).toMatchObject({ Status: 1 })
    const linked = await books.link({ Settings: {} })
    expect(linked).toMatchObject({ AuthorisationUrl: null, AccountingIntegration: { Status: 2 } })
    const mapped = await books.map([
      {
        MapType: 'TaxRateMap',
        MapItems: [{ MindbodyId: '01:01', IntegrationId: 'Liabilities:Tax:Sales-Tax' }],
      },
    ])
    expect(mapped.Maps[0]?.MapItems).toMatchObject([{ MindbodyId: '01:01', ModifiedBy: { UserId: '5000' } }])
    expect(await books.save(maps)).toMatchObject({ Status: 3 })

    const early = Array.from({ length: 110 }, (_, index) => sale(`early${index}`, '2025-12-31T12:00:00'))
    const orders = Array.from({ length: 230 }, (_, index) => sale(String(index)))
    expect(await studio.feedOrders([...early, ...orders])).toMatchObject({ Accepted: 340, Rejected: 0 })
    const { recordId, location } = await books.sync()
    expect(location).toBe(`http://localhost/odata/v4/Subscriber_1/SyncHistory('${recordId}')`)
    expect(await books.sync()).toEqual({ recordId, location })
    const record = await owner.subscriber('1').waitForSync(recordId)
    expect(record).toMatchObject({ Outcome: { Sent: 230, Excluded: 110, Totals: [{ Amount: 2484 }] } })
    expect(test.clock.slept).toEqual([5000])

    const packets = await all(owner.subscriber('1').packets(recordId))
    expect(new Set(packets.map(({ Id }) => Id)).size).toBe(230)
    expect(await all(owner.subscriber('1').exclusions(recordId))).toHaveLength(110)
    const [order] = await all(owner.subscriber('1').orders({ filter: "Id eq '7'", expand: 'Items,Payments' }))
    expect(order).toMatchObject({ Id: '7', Items: [{ Total: 10.8 }], Payments: [{ Amount: 10.8 }] })
    const [known] = await all(owner.subscriber('1').configuration({ expand: 'TaxRates' }))
    expect(known).toMatchObject({ Id: '1', TaxRates: [{ Id: '01:01' }] })
    await expect(
      books.saveXeroTaxRate({
        TaxRate: { Name: 'City', TaxComponents: [{ Name: 'City', Rate: '1.5', IsCompound: false }] },
      }),
    ).rejects.toMatchObject({ status: 404 })
    expect(await books.resync(recordId)).toEqual({ recordId, location })
    expect(await owner.subscriber('1').waitForSync(recordId)).toEqual(record)
    expect(await all(owner.subscriber('1').syncHistory())).toMatchObject([{ Id: recordId }])
    expect(await owner.subscriber('1').syncRecord(recordId)).toMatchObject({ Id: recordId })
    expect(await books.deactivate()).toMatchObject({ Status: 4 })
    expect(await books.remove()).toMatchObject({ Status: 1 })
  })

  it('waits until the ledger was read again', async () => {
    const books = await configure('2')
    const before = await books.initialize()
    await books.refresh()
    const after = await books.waitForRefresh(lastInspection(before))
    expect(after.IntegrationConfiguration.InspectionTimes.length).toBe(
      before.IntegrationConfiguration.InspectionTimes.length + 1,
    )
  })

  it('saves what it was shown', async () => {
    const books = await configure('3')
    const shown = await books.initialize()
    const saved = await books.save(shown)
    expect(saved.Status).toBe(3)
    expect(saved.Maps.map(targets)).toEqual(shown.Maps.map(targets))
  })

  it('tells why the server says no, with the code, the members and the reasons', async () => {
    const books = await configure('4')
    await expect(books.map([{ MapType: 'Nothing', MapItems: [] }])).rejects.toMatchObject({
      name: 'ProblemError',
      status: 400,
      code: 'invalid-body',
      errors: [{ member: '[0].MapType' }],
    })
    await expect(owner.subscriber('4').syncRecord("it's nothing")).rejects.toMatchObject({
      status: 404,
      code: 'odata-not-found',
      detail: expect.stringContaining('does not exist'),
    })
    await expect(books.callback('?state=x&code=y')).rejects.toMatchObject({ status: 409, code: 'conflict' })
    await expect(owner.subscriber('4').feedOrders([])).rejects.toMatchObject({ code: 'forbidden' })
  })
})

const targets = ({ MapItems }: AccountingMap) =>
  MapItems.map(({ MindbodyId, IntegrationId }) => [MindbodyId, IntegrationId])

async function* slowly(orders: Iterable<OrderInput>) {
  for (const order of orders) yield await Promise.resolve(order)
}

describe('a feed', () => {
  beforeAll(async () => {
    await platform.subscriber('10').putSubscriber(studioSubscriber('10'))
    await platform.subscriber('10').putConfiguration(studioConfiguration('10'))
  })

  const studio = () => playStudio({ orders: 300, days: 10 })

  it('sends texts as they are, each on a line of its own', async () => {
    const [order] = studio()
    const texts = [JSON.stringify(order, null, 2), '{']
    const { Accepted, Unchanged, Rejected, Errors } = await platform.subscriber('10').feedOrders(texts)
    expect([Accepted + Unchanged, Rejected, Errors[0]?.Position]).toEqual([1, 1, 2])
  })

  it.each([{}, { gzip: true }, { streaming: false }, { streaming: false, gzip: true }])(
    'is taken in any form: %j',
    async (options) => {
      const summary = await platform.subscriber('10').feedOrders(slowly(studio()), options)
      expect(summary.Accepted + summary.Unchanged + summary.Stale).toBe([...studio()].length)
      expect(summary.Rejected).toBe(0)
    },
  )

  it('tells of each order what became of it', async () => {
    const bad: OrderInput = { ...sale('2'), Type: 'Present' }
    const receipts = await all(platform.subscriber('10').feedOrderReceipts([sale('1'), bad, sale('1')]))
    expect(receipts).toEqual([
      { Position: 1, OrderId: '1', Outcome: 'Accepted' },
      {
        Position: 2,
        OrderId: '2',
        Outcome: 'Rejected',
        Problems: [expect.objectContaining({ Member: 'Type' })],
      },
      { Position: 3, OrderId: '1', Outcome: 'Unchanged' },
    ])
  })

  it('is refused as a whole with the problem, and then reads no more orders', async () => {
    let isEnded = false
    async function* endless() {
      try {
        for (;;) yield await Promise.resolve(sale('1'))
      } finally {
        isEnded = true
      }
    }
    await expect(all(platform.subscriber('nobody').feedOrderReceipts(endless()))).rejects.toMatchObject({
      status: 404,
      code: 'not-found',
    })
    await expect.poll(() => isEnded).toBe(true)
  })
})

describe('over a network', () => {
  it('sends orders while it reads receipts, and tells what the source of orders throws', async () => {
    const running = await serve(
      {
        ...test.server,
        run: () => Promise.resolve(),
        close: () => Promise.resolve(),
      },
      { port: 0, hostname: '127.0.0.1' },
    )
    onTestFinished(() => running.stop())
    const client = createClient({ baseUrl: running.url, token: tokenOf('MINDBODY Automated System') })
    await client.subscriber('20').putSubscriber(subscriber)
    const orders = Array.from({ length: 20_000 }, (_, index) => sale(`n${index}`))
    let sent = 0
    let received = 0
    let mostAhead = 0
    async function* counted() {
      for (const order of orders) {
        sent += 1
        mostAhead = Math.max(mostAhead, sent - received)
        yield await Promise.resolve(order)
      }
    }
    for await (const { Outcome } of client.subscriber('20').feedOrderReceipts(counted())) {
      expect(Outcome).toBe('Accepted')
      received += 1
    }
    expect([sent, received]).toEqual([20_000, 20_000])
    expect(mostAhead).toBeLessThan(20_000)

    async function* broken() {
      yield await Promise.resolve(sale('x'))
      throw new Error('The till is gone.')
    }
    await expect(client.subscriber('20').feedOrders(broken())).rejects.toThrow('The till is gone.')
    await expect(all(client.subscriber('20').feedOrderReceipts(broken()))).rejects.toThrow(
      'The till is gone.',
    )
  })
})
