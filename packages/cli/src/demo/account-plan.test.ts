import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { planAccounts } from './account-plan.js'
import type { Source } from './sources.js'

const kinds: readonly Source['kind'][] = ['category', 'method', 'taxSet']
const sources = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom(...kinds), id: fc.string(), name: fc.string({ unit: 'grapheme' }) }),
  { selector: ({ kind, id }) => JSON.stringify([kind, id]), maxLength: 30 },
)

describe('planAccounts', () => {
  test.prop([sources])(
    'gives every source an account of its own that accounting programs take as a name',
    (list) => {
      const plan = planAccounts(list)
      const needing = list.filter(({ kind, id }) => kind !== 'taxSet' || id !== 'none')
      expect(plan.map(({ source }) => source)).toEqual(needing)
      expect(new Set(plan.map(({ account }) => account)).size).toBe(needing.length)
      for (const { account } of plan) {
        expect(account).toMatch(/^(Assets|Liabilities|Income)(:[\p{Lu}0-9][\p{L}0-9-]*)+$/u)
      }
    },
  )

  it('books what is owed to others as liabilities', () => {
    const plan = planAccounts([
      { kind: 'category', id: '1', name: 'Gift Cards' },
      { kind: 'category', id: 'type:Tip', name: 'Tip' },
      { kind: 'category', id: '2', name: 'Services' },
      { kind: 'category', id: 'rounding', name: 'Cash rounding' },
      { kind: 'method', id: '1', name: 'Gift Card' },
      { kind: 'method', id: '2', name: 'Credit Card' },
      { kind: 'taxSet', id: '01:01', name: 'Sales tax' },
      { kind: 'taxSet', id: 'none', name: 'none' },
    ])
    expect(plan.map(({ account }) => account)).toEqual([
      'Liabilities:Gift-Cards',
      'Liabilities:Tip',
      'Income:Services',
      'Income:Other:Cash-rounding',
      'Liabilities:Redeemed:Gift-Card',
      'Assets:Credit-Card',
      'Liabilities:Tax:Sales-tax',
    ])
  })
})
