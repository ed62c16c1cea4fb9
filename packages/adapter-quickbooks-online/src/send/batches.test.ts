import { describe, expect, it } from 'vitest'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { useMswScene } from '../msw-scene.test-support.js'
import { createScene, documentsOf, outcomesOf, sendAll, verdictsOf } from '../scene.test-support.js'

const msw = useMswScene()
const writes = () => msw.fake.calls.filter(({ method }) => method === 'POST')

describe('the tests themselves', () => {
  it('fail on any request that no handler knows', async () => {
    await expect(fetch('https://api.intuit.example/v3')).rejects.toThrow('MSW')
    await expect(fetch('https://quickbooks.intuit.com/')).rejects.toThrow('MSW')
  })
})

describe('a batch', () => {
  it('carries 120 mixed packets in four calls, to the cent', async () => {
    const packets = Array.from({ length: 120 }, (_, index) => {
      const net = BigInt(1000 + index * 7)
      const sign = index % 3 === 2 ? -1n : 1n
      const total = sign * (net + 83n)
      const lines = [lineOf({ net: sign * net, tax: sign * 83n, taxId: 'TAX' })]
      if (index % 10 === 9)
        return packetOf(`zero ${index}`, { lines: [lineOf({ net }), lineOf({ net: -net })], total: 0n })
      return packetOf(`packet ${index}`, {
        lines,
        total,
        payments: [paymentOf({ amount: total, accountId: index % 5 === 0 ? '90' : '35' })],
      })
    })
    const documents = await documentsOf(msw.scene, packets)
    const results = await sendAll(msw.scene, documents)
    expect(results.size).toBe(120)
    expect(new Set(outcomesOf(results.values()))).toEqual(new Set(['accepted']))
    expect(
      writes().map(({ path, body }) => [path.split('/').at(-1), body.split('"bId"').length - 1]),
    ).toEqual(Array.from({ length: 4 }, () => ['batch', 30]))
    for (const { query, requestId } of writes()) {
      expect(query).toContain('minorversion=75')
      expect(requestId).toMatch(/^[\da-f]{32}$/)
    }
    const { ledger } = msw.fake.books()
    const expected = packets.reduce((sum, { parts }) => sum + (parts[0]?.total ?? 0n), 0n)
    expect(ledger.balance('35') + ledger.balance('90')).toBe(expected)
    expect(await msw.scene.connection.find(documents)).toHaveLength(120)
  })

  it('that fails by half says so document by document', async () => {
    const packets = [
      packetOf('a', { total: 100n }),
      packetOf('b', { total: 500n }),
      packetOf('c', { total: 300n }),
      packetOf('d', { payments: [paymentOf({ amount: 400n, accountId: '36' })], total: 400n }),
    ]
    const documents = await documentsOf(msw.scene, packets)
    const { company } = msw.fake.books()
    company.accounts = company.accounts.map((each) => (each.Id === '36' ? { ...each, Active: false } : each))
    company.preferences.bookCloseDate = '2026-02-28'
    const early = documents.map((document, index) =>
      index === 1
        ? {
            ...document,
            content: { entity: { ...(document.content['entity'] as object), TxnDate: '2026-02-01' } },
          }
        : document,
    )
    const results = await sendAll(msw.scene, early)
    expect(verdictsOf(results.values())).toEqual(['accepted', 'period-locked', 'accepted', 'unknown-account'])
    expect(msw.fake.books().transactions).toHaveLength(2)
  })

  it('is not sent once its time to begin is over, and nothing is lost by that', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const [submission] = msw.scene.connection.prepare(documents, new Map())
    if (!submission) throw new Error('nothing to send')
    const before = msw.fake.calls.length
    const late = await msw.scene.connection.send(submission, msw.scene.clock.now() - 1)
    expect(late).toMatchObject([{ outcome: 'rejected', reason: { kind: 'transient' } }])
    expect(msw.fake.calls.length).toBe(before)
    expect(verdictsOf(await msw.scene.connection.send(submission, msw.scene.clock.now()))).toEqual([
      'accepted',
    ])
  })

  it('that another version prepared is unknown', async () => {
    const submission = { key: 'k', references: ['LP-a'], body: '{}', operation: 'POST salesreceipt' }
    expect(await msw.scene.connection.send(submission, Infinity)).toMatchObject([
      { outcome: 'unknown', reference: 'LP-a' },
    ])
    expect(writes()).toEqual([])
  })

  it('whose answer comes for other amounts is unknown, not accepted', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const [document] = documents
    const body = JSON.stringify({
      BatchItemResponse: [
        {
          bId: '1',
          SalesReceipt: {
            Id: '9',
            SyncToken: '0',
            DocNumber: document?.reference,
            TxnDate: '2026-03-01',
            TotalAmt: 1.08,
            TxnTaxDetail: { TotalTax: 0.08 },
          },
        },
      ],
    })
    msw.fake.faults.order({ fault: { kind: 'answer', when: 'before', status: 200, body }, path: '/batch' })
    const results = await sendAll(msw.scene, documents)
    expect([...results.values()]).toMatchObject([
      { outcome: 'unknown', message: expect.stringContaining('1.08') },
    ])
  })
})

describe('the fake without our tax statement', () => {
  it('computes what QuickBooks would, so that stating it is what keeps the cents', async () => {
    const scene = await createScene()
    const lines = [lineOf({ net: 1000n, tax: 99n, taxId: 'TAX' })]
    const [document] = await documentsOf(scene, [packetOf('a', { lines, total: 1099n })])
    if (!document) throw new Error('nothing was rendered')
    const { TxnTaxDetail: _stated, ...entity } = document.content['entity'] as Record<string, unknown>
    await sendAll(scene, [{ ...document, content: { entity } }])
    expect(scene.fake.books().ledger.balance('89')).toBe(-80n)
  })
})
