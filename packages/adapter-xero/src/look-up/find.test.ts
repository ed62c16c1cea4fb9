import { describe, expect, it } from 'vitest'
import { packetOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendAll, xeroScene } from '../xero-scene.test-support.js'

describe('find', () => {
  it('looks many documents up in few calls, page by page, and nothing else', async () => {
    const scene = await xeroScene({ limits: { pageSize: 7 } })
    const packets = Array.from({ length: 90 }, (_, index) =>
      packetOf(`p${index}`, { total: index % 2 === 0 ? 100n : -100n }),
    )
    const documents = await documentsOf(scene, packets)
    await sendAll(scene, documents)
    const before = scene.fake.calls.length
    const found = await scene.connection.find(documents.slice(10, 100))
    const meant = new Map(documents.slice(10, 100).map((document) => [document.reference, document]))
    expect(found).toHaveLength(meant.size)
    for (const { reference, total, kind, date } of found)
      expect(meant.get(reference)).toMatchObject({ total, kind, date })
    expect(scene.fake.calls.length - before).toBeLessThan(20)
    for (const { query } of scene.fake.calls) expect(query.length).toBeLessThan(4000)
  })

  it('asks nothing for nothing', async () => {
    const scene = await xeroScene()
    expect(await scene.connection.find([])).toEqual([])
    expect(scene.fake.calls).toEqual([])
  })

  it.each([
    ['a login page', { kind: 'html', when: 'before' }],
    ['other casing', { kind: 'answer', when: 'before', status: 200, body: '{"invoices":[]}' }],
    ['no list', { kind: 'answer', when: 'before', status: 200, body: '{"Invoices":null}' }],
    [
      'an element without a total',
      { kind: 'answer', when: 'before', status: 200, body: '{"Invoices":[{"InvoiceNumber":"LP-a"}]}' },
    ],
    ['half a document', { kind: 'truncate', bytes: 40, end: 'clean' }],
  ] as const)('never takes %s for "not there"', async (_name, fault) => {
    const scene = await xeroScene()
    const [invoice] = await documentsOf(scene, [packetOf('a', { total: 100n })])
    scene.fake.faults.order({ fault, path: '/Invoices', times: 9 })
    const looked = scene.clock.runUntil(scene.connection.find(invoice ? [invoice] : []))
    await expect(looked).rejects.toMatchObject({ reason: { kind: 'transient' } })
  })

  it('does not run round in circles when pages repeat', async () => {
    const scene = await xeroScene({ limits: { pageSize: 1 } })
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    await sendAll(scene, documents)
    const element = {
      InvoiceNumber: documents[0]?.reference,
      InvoiceID: 'fa4e0000-0000-4000-8000-000000000001',
      DateString: '2026-03-01',
      Status: 'PAID',
      Total: 1,
      CurrencyCode: 'USD',
    }
    const fault = {
      kind: 'answer',
      when: 'before',
      status: 200,
      body: JSON.stringify({ Invoices: [element] }),
    } as const
    scene.fake.faults.order({ fault, path: '/Invoices', times: 99 })
    await expect(scene.connection.find(documents.slice(0, 1))).rejects.toThrow('page before it again')
  })

  it('does not take a supplier’s bill of the same number for ours', async () => {
    const scene = await xeroScene()
    const documents = (await documentsOf(scene, [packetOf('a', { total: 100n })])).slice(0, 1)
    const bill = { Type: 'ACCPAY', InvoiceNumber: documents[0]?.reference, Status: 'PAID' }
    const fault = {
      kind: 'answer',
      when: 'before',
      status: 200,
      body: JSON.stringify({ Invoices: [bill] }),
    } as const
    scene.fake.faults.order({ fault, path: '/Invoices' })
    expect(await scene.connection.find(documents)).toEqual([])
  })

  it('prefers the document in force where a number was used twice', async () => {
    const scene = await xeroScene()
    const documents = (await documentsOf(scene, [packetOf('a', { total: 100n })])).slice(0, 1)
    await sendAll(scene, documents)
    const [deleted] = scene.fake.books().documents
    if (deleted) deleted.status = 'DELETED'
    await scene.clock.advance(7 * 60_000)
    await sendAll(scene, documents)
    const found = await scene.connection.find(documents)
    expect(found).toMatchObject([{ isVoided: false, id: scene.fake.books().documents[1]?.id }])
  })
})
