import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { categoryOf, taxSetId, taxSetOf } from './category.js'

const rateId = fc.stringMatching(/^[0-9a-z:]{1,6}$/)
const taxed = (ids: readonly string[]) => ({ taxes: ids.map((taxRateId) => ({ taxRateId, amount: 1n })) })

test.prop([fc.array(rateId)])(
  'a tax set is sorted, has no rate twice and forgets in which order they came',
  (ids) => {
    const set = taxSetOf(taxed(ids))
    expect(new Set(set)).toEqual(new Set(ids))
    expect(set.every((id, index) => index === 0 || (set[index - 1] ?? '') < id)).toBe(true)
    expect(taxSetOf(taxed(ids.toReversed()))).toEqual(set)
  },
)

test.prop([fc.array(rateId), fc.array(rateId)])('different sets have different ids', (left, right) => {
  const [first, second] = [taxSetOf(taxed(left)), taxSetOf(taxed(right))]
  expect(taxSetId(first) === taxSetId(second)).toBe(first.join() === second.join())
})

it('names sets as maps do', () => {
  expect(taxSetId(['01:01', '01:02'])).toBe('01:01+01:02')
  expect(taxSetId(['01:01'])).toBe('01:01')
  expect(taxSetId([])).toBe('none')
})

it.each([
  [{ revenueCategoryId: '30', productType: 'Tip' as const }, '30'],
  [{ revenueCategoryId: null, productType: 'Tip' as const }, 'type:Tip'],
  [{ revenueCategoryId: null, productType: null }, 'type:None'],
])('the category of %j is %s', (item, category) => expect(categoryOf(item)).toBe(category))
