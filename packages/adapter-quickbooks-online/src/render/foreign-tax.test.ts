import { fc, test } from '@fast-check/vitest'
import { sumOf } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { britishCompany, canadianCompany } from '../../fake/index.js'
import { quickbooksOnlineExtension } from '../configuration/extension.js'
import { defaultLimits } from '../limits.js'
import { lineOf, packetOf, paymentOf } from '../mapped-packets.test-support.js'
import { createScene, documentsOf, entityIn, sendAll, verdictsOf } from '../scene.test-support.js'
import { rateTaxesOf } from './rate-taxes.js'

const inPounds = { currency: 'GBP' }
const inDollars = { currency: 'CAD' }

describe('a British receipt', () => {
  it('names a code on every line, and states the tax of each rate as it was charged', async () => {
    const scene = await createScene({ companies: [britishCompany] })
    const lines = [
      lineOf({ net: 1000n, tax: 201n, taxId: '6' }),
      lineOf({ net: 833n, tax: 166n, taxId: '6' }),
      lineOf({ net: 100n, tax: 5n, taxId: '7' }),
      lineOf({ net: 300n, taxId: '9' }),
    ]
    const documents = await documentsOf(scene, [packetOf('gb', { lines, total: 2605n }, inPounds)])
    const rate = (id: string, TaxPercent: number, NetAmountTaxable: number, Amount: number) => ({
      Amount,
      DetailType: 'TaxLineDetail',
      TaxLineDetail: { TaxRateRef: { value: id }, PercentBased: true, TaxPercent, NetAmountTaxable },
    })
    expect(entityIn(documents[0])).toMatchObject({
      GlobalTaxCalculation: 'TaxExcluded',
      Line: ['6', '6', '7', '9'].map((value) => ({ SalesItemLineDetail: { TaxCodeRef: { value } } })),
      TxnTaxDetail: { TotalTax: 3.72, TaxLine: [rate('11', 20, 18.33, 3.67), rate('12', 5, 1, 0.05)] },
    })
    expect(verdictsOf((await sendAll(scene, documents)).values())).toEqual(['accepted'])
    expect(scene.fake.books().ledger.balance('89')).toBe(-372n)
  })

  it('of a company without VAT has no codes', async () => {
    const scene = await createScene({ companies: [britishCompany] })
    scene.fake.books().company.preferences.usesSalesTax = false
    const documents = await documentsOf(scene, [packetOf('n', { total: 100n }, inPounds)])
    expect(entityIn(documents[0])).toMatchObject({ GlobalTaxCalculation: 'NotApplicable' })
    expect(JSON.stringify(entityIn(documents[0]))).not.toMatch(/TaxCodeRef|TxnTaxDetail/)
    expect(verdictsOf((await sendAll(scene, documents)).values())).toEqual(['accepted'])
  })
})

