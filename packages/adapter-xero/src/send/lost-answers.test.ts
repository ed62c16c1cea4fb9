import { describe, expect, it } from 'vitest'
import { packetOf } from '../mapped-packets.test-support.js'
import { balanceOf, identitiesOf, outcomesOf, useMswScene } from '../msw-scene.test-support.js'
import { acceptedIn, documentsOf, sendAll, sendStage } from '../xero-scene.test-support.js'

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
    ['other casing', { kind: 'answer', when: 'after', status: 200, body: '{"invoices":[]}' }],
  ] as const)('%s is unknown, found, and not booked again by the same submission', async (_name, fault) => {
    const documents = await documentsOf(msw.scene, [
      packetOf('a', { total: 100n }),
      packetOf('b', { total: 200n }),
    ])
    const sales = documents.filter(({ stage }) => stage === 0)
    const [submission] = msw.scene.connection.prepare(sales, new Map())
    if (!submission) throw new Error('nothing to send')
    msw.fake.faults.order({ fault, path: '/Invoices', method: 'PUT' })
    expect(outcomesOf(await msw.scene.connection.send(submission, Infinity))).toEqual(['unknown', 'unknown'])
    const found = await msw.scene.connection.find(identitiesOf(sales))
    expect(found).toMatchObject(
      sales.map(({ reference, total, date }) => ({
        reference,
        total,
        date,
        kind: 'invoice',
        isVoided: false,
      })),
    )
    expect(outcomesOf(await msw.scene.connection.send(submission, Infinity))).toEqual([
      'accepted',
      'accepted',
    ])
    expect([msw.fake.idempotencyKeys.replays, msw.fake.books().documents.length]).toEqual([1, 2])
  })

  it('before the effect is unknown too, and the document is not there', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    msw.fake.faults.order({ fault: { kind: 'reset', when: 'before' }, path: '/Invoices', method: 'PUT' })
    expect(outcomesOf((await sendStage(msw.scene, documents, 0)).values())).toEqual(['unknown'])
    expect(await msw.scene.connection.find(identitiesOf(documents))).toEqual([])
    expect(outcomesOf((await sendAll(msw.scene, documents)).values())).toEqual(['accepted', 'accepted'])
  })

  it('after a payment was booked does not lead to a second one, even when the key is forgotten', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const accepted = acceptedIn((await sendStage(msw.scene, documents, 0)).values())
    msw.fake.faults.order({ fault: { kind: 'reset', when: 'after' }, path: '/Payments' })
    expect(outcomesOf((await sendStage(msw.scene, documents, 1, accepted)).values())).toEqual(['unknown'])
    await msw.scene.clock.advance(7 * 60_000)
    const [again] = (await sendStage(msw.scene, documents, 1, accepted)).values()
    expect(again).toMatchObject({ outcome: 'rejected', reason: { kind: 'duplicate' } })
    expect(msw.fake.books().payments).toHaveLength(1)
    expect(
      await msw.scene.connection.find(identitiesOf(documents.filter(({ stage }) => stage === 1))),
    ).toMatchObject([{ kind: 'payment', total: 100n, isVoided: false }])
  })
})

describe('a number that is used already', () => {
  it('is a duplicate to be looked up, and never overwritten', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const [invoice] = documents
    await sendStage(msw.scene, documents, 0)
    await msw.scene.clock.advance(7 * 60_000)
    const results = await sendStage(msw.scene, documents, 0)
    expect([...results.values()]).toMatchObject([{ outcome: 'rejected', reason: { kind: 'duplicate' } }])
    expect(await msw.scene.connection.find(identitiesOf(documents.slice(0, 1)))).toMatchObject([
      { reference: invoice?.reference, total: 100n, isVoided: false },
    ])
    expect(balanceOf(msw.fake, '610')).toBe(100n)
  })

  it('is found with what became of it since', async () => {
    const documents = await documentsOf(msw.scene, [
      packetOf('a', { total: 100n }),
      packetOf('r', { total: -50n }),
    ])
    await sendAll(msw.scene, documents)
    const [invoice, payment, note] = documents
    msw.fake.books().deletePayment(payment?.reference ?? '')
    msw.fake.books().voidDocument('invoice', invoice?.reference ?? '')
    const found = new Map(
      (await msw.scene.connection.find(identitiesOf(documents))).map((each) => [each.reference, each]),
    )
    expect(found.get(invoice?.reference ?? '')).toMatchObject({ isVoided: true, kind: 'invoice' })
    expect(found.get(payment?.reference ?? '')).toMatchObject({ isVoided: true, kind: 'payment' })
    expect(found.get(note?.reference ?? '')).toMatchObject({
      isVoided: false,
      kind: 'credit-note',
      total: 50n,
    })
  })
})
