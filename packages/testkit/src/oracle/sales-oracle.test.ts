import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random/seeded-random.js'
import { playStudio } from '../studio/play-studio.js'
import { differences } from './sales-book.js'
import { salesOf, salesOracle } from './sales-oracle.js'

const mat = {
  Id: '1',
  ProductType: 'Retail',
  RevenueCategoryId: '2',
  NetAmount: '44.99',
  Taxes: [
    { TaxRateId: '01:02', Amount: '0.73' },
    { TaxRateId: '01:01', Amount: '3.60' },
  ],
  Total: '49.32',
}
const tip = {
  Id: '2',
  ProductType: 'Tip',
  RevenueCategoryId: null,
  NetAmount: '5.00',
  Taxes: [],
  Total: '5.00',
}

const sale = {
  Id: '900',
  Type: 'Sale',
  OrderDate: '2026-03-01T22:15:00',
  LocationId: '2',
  Items: [mat, tip],
  Cost: { Total: '54.32' },
  Payments: [
    { PaymentMethodId: '1', Amount: '20.00' },
    { PaymentMethodId: '2', Amount: '34.32' },
  ],
  LastModifiedTime: '2026-03-02T06:15:00.000Z',
}

const later = '2026-03-03T00:00:00Z'

describe('salesOf', () => {
  it('sums payments by method, net amounts by category, taxes by set', () => {
    expect(salesOf([sale])).toEqual({
      byMethod: new Map([
        ['2026-03-01|2|1', 2000n],
        ['2026-03-01|2|2', 3432n],
      ]),
      byCategory: new Map([
        ['2026-03-01|2', 4499n],
        ['2026-03-01|type:Tip', 500n],
      ]),
      netByTaxSet: new Map([
        ['2026-03-01|01:01+01:02', 4499n],
        ['2026-03-01|none', 500n],
      ]),
      taxByTaxSet: new Map([['2026-03-01|01:01+01:02', 433n]]),
      totals: { net: 4999n, tax: 433n, paid: 5432n },
    })
  })

  it('lets the latest revision stand, on its own date', () => {
    const moved = { ...sale, OrderDate: '2026-02-28T22:15:00', LastModifiedTime: later }
    expect(salesOf([moved, sale])).toEqual(salesOf([moved]))
    expect([...salesOf([sale, moved]).byMethod.keys()]).toEqual(['2026-02-28|2|1', '2026-02-28|2|2'])
  })

  it('compares times as moments, not as text', () => {
    const revised = { ...sale, LocationId: '1', LastModifiedTime: '2026-03-01T23:30:00.000-08:00' }
    expect([...salesOf([revised, sale]).byMethod.keys()]).toEqual(['2026-03-01|1|1', '2026-03-01|1|2'])
  })

  it('takes a voided order back', () => {
    const empty = salesOf([])
    for (const Type of ['Void', 'voidrefund', 2, '3']) {
      expect(salesOf([sale, { ...sale, Type, LastModifiedTime: later }])).toEqual(empty)
    }
  })

  it('adds refunds with their sign', () => {
    const refund = {
      ...sale,
      Id: '901',
      Type: 'Refund',
      Items: [{ ...tip, NetAmount: '-5.00', Total: '-5.00' }],
      Cost: { Total: -5 },
      Payments: [{ PaymentMethodId: '2', Amount: -5.0 }],
    }
    const book = salesOf([sale, refund])
    expect(book.byMethod.get('2026-03-01|2|2')).toBe(2932n)
    expect(book.byCategory.has('2026-03-01|type:Tip')).toBe(false)
  })

  it('counts a tender exchanged for another by method, and nothing else', () => {
    const exchange = {
      ...sale,
      Items: [],
      Cost: { Total: '0.00' },
      Payments: [
        { PaymentMethodId: '1', Amount: '30.00' },
        { PaymentMethodId: '2', Amount: '-30.00' },
      ],
    }
    const book = salesOf([exchange])
    expect([...book.byMethod.values()]).toEqual([3000n, -3000n])
    expect(book.byCategory.size + book.netByTaxSet.size + book.taxByTaxSet.size).toBe(0)
  })

  it('dates by the business day, and instants by the place', () => {
    const night = { ...sale, OrderDate: '2026-03-01T02:59:59' }
    const dates = (order: object, options: object) =>
      [...salesOf([order], options).byMethod.keys()].map((key) => key.slice(0, 10))[0]
    expect(dates(night, { businessDayCutOff: '03:00' })).toBe('2026-02-28')
    expect(dates(night, { businessDayCutOff: '02:59' })).toBe('2026-03-01')
    const instant = { ...sale, OrderDate: '2026-03-01T06:30:00Z' }
    expect(dates(instant, { timeZone: 'America/New_York' })).toBe('2026-03-01')
    const locationTimeZones = { '2': 'America/Los_Angeles' }
    expect(dates(instant, { timeZone: 'America/New_York', locationTimeZones })).toBe('2026-02-28')
  })
})