describe('journal entries', () => {
  const giftCard = (amount: bigint) => [paymentOf({ amount, accountId: '90' })]

  it('name British codes and Canadian rates', async () => {
    const lines = [lineOf({ net: 2000n, tax: 401n, taxId: '6' })]
    const british = await createScene({ companies: [britishCompany] })
    const ofBritain = await documentsOf(british, [
      packetOf('gb', { lines, payments: giftCard(2401n), total: 2401n }, inPounds),
    ])
    const taxed = { PostingType: 'Credit', TaxApplicableOn: 'Sales', TaxAmount: 4.01 }
    expect(entityIn(ofBritain[0])).toMatchObject({
      Line: [
        { Amount: 24.01, JournalEntryLineDetail: { PostingType: 'Debit' } },
        { Amount: 20, JournalEntryLineDetail: { ...taxed, TaxCodeRef: { value: '6' } } },
      ],
    })
    expect(verdictsOf((await sendAll(british, ofBritain)).values())).toEqual(['accepted'])
    const canadian = await createScene({ companies: [canadianCompany] })
    const ofCanada = await documentsOf(canadian, [
      packetOf('ca', { lines, payments: giftCard(2401n), total: 2401n }, inDollars),
    ])
    expect(entityIn(ofCanada[0])).toMatchObject({
      Line: [{}, { JournalEntryLineDetail: { ...taxed, TaxRateRef: { value: '21' } } }],
    })
    expect(verdictsOf((await sendAll(canadian, ofCanada)).values())).toEqual(['accepted'])
  })

  it('are refused where a code has two rates, or tax runs against its line', async () => {
    const canadian = await createScene({ companies: [canadianCompany] })
    const render = async (line: Parameters<typeof lineOf>[0]) => {
      const { net, tax = 0n } = line
      const part = { lines: [lineOf(line)], payments: giftCard(net + tax), total: net + tax }
      return canadian.adapter.render(packetOf('x', part, inDollars), await canadian.configuration())
    }
    const refusal = { ok: false, code: 'TaxNotRepresentable' }
    expect(await render({ net: 1000n, tax: 120n, taxId: '7' })).toMatchObject(refusal)
    expect(await render({ net: 1000n, tax: -50n, taxId: '6' })).toMatchObject(refusal)
    expect(await render({ net: 1000n, tax: 50n, taxId: '6' })).toMatchObject({ ok: true })
  })
})

describe('a code of several rates', () => {
  const extension = quickbooksOnlineExtension.parse({
    edition: 'canada',
    isMulticurrency: false,
    usesSalesTax: true,
    hasAutomatedSalesTax: false,
    classTracking: 'none',
    tracksDepartments: false,
    salesTaxAccountId: '89',
    isSalesTaxAccountCertain: true,
    undepositedFundsAccountId: null,
    incomeAccounts: {},
    ratesOfCodes: {
      7: [
        { id: '21', percent: '5' },
        { id: '22', percent: '7' },
      ],
      8: [{ id: '23', percent: '0' }],
      9: [],
    },
    customerId: null,
    classId: null,
    departmentId: null,
  })
  const packet = packetOf('rates', { total: 0n })
  const making = { packet, accounts: new Map(), taxRates: new Map(), extension, limits: defaultLimits }

  test.prop(
    [
      fc.array(
        fc.tuple(
          fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }),
          fc.bigInt({ min: -100_000_000n, max: 100_000_000n }),
        ),
      ),
    ],
    {
      seed: 7,
    },
  )('has its tax cut in proportion, exactly', (amounts) => {
    const lines = amounts.map(([net, tax]) => lineOf({ net, tax, taxId: '7' }))
    const taxes = rateTaxesOf(making, lines)
    const all = sumOf(lines, ({ tax }) => tax)
    expect(sumOf(taxes, ({ tax }) => tax)).toBe(all)
    for (const { net, tax, percent } of taxes) {
      expect(net).toBe(sumOf(lines, (line) => line.net))
      const difference = tax * 12n - all * BigInt(percent)
      expect(difference < 12n && difference > -12n).toBe(true)
    }
  })

  it('is booked so, and one without any is left out', async () => {
    const scene = await createScene({ companies: [canadianCompany] })
    const lines = [
      lineOf({ net: 1000n, tax: 121n, taxId: '7' }),
      lineOf({ net: 100n, taxId: '8' }),
      lineOf({ net: 5n, taxId: '9' }),
    ]
    const documents = await documentsOf(scene, [packetOf('ca', { lines, total: 1226n }, inDollars)])
    expect(entityIn(documents[0])).toMatchObject({
      TxnTaxDetail: {
        TotalTax: 1.21,
        TaxLine: [
          { Amount: 0.5, TaxLineDetail: { TaxRateRef: { value: '21' }, NetAmountTaxable: 10 } },
          { Amount: 0.71, TaxLineDetail: { TaxRateRef: { value: '22' } } },
          { Amount: 0, TaxLineDetail: { TaxRateRef: { value: '23' }, NetAmountTaxable: 1 } },
        ],
      },
    })
    expect(verdictsOf((await sendAll(scene, documents)).values())).toEqual(['accepted'])
  })
})
