import { describe, expect, it } from 'vitest'
import { packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { createScene, documentsOf, sendAll, verdictsOf } from '../scene.test-support.js'

const reads = (scene: Awaited<ReturnType<typeof createScene>>): number =>
  scene.fake.calls.filter(({ method }) => method === 'GET').length

describe('find', () => {
  it('looks many documents up in few calls, page by page, and nothing else', async () => {
    const scene = await createScene({ limits: { pageSize: 7 } })
    const packets = Array.from({ length: 90 }, (_, index) => {
      const total = index % 3 === 0 ? -100n : 100n
      const accountId = index % 3 === 1 ? '90' : '35'
      return packetOf(`p${index}`, { total, payments: [paymentOf({ amount: total, accountId })] })
    })
    const documents = await documentsOf(scene, packets)
    await sendAll(scene, documents)
    const before = reads(scene)
    const found = await scene.connection.find(documents.slice(10, 80))
    const meant = new Map(documents.slice(10, 80).map((document) => [document.reference, document]))
    expect(found).toHaveLength(meant.size)
    for (const { reference, total, kind, date, link } of found) {
      expect(meant.get(reference)).toMatchObject({ total, kind, date })
      expect(link).toMatch(/^https:\/\/app\.qbo\.intuit\.com\/app\/\w+\?txnId=\d+&companyid=/)
    }
    expect(reads(scene) - before).toBeLessThan(16)
    for (const { query } of scene.fake.calls) expect(query.length).toBeLessThan(4000)
  })

  it('asks nothing for nothing, and says what it does not make', async () => {
    const scene = await createScene()
    expect(await scene.connection.find([])).toEqual([])
    expect(scene.fake.calls).toEqual([])
    const invoice = { reference: 'LP-a', kind: 'invoice', date: '2026-03-01' } as const
    await expect(scene.connection.find([invoice])).rejects.toThrow('invoice')
  })

  it.each([
    ['a login page', { kind: 'html', when: 'before' }],
    ['other casing', { kind: 'answer', when: 'before', status: 200, body: '{"queryResponse":{}}' }],
    [
      'another list',
      { kind: 'answer', when: 'before', status: 200, body: '{"QueryResponse":{"Invoice":[]}}' },
    ],
    [
      'no list',
      { kind: 'answer', when: 'before', status: 200, body: '{"QueryResponse":{"SalesReceipt":null}}' },
    ],
    [
      'a fault with status 200',
      {
        kind: 'answer',
        when: 'before',
        status: 200,
        body: '{"QueryResponse":{},"Fault":{"Error":[],"type":"SystemFault"}}',
      },
    ],
    ['half a document', { kind: 'truncate', bytes: 40, end: 'clean' }],
  ] as const)('never takes %s for "not there"', async (_name, fault) => {
    const scene = await createScene()
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    await sendAll(scene, documents)
    await scene.connection.find(documents)
    scene.fake.faults.order({ fault, path: '/query', times: 9 })
    const looked = scene.clock.runUntil(scene.connection.find(documents))
    await expect(looked).rejects.toMatchObject({ reason: { kind: 'transient' } })
  })

  it('does not conclude anything from a document without a total', async () => {
    const scene = await createScene()
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    await sendAll(scene, documents)
    const [transaction] = scene.fake.books().transactions
    if (transaction) transaction.element = { ...transaction.element, TotalAmt: 'much' }
    await expect(scene.connection.find(documents)).rejects.toThrow('lacks its id, date or total')
  })

  it('does not run round in circles when pages repeat', async () => {
    const scene = await createScene({ limits: { pageSize: 1 } })
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const row = { Id: '1', SyncToken: '0', DocNumber: 'LP-x', TxnDate: '2026-03-01', TotalAmt: 1 }
    const body = JSON.stringify({ QueryResponse: { SalesReceipt: [row] } })
    await scene.connection.find(documents)
    scene.fake.faults.order({
      fault: { kind: 'answer', when: 'before', status: 200, body },
      path: '/query',
      times: 99,
    })
    await expect(scene.connection.find(documents)).rejects.toThrow('page before it again')
  })

  it('finds by their note what the company numbered itself', async () => {
    const scene = await createScene()
    Object.assign(scene.fake.books().company.preferences, { customNumbers: false, renumbers: true })
    const documents = await documentsOf(scene, [
      packetOf('a', { total: 100n }),
      packetOf('b', { total: -200n }, { documentDate: '2026-03-02' }),
    ])
    expect(verdictsOf((await sendAll(scene, documents)).values())).toEqual(['accepted', 'accepted'])
    expect(scene.fake.books().transactions.map(({ element }) => element['DocNumber'])).toEqual([
      '1001',
      '1002',
    ])
    const missing = await documentsOf(scene, [packetOf('never sent', { total: 5n })])
    expect(await scene.connection.find([...documents, ...missing])).toMatchObject(
      documents.map(({ reference, total }) => ({ reference, total })),
    )
  })

  it('prefers the document in force where a reference is there twice', async () => {
    const scene = await createScene()
    scene.fake.books().company.preferences.refusesDuplicates = false
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    await sendAll(scene, documents)
    scene.fake.books().voidReceipt(documents[0]?.reference ?? '')
    scene.fake.requestIds.forget()
    await sendAll(scene, documents)
    expect(await scene.connection.find(documents)).toMatchObject([
      { isVoided: false, id: '1002', total: 100n },
    ])
  })

  it('tells whole minor units of a currency without decimals', async () => {
    const scene = await createScene()
    scene.fake.books().company.currency = 'JPY'
    const documents = await documentsOf(scene, [packetOf('a', { total: 1200n }, { currency: 'JPY' })])
    expect(documents[0]?.content).toMatchObject({ entity: { Line: [{ Amount: 1200 }] } })
    await sendAll(scene, documents)
    expect(await scene.connection.find(documents)).toMatchObject([{ total: 1200n }])
  })
})
