import { test } from '@fast-check/vitest'
import { documentReference, type IntegratorConfiguration } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { readChart } from '../accounts/chart.js'
import { journalChart } from '../accounts/write-chart.js'
import { configurationOf } from '../configuration.js'
import { render } from '../render/render.js'
import { chart, packetsIn, sale } from '../test-books.test-support.js'
import { parseEntry } from './parse-entry.js'
import { plainWords } from './plain-words.js'
import { writeEntry } from './write-entry.js'

const configuration: IntegratorConfiguration = configurationOf(
  readChart(journalChart(chart, undefined)),
  'a',
  {},
)

describe('an entry', () => {
  for (const currency of ['JPY', 'EUR', 'KWD']) {
    test.prop([packetsIn(currency)])(`in ${currency} says what its document does`, (packets) => {
      for (const packet of packets) {
        const rendering = render(packet, configuration)
        if (!rendering.ok) throw new Error(rendering.message)
        for (const document of rendering.documents) {
          const { postings, ...parsed } = parseEntry(writeEntry(document))
          expect(parsed).toEqual({
            reference: document.reference,
            date: packet.documentDate,
            businessDate: packet.businessDate,
            title: plainWords(packet.title) || 'Untitled',
          })
          expect(postings.map(({ account, amount, taxId }) => [account, amount, taxId])).toEqual(
            document.postings.map(({ account, amount, taxId }) => [account, amount, taxId ?? null]),
          )
          expect(postings.every((posting) => posting.currency === currency)).toBe(true)
        }
      }
    })
  }

  it('looks like this', () => {
    const packet = sale(1041, { businessDate: '2026-01-14', title: 'Order 1041; "rush"\nsecond line' })
    const rendering = render(packet, configuration)
    if (!rendering.ok || !rendering.documents[0]) throw new Error('not rendered')
    const reference = documentReference(packet.key, 0)
    expect(writeEntry(rendering.documents[0]).split('\n').slice(0, -2)).toEqual([
      `; ledgerpost entry ${reference}`,
      `2026-01-15 * (${reference}) Order 1041, "rush" second line`,
      `    ; key: ${reference}`,
      '    ; business-date: 2026-01-14',
      '    Assets:Cash  12.00 EUR',
      '    Income:Sales  -10.00 EUR',
      '        ; tax: Liabilities:Tax:VAT-20',
      '        ; category: food',
      '    Liabilities:Tax:VAT-20  -2.00 EUR',
      '        ; tax: Liabilities:Tax:VAT-20',
    ])
  })

  it.each([
    ['an amount left out', '    Assets:Cash\n'],
    ['an amount after one space', '    Assets:Cash 1.00 EUR\n'],
    ['too many decimals', '    Assets:Cash  1.001 EUR\n'],
  ])('is not read with %s', (_case, line) => {
    const text = `; ledgerpost entry LP-1\n2026-01-01 * (LP-1) x\n    ; key: LP-1\n${line}`
    expect(() => parseEntry(text)).toThrow(/LP-1 cannot be read at the line/u)
  })
})
