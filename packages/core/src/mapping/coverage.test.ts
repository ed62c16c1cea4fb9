import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { anyRules } from '../../test/configurations.js'
import { balancedOrder } from '../../test/order-arbitrary.js'
import { taxSetId } from '../contribution/category.js'
import type { Cell } from '../contribution/cell.js'
import { contribute } from '../contribution/contribute.js'
import { contentOfCells } from '../packet/content-of-cells.js'
import { coverageOf } from './coverage.js'
import { mapLookup } from './map-lookup.js'
import { mapPacket } from './map-packet.js'
import type { MapAssignment } from './map-rule.js'

const cells: fc.Arbitrary<readonly Cell[]> = fc
  .array(balancedOrder, { maxLength: 3 })
  .map((orders) => orders.flatMap((order) => contribute(order)))
const assignment = (kind: MapAssignment['kind'], sourceId: string): MapAssignment => ({
  kind,
  sourceId,
  locationId: null,
  integrationId: 'x',
})
const allRulesFor = (all: readonly Cell[]): MapAssignment[] =>
  all.flatMap(({ revenueCategoryId, taxRateIds, paymentMethodId }) => [
    assignment('revenueCategory', revenueCategoryId),
    assignment('taxRate', taxSetId(taxRateIds)),
    ...(paymentMethodId === null ? [] : [assignment('paymentMethod', paymentMethodId)]),
  ])
const partlyMapped = cells.chain((all) => fc.tuple(fc.constant(all), fc.subarray(allRulesFor(all))))

describe('coverage', () => {
  test.prop([partlyMapped])('is complete exactly if nothing is missing', ([all, rules]) => {
    const { mapped, total, missing } = coverageOf(all, rules)
    expect(mapped === total).toBe(missing.length === 0)
    expect(mapped).toBeGreaterThanOrEqual(0n)
    for (const { amount } of missing) {
      expect(amount).toBeGreaterThan(0n)
      expect(amount).toBeLessThanOrEqual(total - mapped)
    }
  })

  test.prop([cells])('is complete with a rule for everything, and nothing without any', (all) => {
    expect(coverageOf(all, allRulesFor(all))).toMatchObject({ missing: [] })
    expect(coverageOf(all, []).mapped).toBe(0n)
  })

  test.prop([partlyMapped, anyRules])(
    'never shrinks with another rule, nor counts other money',
    ([all, rules], more) => {
      const [before, after] = [coverageOf(all, rules), coverageOf(all, [...rules, ...more])]
      expect(after.total).toBe(before.total)
      expect(after.mapped).toBeGreaterThanOrEqual(before.mapped)
    },
  )

  test.prop([partlyMapped])('counts refunds as it counts sales', ([all, rules]) => {
    const opposite = all.map((cell) => ({ ...cell, net: -cell.net, tax: -cell.tax }))
    expect(coverageOf(opposite, rules)).toEqual(coverageOf(all, rules))
  })

  test.prop([partlyMapped])('names the largest amounts first, each source once', ([all, rules]) => {
    const { missing } = coverageOf(all, rules)
    const amounts = missing.map(({ amount }) => amount)
    expect(amounts).toEqual(amounts.toSorted((left, right) => (left > right ? -1 : 1)))
    expect(new Set(missing.map(({ kind, sourceId }) => `${kind} ${sourceId}`)).size).toBe(missing.length)
  })

  test.prop([balancedOrder, fc.infiniteStream(fc.boolean())])(
    'that is complete lets the packet through',
    (order, keep) => {
      const all = contribute(order)
      fc.pre(all.length > 0)
      const rules = allRulesFor(all).filter(() => keep.next().value)
      const packet = {
        key: 'key',
        series: { kind: 'order', orderId: '1' },
        sequence: 1,
        evidence: '',
      } as const
      const { missing } = coverageOf(all, rules)
      const mapping = mapPacket({ ...contentOfCells(all), ...packet }, mapLookup(rules))
      if (missing.length === 0) expect(mapping.ok).toBe(true)
    },
  )

  it('is for example', () => {
    const cell = { businessDate: '2026-03-01', locationId: '1', currency: 'EUR', paymentMethodId: 'card' }
    const all: Cell[] = [
      { ...cell, revenueCategoryId: '30', taxRateIds: ['01:01'], net: 1000n, tax: 80n },
      { ...cell, revenueCategoryId: '31', taxRateIds: ['01:01'], net: -500n, tax: -40n },
    ]
    const rules = [
      assignment('revenueCategory', '30'),
      { ...assignment('paymentMethod', 'card'), locationId: '1' },
      { ...assignment('taxRate', '01:01'), locationId: '2' },
    ]
    expect(coverageOf(all, rules)).toEqual({
      mapped: 0n,
      total: 1620n,
      missing: [
        { kind: 'taxRate', sourceId: '01:01', amount: 1620n },
        { kind: 'revenueCategory', sourceId: '31', amount: 540n },
      ],
    })
    expect(coverageOf(all, [...rules, assignment('taxRate', '01:01')]).mapped).toBe(1080n)
  })
})
