import { test } from '@fast-check/vitest'
import { documentReference, type MappedPart, sumOf } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { readChart } from '../accounts/chart.js'
import { journalChart } from '../accounts/write-chart.js'
import { configurationOf } from '../configuration.js'
import { chart, packetsIn, sale } from '../test-books.test-support.js'
import { render } from './render.js'

const accounts = readChart(journalChart(chart, 'EUR'))
const configuration = configurationOf(accounts, 'studio', { currency: 'EUR' })

function partWith(line: Partial<MappedPart['lines'][number]>, paid = 12n): MappedPart {
  const [part] = sale(1).parts
  if (!part?.lines[0] || !part.payments[0]) throw new Error('no part')
  const payments = paid === 0n ? [] : [{ ...part.payments[0], amount: paid }]
  return { lines: [{ ...part.lines[0], net: 10n, tax: 2n, ...line }], payments, total: paid }
}

describe('render', () => {
  test.prop([packetsIn('EUR')])(
    'makes one balanced journal a part that does what the part says',
    (packets) => {
      for (const packet of packets) {
        const rendering = render(packet, configuration)
        if (!rendering.ok) throw new Error(rendering.message)
        expect(rendering.documents).toHaveLength(packet.parts.length)
        for (const [ordinal, document] of rendering.documents.entries()) {
          const part = packet.parts[ordinal]
          const sumAt = (account: string) =>
            sumOf(
              document.postings.filter((posting) => posting.account === account),
              ({ amount }) => amount,
            )
          expect(document).toMatchObject({
            reference: documentReference(packet.key, ordinal),
            kind: 'journal',
            stage: 0,
            date: packet.documentDate,
            settles: null,
          })
          expect(sumOf(document.postings, ({ amount }) => amount)).toBe(0n)
          expect(document.postings.every(({ amount }) => amount !== 0n)).toBe(true)
          expect(document.total).toBe(
            sumOf(document.postings, ({ amount }) => (amount < 0n ? -amount : amount)) / 2n,
          )
          for (const { name } of chart) {
            const paid = part?.payments.filter(({ accountId }) => accountId === name) ?? []
            const earned = part?.lines.filter(({ revenueId }) => revenueId === name) ?? []
            const taxed = part?.lines.filter(({ taxId }) => taxId === name) ?? []
            expect(sumAt(name)).toBe(
              sumOf(paid, ({ amount }) => amount) -
                sumOf(earned, ({ net }) => net) -
                sumOf(taxed, ({ tax }) => tax),
            )
          }
        }
        expect(JSON.parse(JSON.stringify(rendering.documents[0]?.content))).toEqual(
          rendering.documents[0]?.content,
        )
      }
    },
  )

  it('keeps a gift card sold apart from one redeemed for it', () => {
    const part = partWith({ revenueId: 'Liabilities:Gift-Cards', taxId: 'none', net: 12n, tax: 0n })
    const payments = [{ accountId: 'Liabilities:Gift-Cards', paymentMethodId: 'gift', amount: 12n }]
    const rendering = render({ ...sale(1), parts: [{ ...part, payments }] }, configuration)
    expect(rendering).toMatchObject({
      documents: [{ total: 12n, postings: [{ amount: 12n }, { amount: -12n }] }],
    })
  })

  it('keeps a document of a part in which nothing remains', () => {
    const rendering = render({ ...sale(1), parts: [{ lines: [], payments: [], total: 0n }] }, configuration)
    expect(rendering).toMatchObject({ ok: true, documents: [{ total: 0n, postings: [] }] })
  })

  it.each([
    ['a currency that is not declared', { currency: 'USD' }, 'CurrencyNotSupported', 'commodity USD'],
    ['a tax that is mapped to none', { parts: [partWith({ taxId: 'none' })] }, 'TaxNotRepresentable', 'food'],
    ['an account that is none', { parts: [partWith({ revenueId: 'Sales\n' })] }, 'NotRepresentable', 'Sales'],
    ['a tax account that is none', { parts: [partWith({ taxId: 'VAT' })] }, 'NotRepresentable', 'VAT'],
    ['sums that differ', { parts: [partWith({}, 13n)] }, 'NotRepresentable', 'differ'],
    ['a date out of range', { documentDate: '1899-12-31' }, 'NotRepresentable', '1899-12-31'],
  ])('refuses %s', (_case, overrides, code, text) => {
    const rendering = render(sale(1, overrides), configuration)
    expect(rendering).toMatchObject({ ok: false, code, message: expect.stringContaining(text) })
  })

  it('takes any currency where the settings name none', () => {
    const open = configurationOf(accounts, 'studio', {})
    expect(render(sale(1, { currency: 'USD' }), open).ok).toBe(true)
  })
})
