import { sumOf } from '@ledgerpost/core'
import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { accountId, defaultOrganisation } from '../../fake/index.js'
import { bookedIn, statedBy } from '../booked.test-support.js'
import { clearing, journalPackets } from '../journal-packets.test-support.js'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendAll, xeroScene } from '../xero-scene.test-support.js'

const bookings = ['manual-journals'] as const
describe('booking as manual journals', () => {
  test.prop([journalPackets], { seed: 20_260_303, numRuns: 80 })(
    'makes one journal whose postings sum to zero and are what Xero books, to the cent and the tax',
    async (packet) => {
      const scene = await xeroScene({ bookings })
      const documents = await documentsOf(scene, [packet])
      expect(documents).toHaveLength(1)
      for (const { postings } of documents) expect(sumOf(postings, ({ amount }) => amount)).toBe(0n)
      const results = await sendAll(scene, documents)
      expect([...results.values()].filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
      expect(bookedIn(scene.fake)).toEqual(statedBy(documents))
    },
  )

  it('states debits above zero, before tax, and the title in each line', async () => {
    const scene = await xeroScene({ bookings })
    const lines = [
      lineOf({ net: 2000n, tax: 160n, taxId: 'TAX001' }),
      lineOf({ net: -500n, description: null }),
    ]
    const packet = packetOf(
      's',
      { lines, payments: [clearing(1660n)], total: 1660n },
      { documentDate: '2026-04-01' },
    )
    const [document] = await documentsOf(scene, [packet])
    expect(document).toMatchObject({
      kind: 'journal',
      stage: 0,
      date: '2026-04-01',
      total: 2160n,
      settles: null,
      content: {
        element: {
          Narration: document?.reference,
          Date: '2026-04-01',
          Status: 'POSTED',
          LineAmountTypes: 'Exclusive',
          JournalLines: [
            {
              Description: '2026-03-01: Order s: 1',
              LineAmount: 16.6,
              AccountID: accountId('831'),
              TaxType: 'NONE',
            },
            {
              Description: '2026-03-01: Order s: Single Class',
              LineAmount: -20,
              AccountID: accountId('200'),
              TaxType: 'TAX001',
            },
            { Description: '2026-03-01: Order s: 1', LineAmount: 5, TaxType: 'NONE' },
          ],
        },
      },
    })
  })

  it('joins lines where that gives the tax that they have together', async () => {
    const scene = await xeroScene({ bookings })
    // 8 % of 0.55 are 0.04 each, and of 1.10 are 0.09.
    const lines = [
      lineOf({ net: 55n, tax: 4n, taxId: 'TAX001' }),
      lineOf({ net: 55n, tax: 5n, taxId: 'TAX001' }),
    ]
    const [document] = await documentsOf(scene, [
      packetOf('j', { lines, payments: [clearing(119n)], total: 119n }),
    ])
    expect(document?.content).toMatchObject({ element: { JournalLines: [{}, { LineAmount: -1.1 }] } })
  })

  it('makes nothing of forced taxes that take each other back', async () => {
    const scene = await xeroScene({ bookings })
    const back = [1n, -1n].map((sign) => lineOf({ net: sign * 2000n, tax: sign * 161n, taxId: 'TAX001' }))
    expect(await documentsOf(scene, [packetOf('back', { lines: back, total: 0n })])).toEqual([])
    const given = [1n, -1n].map((sign) => lineOf({ net: sign * 2000n, tax: sign * 160n, taxId: 'TAX001' }))
    const documents = await documentsOf(scene, [packetOf('given', { lines: given, total: 0n })])
    const [result] = (await sendAll(scene, documents)).values()
    expect(result?.outcome).toBe('accepted')
  })

  it('makes nothing of nothing', async () => {
    const scene = await xeroScene({ bookings })
    expect(await documentsOf(scene, [packetOf('n', { lines: [], total: 0n })])).toEqual([])
    expect(await documentsOf(scene, [packetOf('z', { lines: [lineOf({ net: 0n })], total: 0n })])).toEqual([])
  })

  it.each([
    [
      'a bank account',
      packetOf('b', { total: 100n }),
      'NotRepresentable',
      "'090 Checking Account' is a bank account, and manual journals cannot touch it",
    ],
    [
      'an account of Xero',
      packetOf('x', {
        lines: [lineOf({ net: 100n, revenueId: accountId('960') })],
        payments: [clearing(100n)],
        total: 100n,
      }),
      'NotRepresentable',
      "'960 Retained Earnings' is kept by Xero itself",
    ],
    [
      'a bank account without a code',
      packetOf('c', { payments: [paymentOf({ amount: 100n, accountId: accountId('999') })], total: 100n }),
      'NotRepresentable',
      "'Payment Terminal' is a bank account",
    ],
    [
      'a tax that Xero computes otherwise',
      packetOf('t', {
        lines: [lineOf({ net: 2000n, tax: 161n, taxId: 'TAX001' })],
        payments: [clearing(2161n)],
        total: 2161n,
      }),
      'TaxNotRepresentable',
      'cannot be forced',
    ],
  ])('refuses %s', async (_what, packet, code, message) => {
    const scene = await xeroScene({ bookings })
    expect(scene.adapter.render(packet, await scene.configuration())).toEqual({
      ok: false,
      code,
      message: expect.stringContaining(message),
    })
  })

  it('needs a tax rate for what bears no tax, of whatever edition', async () => {
    const rates = (TaxType: string) =>
      defaultOrganisation.taxRates.flatMap((rate) =>
        rate.TaxType === 'NONE' ? [{ ...rate, TaxType }] : rate.TaxType === 'TAX001' ? [rate] : [],
      )
    const lines = [lineOf({ net: 2000n, tax: 160n, taxId: 'TAX001' })]
    const packet = packetOf('a', { lines, payments: [clearing(2160n)], total: 2160n })
    const [australian, odd] = await Promise.all(
      ['BASEXCLUDED', 'OTHER'].map(async (taxType) => {
        const organisations = [{ ...defaultOrganisation, taxRates: rates(taxType) }]
        const scene = await xeroScene({ bookings, organisations })
        return scene.adapter.render(packet, await scene.configuration())
      }),
    )
    expect(australian).toMatchObject({
      ok: true,
      documents: [
        { content: { element: { JournalLines: [{ TaxType: 'BASEXCLUDED' }, { TaxType: 'TAX001' }] } } },
      ],
    })
    expect(odd).toMatchObject({
      ok: false,
      code: 'NotRepresentable',
      message: expect.stringContaining('NONE or BASEXCLUDED'),
    })
  })

  it('offers for payments what may stand in a journal', async () => {
    const scene = await xeroScene({ bookings })
    const { accounts } = await scene.configuration()
    const takesPayments = (code: string) => accounts.find(({ id }) => id === accountId(code))?.takesPayments
    expect(['090', '610', '830', '832', '860'].map(takesPayments)).toEqual([false, false, true, true, true])
  })
})
