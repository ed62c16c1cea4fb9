import type { Fetch } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { accountId } from '../../fake/index.js'
import { lineOf, packetOf } from '../mapped-packets.test-support.js'
import { balanceOf, elementIn, identitiesOf, outcomesOf, useMswScene } from '../msw-scene.test-support.js'
import { documentsOf, sendAll, sendStage, xeroScene } from '../xero-scene.test-support.js'

const msw = useMswScene()
const writes = () => msw.fake.calls.filter(({ method }) => method === 'PUT')

describe('the tests themselves', () => {
  it('fail on any request that no handler knows', async () => {
    await expect(fetch('https://api.xero.example/Invoices')).rejects.toThrow('MSW')
    await expect(fetch('https://us.xero.com/')).rejects.toThrow('MSW')
  })
})

describe('a batch', () => {
  it('carries 120 mixed packets in six calls, to the cent', async () => {
    const packets = Array.from({ length: 120 }, (_, index) => {
      const net = BigInt(1000 + index * 7)
      const sign = index % 3 === 2 ? -1n : 1n
      const lines = [lineOf({ net: sign * net, tax: sign * 83n, taxId: 'TAX001' })]
      return index % 10 === 9
        ? packetOf(`zero ${index}`, { lines: [lineOf({ net }), lineOf({ net: -net })], total: 0n })
        : packetOf(`packet ${index}`, { lines, total: sign * (net + 83n) })
    })
    const documents = await documentsOf(msw.scene, packets)
    const results = await sendAll(msw.scene, documents)
    expect(results.size).toBe(documents.length)
    expect(new Set(outcomesOf(results.values()))).toEqual(new Set(['accepted']))
    const counts = writes().map(({ path, query, body }) => [
      path.split('/').at(-1),
      query,
      body.split('"Date":').length - 1,
    ])
    expect(counts).toEqual([
      ['Invoices', '?summarizeErrors=false', 50],
      ['Invoices', '?summarizeErrors=false', 34],
      ['CreditNotes', '?summarizeErrors=false', 36],
      ['Payments', '?summarizeErrors=false', 50],
      ['Payments', '?summarizeErrors=false', 50],
      ['Payments', '?summarizeErrors=false', 8],
    ])
    expect(balanceOf(msw.fake, '090')).toBe(
      packets.reduce((sum, { parts }) => sum + (parts[0]?.total ?? 0n), 0n),
    )
    expect(balanceOf(msw.fake, '610')).toBe(0n)
    expect(await msw.scene.connection.find(identitiesOf(documents))).toHaveLength(documents.length)
  })

  it('that fails by half says so document by document', async () => {
    const bad = lineOf({ net: 500n, revenueId: accountId('299') })
    const packets = [
      packetOf('a', { total: 100n }),
      packetOf('b', { lines: [bad], total: 500n }),
      packetOf('c', { total: 300n }),
      packetOf('d', { lines: [lineOf({ net: 400n, taxId: 'TAX009' })], total: 400n }),
    ]
    const documents = await documentsOf(msw.scene, packets)
    const results = await sendStage(msw.scene, documents, 0)
    expect([...results.values()]).toMatchObject([
      { outcome: 'accepted' },
      {
        outcome: 'rejected',
        reason: { kind: 'unknown-account', message: expect.stringContaining('archived') },
      },
      { outcome: 'accepted' },
      { outcome: 'rejected', reason: { kind: 'tax' } },
    ])
    expect(msw.fake.books().documents).toHaveLength(2)
  })

  it('whose answer summarises the errors leaves the others in doubt, where a look-up finds them', async () => {
    const packets = [
      packetOf('a', { total: 100n }),
      packetOf('b', { lines: [lineOf({ net: 5n, revenueId: accountId('299') })], total: 5n }),
    ]
    const documents = await documentsOf(msw.scene, packets)
    const summarising: Fetch = (url, init) =>
      fetch(typeof url === 'string' ? url.replace('summarizeErrors=false', '') : url, init)
    const other = await xeroScene({ fake: msw.fake, clock: msw.scene.clock, fetch: summarising })
    const results = await sendStage(other, documents, 0)
    expect([...results.values()]).toMatchObject([{ outcome: 'unknown' }, { outcome: 'rejected' }])
    expect(await msw.scene.connection.find(identitiesOf(documents))).toMatchObject([
      { reference: documents[0]?.reference },
    ])
  })

  it('is prepared the same from stored documents whose members are in another order', async () => {
    const documents = await documentsOf(msw.scene, [packetOf('a', { total: 100n })])
    const reordered = documents.map((document) => ({
      ...document,
      content: {
        element: Object.fromEntries(Object.entries(elementIn(document)).toReversed()),
      },
    }))
    const [once, again] = [documents, reordered].map((each) =>
      msw.scene.connection.prepare(each.slice(0, 1), new Map()),
    )
    expect(again).toEqual(once)
    expect(once?.[0]?.key).toMatch(/^[\da-f]{64}$/)
  })

  it('has another key in another organisation, for Xero keeps keys by app', async () => {
    const documents = (await documentsOf(msw.scene, [packetOf('a', { total: 100n })])).slice(0, 1)
    const keyIn = (organisationId: string): string | undefined => {
      const { environment, adapter, stop } = msw.scene
      const context = {
        ...environment,
        subscriberId: '1',
        settings: {},
        organisationId,
        tokens: null,
        signal: stop.signal,
      }
      return adapter.connect(context).prepare(documents, new Map())[0]?.key
    }
    expect(keyIn('one')).toBe(keyIn('one'))
    expect(keyIn('one')).not.toBe(keyIn('two'))
  })

  it('stays below the bytes allowed', async () => {
    const small = await xeroScene({ limits: { batchBytes: 2000 } })
    const documents = await documentsOf(
      small,
      Array.from({ length: 9 }, (_, index) => packetOf(`p${index}`, { total: 100n })),
    )
    const submissions = small.connection.prepare(
      documents.filter(({ stage }) => stage === 0),
      new Map(),
    )
    expect(submissions.length).toBeGreaterThan(1)
    for (const { body } of submissions) expect(body.length).toBeLessThanOrEqual(2000)
    expect(submissions.flatMap(({ references }) => references)).toHaveLength(9)
  })
})
