import { sumOf } from '@ledgerpost/core'
import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { accountId, defaultOrganisation } from '../../fake/index.js'
import { bookedIn, statedBy } from '../booked.test-support.js'
import { lineOf, mappedPackets, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { documentsOf, sendAll, xeroScene } from '../xero-scene.test-support.js'

const bookings = ['bank-transactions'] as const

describe('booking as bank transactions', () => {
  test.prop([mappedPackets], { seed: 20_260_302, numRuns: 60 })(
    'states postings that sum to zero and are what Xero books, to the cent and the tax',
    async (packet) => {
      const scene = await xeroScene({ bookings })
      const documents = await documentsOf(scene, [packet])
      for (const { postings } of documents) expect(sumOf(postings, ({ amount }) => amount)).toBe(0n)
      const results = await sendAll(scene, documents)
      expect([...results.values()].filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
      expect(bookedIn(scene.fake)).toEqual(statedBy(documents))
    },
  )

  it('makes money received of a sale, however many methods went to the account', async () => {
    const scene = await xeroScene({ bookings })
    const lines = [
      lineOf({ net: 4400n, tax: 352n, taxId: 'TAX001', quantity: '2' }),
      lineOf({ net: -1000n, description: null, revenueCategoryId: 'type:Tip' }),
    ]
    const payments = [paymentOf({ amount: 3000n }), paymentOf({ amount: 752n, paymentMethodId: '2' })]
    const [document, ...others] = await documentsOf(scene, [packetOf('s', { lines, payments, total: 3752n })])
    expect(others).toEqual([])
    expect(document).toMatchObject({
      kind: 'bank-transaction',
      stage: 0,
      total: 3752n,
      settles: null,
      content: {
        element: {
          Type: 'RECEIVE',
          Contact: { Name: 'Point of sale' },
          BankAccount: { AccountID: accountId('090') },
          Date: '2026-03-01',
          LineAmountTypes: 'Exclusive',
          Reference: document?.reference,
          LineItems: [
            { Description: 'Single Class', Quantity: 2, UnitAmount: 22, TaxType: 'TAX001', TaxAmount: 3.52 },
            { Description: 'type:Tip', Quantity: 1, UnitAmount: -10, TaxType: 'NONE', TaxAmount: 0 },
          ],
        },
      },
    })
  })

  it('makes money spent of a refund, with positive amounts', async () => {
    const scene = await xeroScene({ bookings })
    const lines = [lineOf({ net: -2000n, tax: -160n, taxId: 'TAX001', quantity: '-2' })]
    expect(await documentsOf(scene, [packetOf('r', { lines, total: -2160n })])).toMatchObject([
      {
        kind: 'bank-transaction',
        total: 2160n,
        content: {
          element: { Type: 'SPEND', LineItems: [{ Quantity: 2, UnitAmount: 10, TaxAmount: 1.6 }] },
        },
      },
    ])
  })

  it.each([
    [
      'that two accounts paid',
      {
        payments: [paymentOf({ amount: 60n }), paymentOf({ amount: 40n, accountId: accountId('091') })],
        total: 100n,
      },
      ['invoice', 'payment', 'payment'],
    ],
    [
      'that a gift card paid',
      { payments: [paymentOf({ amount: 100n, accountId: accountId('830') })], total: 100n },
      ['invoice', 'payment'],
    ],
    [
      'that an account paid which is not there any more',
      { payments: [paymentOf({ amount: 100n, accountId: accountId('777') })], total: 100n },
      ['invoice', 'payment'],
    ],
    [
      'that comes to zero',
      { lines: [lineOf({ net: 100n }), lineOf({ net: -100n })], total: 0n },
      ['invoice'],
    ],
    [
      'whose tax Xero computes otherwise',
      { lines: [lineOf({ net: 2000n, tax: 161n, taxId: 'TAX001' })], total: 2161n },
      ['invoice', 'payment'],
    ],
  ])('falls back to an invoice for a part %s', async (_what, part, kinds) => {
    const scene = await xeroScene({ bookings })
    expect((await documentsOf(scene, [packetOf('f', part)])).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('decides part by part, each document with a reference of its own', async () => {
    const scene = await xeroScene({ bookings })
    const [one] = packetOf('a', { total: 100n }).parts
    const [other] = packetOf('a', {
      total: -50n,
      payments: [paymentOf({ amount: -50n, accountId: accountId('830') })],
    }).parts
    const parts = [one, other].flatMap((part) => part ?? [])
    const documents = await documentsOf(scene, [packetOf('a', { total: 50n }, { parts })])
    expect(documents.map(({ kind }) => kind)).toEqual(['bank-transaction', 'credit-note', 'payment'])
    expect(new Set(documents.map(({ reference }) => reference)).size).toBe(3)
  })

  it('offers no bank account in another currency for payments, and books none there', async () => {
    const inEuro = defaultOrganisation.accounts.map((account) =>
      account.Code === '090' ? { ...account, CurrencyCode: 'EUR' } : account,
    )
    const scene = await xeroScene({
      bookings,
      organisations: [{ ...defaultOrganisation, accounts: inEuro }],
    })
    const { accounts } = await scene.configuration()
    expect(accounts.find(({ id }) => id === accountId('090'))).toMatchObject({ takesPayments: false })
    expect(await documentsOf(scene, [packetOf('a', { total: 100n })])).toMatchObject([
      { kind: 'invoice' },
      { kind: 'payment' },
    ])
  })
})
