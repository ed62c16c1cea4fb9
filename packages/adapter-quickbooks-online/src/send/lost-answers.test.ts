import { describe, expect, it } from 'vitest'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { useMswScene } from '../msw-scene.test-support.js'
import { createScene, documentsOf, outcomesOf, sendAll, verdictsOf } from '../scene.test-support.js'

const msw = useMswScene()

describe('an answer that is lost', () => {
  it.each([
    ['reset', { kind: 'reset', when: 'after' }],
    ['HTML with status 200', { kind: 'html', when: 'after' }],
    ['half a document', { kind: 'truncate', bytes: 300, end: 'clean' }],
    ['a body that breaks off', { kind: 'truncate', bytes: 300, end: 'abrupt' }],
    [
      'status 503 after the effect',
      { kind: 'answer', when: 'after', status: 503, body: '<h1>Unavailable</h1>' },
    ],
    ['an empty 200', { kind: 'answer', when: 'after', status: 200 }],
    ['other casing', { kind: 'answer', when: 'after', status: 200, body: '{"batchItemResponse":[]}' }],
  ] as const)('%s is unknown, found, and not booked again by the same submission', async (_name, fault) => {
    const journal = { payments: [paymentOf({ amount: 200n, accountId: '90' })], total: 200n }
    const documents = await documentsOf(msw.scene, [
      packetOf('a', { total: 100n }),
      packetOf('b', journal),
      packetOf('c', { total: -300n }),
    ])
    const [submission] = msw.scene.connection.prepare(documents, new Map())
    if (!submission) throw new Error('nothing to send')
    msw.fake.faults.order({ fault, path: '/batch', method: 'POST' })
    expect(outcomesOf(await msw.scene.connection.send(submission, Infinity))).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ])
    const found = new Map((await msw.scene.connection.find(documents)).map((each) => [each.reference, each]))
    for (const { reference, total, date, kind } of documents)
      expect(found.get(reference)).toMatchObject({ total, date, kind, isVoided: false })
    expect(outcomesOf(await msw.scene.connection.send(submission, Infinity))).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
    expect([msw.fake.requestIds.replays, msw.fake.books().transactions.length]).toEqual([1, 3])
  })

  it('before the effect is unknown too, and the document is not there', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    msw.fake.faults.order({ fault: { kind: 'reset', when: 'before' }, path: '/batch' })
    expect(outcomesOf((await sendAll(msw.scene, documents)).values())).toEqual(['unknown'])
    expect(await msw.scene.connection.find(documents)).toEqual([])
    expect(outcomesOf((await sendAll(msw.scene, documents)).values())).toEqual(['accepted'])
  })
})

describe('a number that is used already', () => {
  it('is a duplicate to be looked up, and never booked twice', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    await sendAll(msw.scene, documents)
    msw.fake.requestIds.forget()
    const results = await sendAll(msw.scene, documents)
    expect([...results.values()]).toMatchObject([
      { outcome: 'rejected', reason: { kind: 'duplicate', message: expect.stringContaining('TxnId=1001') } },
    ])
    expect(await msw.scene.connection.find(documents)).toMatchObject([
      { id: '1001', total: 100n, isVoided: false },
    ])
    expect(msw.fake.books().ledger.balance('35')).toBe(100n)
  })

  it('is found with what became of it since', async () => {
    const documents = await documentsOf(msw.scene, [
      packetOf('a', { total: 100n }),
      packetOf('r', { total: -50n }),
    ])
    await sendAll(msw.scene, documents)
    const [receipt, refund] = documents
    msw.fake.books().voidReceipt(receipt?.reference ?? '')
    expect(await msw.scene.connection.find(documents)).toMatchObject([
      { reference: receipt?.reference, isVoided: true, total: 0n, kind: 'sales-receipt' },
      { reference: refund?.reference, isVoided: false, total: 50n, kind: 'refund-receipt' },
    ])
    msw.fake.books().remove('RefundReceipt', '1002')
    expect(await msw.scene.connection.find(documents)).toMatchObject([{ reference: receipt?.reference }])
  })
})

describe('an error that QuickBooks remembers', () => {
  it('is given again under the same request id, and not once a look-up found nothing', async () => {
    const scene = await createScene()
    const documents = await documentsOf(scene, [packetOf('a', { total: 100n })])
    const send = async () => outcomesOf((await sendAll(scene, documents)).values())
    scene.fake.breakNext(1)
    expect([await send(), await send()]).toEqual([['unknown'], ['unknown']])
    expect(scene.fake.requestIds.replays).toBe(1)
    expect(await scene.connection.find(documents)).toEqual([])
    expect(await send()).toEqual(['accepted'])
    const ids = scene.fake.calls.flatMap(({ requestId }) => requestId ?? [])
    expect(ids[2]).toBe(`${ids[0]}-2`)
    expect(scene.fake.books().transactions).toHaveLength(1)
  })

  it('does not outlive the owner mending what was refused', async () => {
    const scene = await createScene()
    const { company } = scene.fake.books()
    const documents = await documentsOf(scene, [
      packetOf('a', { lines: [lineOf({ net: 100n, revenueId: 'item:3' })], total: 100n }),
    ])
    const { items } = company
    company.items = items.map((item) => ({ ...item, Active: false }))
    expect(verdictsOf((await sendAll(scene, documents)).values())).toEqual(['unknown-account'])
    company.items = items
    expect(verdictsOf((await sendAll(scene, documents)).values())).toEqual(['accepted'])
  })
})
