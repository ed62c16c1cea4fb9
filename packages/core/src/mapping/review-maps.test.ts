import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  accountOf,
  anyIntegrator,
  anyOccurring,
  anyPlatform,
  anyRules,
  integratorOf,
  platformOf,
} from '../../test/configurations.js'
import { balancedOrder } from '../../test/order-arbitrary.js'
import type { Cell } from '../contribution/cell.js'
import { contribute } from '../contribution/contribute.js'
import { coverageOf, grossOf } from './coverage.js'
import { ruleKey } from './map-lookup.js'
import { reviewMaps } from './review-maps.js'
import { suggestMaps } from './suggest.js'
import { brokenRules, requiredSources, sourceKey, validateMaps } from './validate.js'

const anyCells = fc
  .array(balancedOrder, { maxLength: 3 })
  .map((orders) => orders.flatMap((order) => contribute(order)))
const anySituation = fc.record({
  platform: anyPlatform,
  integrator: anyIntegrator,
  occurring: anyOccurring,
  rules: anyRules,
  cells: anyCells,
})

describe('a review of maps', () => {
  test.prop([anySituation])('has everything that must be mapped, once for everywhere', (situation) => {
    const { items } = reviewMaps(situation)
    const everywhere = items.filter(({ locationId }) => locationId === null).map(sourceKey)
    const required = requiredSources(situation.platform, situation.occurring).map(sourceKey)
    expect(everywhere.slice(0, required.length)).toEqual(required)
    expect(new Set(items.map((item) => ruleKey(item.kind, item.sourceId, item.locationId))).size).toBe(
      items.length,
    )
  })

  test.prop([anySituation])('tells what is wrong with exactly the broken rules', (situation) => {
    const { items } = reviewMaps(situation)
    const told = items.filter(({ problem }) => problem !== null)
    const keyOf = (rule: Parameters<typeof sourceKey>[0] & { readonly locationId: string | null }) =>
      ruleKey(rule.kind, rule.sourceId, rule.locationId)
    expect(new Map(told.map((item) => [keyOf(item), item.problem]))).toEqual(
      new Map(
        brokenRules(situation.rules, situation.integrator).map(({ rule, explanation }) => [
          keyOf(rule),
          explanation,
        ]),
      ),
    )
  })

  test.prop([anySituation])('leaves nothing missing once what is needed is mapped', (situation) => {
    const { platform, integrator, occurring, rules } = situation
    const needed = reviewMaps(situation).items.filter(
      ({ isNeeded, integrationId }) => isNeeded && integrationId === null,
    )
    const added = needed.map(({ kind, sourceId, locationId }) => ({
      kind,
      sourceId,
      locationId,
      integrationId: 'x',
    }))
    expect(validateMaps([...rules, ...added], platform, integrator, occurring).missing).toEqual([])
  })

  test.prop([anySituation])('makes every suggestion that there is', (situation) => {
    const { platform, integrator, occurring, rules } = situation
    const made = reviewMaps(situation).items.filter(({ suggestion }) => suggestion !== null)
    const suggestions = suggestMaps(platform, integrator, occurring, rules)
    expect(new Set(made.map(sourceKey))).toEqual(new Set(suggestions.map(sourceKey)))
    for (const { kind, sourceId, suggestion } of made) {
      expect(suggestions).toContainEqual({ kind, sourceId, ...suggestion })
    }
  })

  test.prop([anyCells])('counts all money once for each kind', (cells) => {
    const kinds = ['revenueCategory', 'taxRate'] as const
    const occurring = cells.flatMap((cell) => [
      { kind: 'revenueCategory' as const, sourceId: cell.revenueCategoryId },
      {
        kind: 'taxRate' as const,
        sourceId: cell.taxRateIds.length === 0 ? 'none' : cell.taxRateIds.join('+'),
      },
    ])
    const [cell] = cells
    const rules = cell
      ? [
          {
            kind: 'revenueCategory' as const,
            sourceId: cell.revenueCategoryId,
            locationId: cell.locationId,
            integrationId: 'x',
          },
        ]
      : []
    const { items, coverage } = reviewMaps({
      platform: platformOf({}),
      integrator: null,
      occurring,
      rules,
      cells,
    })
    const total = cells.reduce((sum, each) => sum + grossOf(each), 0n)
    for (const kind of kinds) {
      const own = items.filter((item) => item.kind === kind)
      expect(own.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total)
    }
    const { mapped } = coverageOf(cells, rules)
    expect(coverage).toEqual({ mapped, total })
  })

  it('names things as people do', () => {
    const platform = platformOf({
      taxRates: { '01:01': ['State', '0.06'], '01:02': ['City', '0.02'] },
      revenueCategories: { 7: 'Classes', 8: '' },
      paymentMethods: { 2: 'Cash' },
    })
    const occurring = [
      ...['01:01+01:02', '01:01+09:09', 'none'].map((sourceId) => ({ kind: 'taxRate' as const, sourceId })),
      ...['type:GiftCard', 'rounding', '77'].map((sourceId) => ({
        kind: 'revenueCategory' as const,
        sourceId,
      })),
    ]
    const { items } = reviewMaps({ platform, integrator: null, occurring, rules: [], cells: [] })
    expect(items.map(({ name }) => name)).toEqual([
      'State',
      'City',
      'Classes',
      '8',
      'Cash',
      'State + City',
      'State + 09:09',
      'No tax',
      'Gift card',
      'Rounding',
      '77',
    ])
  })

  it('keeps money apart by location where a rule does', () => {
    const cell: Cell = {
      businessDate: '',
      locationId: '1',
      paymentMethodId: null,
      revenueCategoryId: '7',
      taxRateIds: [],
      currency: 'USD',
      net: -1000n,
      tax: 0n,
    }
    const rule = { kind: 'revenueCategory', sourceId: '7', locationId: '2', integrationId: 'sales' } as const
    const review = reviewMaps({
      platform: platformOf({ revenueCategories: { 7: 'Classes' } }),
      integrator: integratorOf([accountOf('sales', 'Classes', 'REVENUE')]),
      occurring: [],
      rules: [rule],
      cells: [cell, { ...cell, locationId: '2', net: 300n }],
    })
    expect(review.items).toMatchObject([
      { locationId: null, integrationId: null, isNeeded: true, amount: 1000n },
      {
        locationId: '2',
        integrationId: 'sales',
        problem: null,
        isNeeded: true,
        amount: 300n,
        suggestion: null,
      },
    ])
  })

  it('has broken rules for what nobody uses', () => {
    const rule = { kind: 'paymentMethod', sourceId: '9', locationId: null, integrationId: 'gone' } as const
    const situation = { platform: platformOf({}), occurring: [], rules: [rule], cells: [] }
    expect(reviewMaps({ ...situation, integrator: integratorOf([]) }).items).toMatchObject([
      { sourceId: '9', isNeeded: false, problem: expect.stringContaining("'gone' does not exist") },
    ])
    expect(reviewMaps({ ...situation, integrator: null }).items).toEqual([])
  })
})
