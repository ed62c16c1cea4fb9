import { sumOf } from '@ledgerpost/core'
import { test } from '@fast-check/vitest'
import { beforeAll, describe, expect, it } from 'vitest'
import { accountId } from '../../fake/index.js'
import { bookedIn, statedBy } from '../booked.test-support.js'
import { lineOf, mappedPackets, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendAll, type XeroScene, xeroScene } from '../xero-scene.test-support.js'

let scene: XeroScene
beforeAll(async () => {
  scene = await xeroScene()
})

describe('render', () => {
  test.prop([mappedPackets], { numRuns: 150 })(
    'states postings that sum to zero and are what Xero books, to the cent and the tax',
    async (packet) => {
      const fresh = await xeroScene()
      const documents = await documentsOf(fresh, [packet])
      for (const { postings, total } of documents) {
        expect(sumOf(postings, (posting) => posting.amount)).toBe(0n)
        expect(total).toBeGreaterThanOrEqual(0n)
      }
      const results = await sendAll(fresh, documents)
      expect([...results.values()].filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
      expect(bookedIn(fresh.fake)).toEqual(statedBy(documents))
    },
  )

  test.prop([mappedPackets])('is pure', async (packet) => {
    const [once, again] = [
      await documentsOf(scene, [packet]),
      await documentsOf(scene, [structuredClone(packet)]),
    ]
    expect(again).toEqual(once)
    expect(new Set(once.map(({ reference }) => reference)).size).toBe(once.length)
  })

  it('makes an invoice and its payments of a sale', async () => {
    const lines = [
      lineOf({ net: 4400n, tax: 353n, taxId: 'TAX001', quantity: '2' }),
      lineOf({ net: -1000n, description: null, revenueCategoryId: 'type:Tip' }),
    ]
    const payments = [paymentOf({ amount: 3000n }), paymentOf({ amount: 753n, accountId: accountId('830') })]
    const packet = packetOf('1041', { lines, payments, total: 3753n }, { documentDate: '2026-04-01' })
    const [invoice, first, second] = await documentsOf(scene, [packet])
    expect(invoice).toMatchObject({
      kind: 'invoice',
      stage: 0,
      total: 3753n,
      date: '2026-04-01',
      content: {
        element: {
          Type: 'ACCREC',
          InvoiceNumber: invoice?.reference,
          Reference: '2026-03-01: Order 1041',
          Contact: { Name: 'Point of sale' },
          Date: '2026-04-01',
          DueDate: '2026-04-01',
          Status: 'AUTHORISED',
          LineAmountTypes: 'Exclusive',
          CurrencyCode: 'USD',
          LineItems: [
            {
              Description: 'Single Class',
              Quantity: 2,
              UnitAmount: 22,
              TaxType: 'TAX001',
              TaxAmount: 3.53,
              AccountID: accountId('200'),
            },
            {
              Description: 'type:Tip',
              Quantity: 1,
              UnitAmount: -10,
              TaxType: 'NONE',
              TaxAmount: 0,
              AccountID: accountId('200'),
            },
          ],
        },
      },
    })
    expect(
      [first, second].map((document) => [
        document?.kind,
        document?.stage,
        document?.total,
        document?.settles,
      ]),
    ).toEqual([
      ['payment', 1, 3000n, invoice?.reference],
      ['payment', 1, 753n, invoice?.reference],
    ])
    expect(second?.content).toEqual({
      settled: 'Invoice',
      element: {
        Account: { AccountID: accountId('830') },
        Date: '2026-04-01',
        Amount: 7.53,
        Reference: second?.reference,
      },
    })
  })

  it('makes a credit note of a refund, with positive amounts', async () => {
    const lines = [lineOf({ net: -2000n, tax: -160n, taxId: 'TAX001', quantity: '-2' })]
    const [note, payment] = await documentsOf(scene, [packetOf('r', { lines, total: -2160n })])
    expect(note).toMatchObject({
      kind: 'credit-note',
      total: 2160n,
      content: {
        element: { Type: 'ACCRECCREDIT', LineItems: [{ Quantity: 2, UnitAmount: 10, TaxAmount: 1.6 }] },
      },
    })
    expect(payment).toMatchObject({
      kind: 'payment',
      total: 2160n,
      content: { settled: 'CreditNote', element: { Amount: 21.6 } },
    })
  })

  it('makes one invoice without a payment of what comes to zero, and nothing of nothing', async () => {
    const lines = [lineOf({ net: 1000n }), lineOf({ net: -1000n, revenueId: accountId('210') })]
    expect(await documentsOf(scene, [packetOf('z', { lines, total: 0n })])).toMatchObject([
      { kind: 'invoice', total: 0n },
    ])
    expect(await documentsOf(scene, [packetOf('n', { lines: [], total: 0n })])).toEqual([])
  })

  it('joins the lines of a document that would be too large for a call', async () => {
    const small = await xeroScene({ limits: { batchBytes: 4000 } })
    const lines = Array.from({ length: 100 }, (_, index) =>
      lineOf({
        net: 100n + BigInt(index),
        tax: 1n,
        taxId: 'TAX001',
        revenueId: accountId(index % 2 === 0 ? '200' : '210'),
      }),
    )
    const total = sumOf(lines, ({ net, tax }) => net + tax)
    const documents = await documentsOf(small, [packetOf('big', { lines, total })])
    expect(JSON.stringify(documents[0]?.content).length).toBeLessThan(4000)
    expect(documents[0]?.content).toMatchObject({ element: { LineItems: [{}, {}] } })
    expect([...(await sendAll(small, documents)).values()].map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
    ])
  })

  it.each([
    ['another currency', packetOf('c', { total: 100n }, { currency: 'EUR' }), 'CurrencyNotSupported'],
    [
      'tax at a rate of zero',
      packetOf('t', { lines: [lineOf({ net: 100n, tax: 8n, taxId: 'EXEMPTOUTPUT' })], total: 108n }),
      'TaxNotRepresentable',
    ],
    ['amounts beyond exact numbers', packetOf('n', { total: 10n ** 15n }), 'NotRepresentable'],
  ])('refuses %s', async (_name, packet, code) => {
    expect(scene.adapter.render(packet, await scene.configuration())).toMatchObject({ ok: false, code })
  })

  it('refuses currencies with three decimals', async () => {
    const configuration = await scene.configuration()
    const inDinar = { ...configuration, organisation: { ...configuration.organisation, currency: 'KWD' } }
    const packet = packetOf('k', { total: 1000n }, { currency: 'KWD' })
    expect(scene.adapter.render(packet, inDinar)).toMatchObject({ ok: false, code: 'CurrencyNotSupported' })
  })

  it('refuses to render without what an inspection tells', async () => {
    const configuration = { ...(await scene.configuration()), extension: {} }
    expect(scene.adapter.render(packetOf('e', { total: 1n }), configuration)).toMatchObject({
      ok: false,
      code: 'NotRepresentable',
    })
  })
})