describe('salesOracle', () => {
  const reasonFor = (order: object) => {
    const oracle = salesOracle()
    oracle.add(order)
    const { refused, excluded } = oracle.counts()
    expect(oracle.book()).toEqual(salesOf([]))
    return refused[0]?.reason ?? excluded.get('900')
  }

  it('leaves out what does not add up, and says why', () => {
    expect(reasonFor({ ...sale, Cost: { Total: '54.33' } })).toBe('Items make 5432, Cost.Total is 5433')
    expect(reasonFor({ ...sale, Payments: [] })).toBe('Payments make 0, Cost.Total is 5432')
    expect(reasonFor({ ...sale, Items: [{ ...mat, NetAmount: '45.00' }, tip] })).toMatch(/^Item 1/)
  })

  it('refuses what it cannot read', () => {
    expect(reasonFor({ ...sale, Cost: { Total: '54.321' } })).toBe('Cannot read Total "54.321"')
    expect(reasonFor({ ...sale, Type: 'Gift' })).toBe('Cannot read Type "Gift"')
    expect(reasonFor({ ...sale, LastModifiedTime: 'now' })).toBe('Cannot read LastModifiedTime now')
    expect(reasonFor({ ...sale, Type: 'Refund' })).toBe('Cannot read the positive total of a refund')
  })

  it('keeps the earlier revision when a later one cannot be read', () => {
    expect(salesOf([sale, { ...sale, Type: 'Gift', LastModifiedTime: later }])).toEqual(salesOf([sale]))
  })

  it('finds nothing wrong with the studio', () => {
    const oracle = salesOracle()
    for (const order of playStudio({ orders: 1000, days: 20 })) oracle.add(order)
    const counts = oracle.counts()
    expect(counts).toMatchObject({ orders: 1000, refused: [], excluded: new Map() })
    expect(counts.sold + counts.voided).toBe(1000)
    const { net, tax, paid } = oracle.book().totals
    expect(net + tax).toBe(paid)
  })

  test.prop([fc.integer(), fc.integer()], { numRuns: 20 })(
    'does not depend on the order of records',
    (seed, other) => {
      const played = [...playStudio({ seed, days: 4, orders: 120 })]
      const shuffled = seededRandom(other).shuffle([...played, ...played.slice(0, 30)])
      expect(differences(salesOf(played), salesOf(shuffled))).toEqual([])
    },
  )
})

describe('differences', () => {
  test.prop([fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.integer({ min: 0, max: 400 })], { numRuns: 30 })(
    'finds a single wrong amount',
    (off, nth) => {
      const book = salesOf(playStudio({ days: 3, orders: 60 }))
      const [key = '', amount = 0n] = [...book.byMethod][nth % book.byMethod.size] ?? []
      const wrong = { byMethod: new Map([...book.byMethod, [key, amount + off]]) }
      expect(differences(book, wrong)).toEqual([{ part: 'byMethod', key, left: amount, right: amount + off }])
    },
  )

  it('takes a missing key as zero and compares totals', () => {
    const left = { byCategory: new Map([['2026-03-01|2', 5n]]), totals: { net: 5n, tax: 0n, paid: 5n } }
    const right = { byCategory: new Map<string, bigint>(), totals: { net: 5n, tax: 0n, paid: 4n } }
    expect(differences(left, right)).toEqual([
      { part: 'byCategory', key: '2026-03-01|2', left: 5n, right: 0n },
      { part: 'totals', key: 'paid', left: 5n, right: 4n },
    ])
  })
})
