import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { similarityOf, wordsOf } from './name-similarity.js'

const name = fc
  .array(fc.constantFrom('Retail', 'Sales', 'Gift', 'Cards', 'the', 'Café', '現金'), { maxLength: 4 })
  .map((all) => all.join(' '))

describe('similarity', () => {
  test.prop([name, name])('is between 0 and 1 and the same both ways', (left, right) => {
    const { score, shared } = similarityOf(wordsOf(left), wordsOf(right))
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
    expect(similarityOf(wordsOf(right), wordsOf(left))).toEqual({ score, shared })
    expect(score > 0).toBe(shared.length > 0)
  })

  test.prop([name.filter((text) => /[^the ]/.test(text))])(
    'of a name to itself is 1, whatever its case',
    (text) => {
      expect(similarityOf(wordsOf(text), wordsOf(text)).score).toBe(1)
      expect(similarityOf(wordsOf(text), wordsOf(text.toUpperCase())).score).toBe(1)
    },
  )

  test.prop([fc.string({ unit: 'grapheme' })])('takes any text for a name', (text) => {
    for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
  })

  it('is twice the words in common over the words of both', () => {
    expect(similarityOf(wordsOf('Retail'), wordsOf('Retail Sales'))).toEqual({
      score: 2 / 3,
      shared: ['retail'],
    })
    expect(similarityOf(wordsOf('Sale'), wordsOf('The Sales'))).toEqual({ score: 1, shared: ['sale'] })
    expect(similarityOf(wordsOf('Bank Account'), wordsOf('Account of Sales'))).toEqual({
      score: 0,
      shared: [],
    })
    expect(similarityOf(wordsOf(''), wordsOf(''))).toEqual({ score: 0, shared: [] })
  })
})

it.each([
  ['Café & Bar Sales', ['cafe', 'bar', 'sale']],
  ['GiftCard', ['gift', 'card']],
  ['type:AccountCredit', ['type', 'account', 'credit']],
  ['Yoga classes (drop-in)', ['yoga', 'class', 'drop', 'in']],
  ['VAT 20%', ['vat', '20']],
  ['現金', ['現金']],
  ['–', []],
])('the words of %j are %j', (text, words) => expect([...wordsOf(text)]).toEqual(words))
