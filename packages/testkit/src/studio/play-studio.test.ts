import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { countScenarios } from './count-scenarios.js'
import { playStudio, type StudioOptions } from './play-studio.js'
import { studioConfiguration, studioMappingKeys, studioSubscriber } from './studio-configuration.js'
import type { WireOrder } from './wire-order.js'
import { shiftDate } from './zone-clock.js'

const whole = [...playStudio()]

const anyStudio = fc.record({
  seed: fc.maxSafeInteger(),
  days: fc.integer({ min: 1, max: 12 }),
  orders: fc.integer({ min: 0, max: 300 }),
  startDate: fc.constantFrom('2026-03-04', '2026-10-28', '2026-12-29', '2028-02-25'),
})

/** Two decimals, exactly. */
function cents(text: string): bigint {
  expect(text).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/)
  return BigInt(text.replace('.', ''))
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

function expectBalanced(order: WireOrder): void {
  for (const item of order.Items) {
    const net = BigInt(item.Quantity) * cents(item.UnitPrice) - cents(item.Discount)
    expect(cents(item.NetAmount)).toBe(net)
    expect(cents(item.Total)).toBe(net + sum(item.Taxes.map((tax) => cents(tax.Amount))))
  }
  const total = cents(order.Cost.Total)
  expect(sum(order.Items.map((item) => cents(item.Total)))).toBe(total)
  expect(sum(order.Payments.map((payment) => cents(payment.Amount)))).toBe(total)
  expect(cents(order.Cost.NetAmount) + cents(order.Cost.TaxAmount)).toBe(total)
  expect(sum(order.Items.map((item) => cents(item.Discount)))).toBe(cents(order.Cost.Discount))
  if (order.Type === 'Sale' || order.Type === 'Void') expect(total >= 0n).toBe(true)
  else expect(total <= 0n).toBe(true)
}

function wallClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
}

describe('playStudio', () => {
  test.prop([anyStudio], { numRuns: 20 })('repeats itself for a seed', (options) => {
    expect([...playStudio(options)]).toEqual([...playStudio(options)])
  })

  test.prop([anyStudio], { numRuns: 25 })('makes only orders that balance', (options) => {
    for (const order of playStudio(options)) expectBalanced(order)
  })

  test.prop([anyStudio], { numRuns: 25 })(
    'plays in time, on its days, the number of orders asked for',
    (options) => {
      const played = [...playStudio(options)]
      const times = played.map((order) => order.LastModifiedTime)
      expect(times).toEqual(times.toSorted())
      expect(new Set(played.map((order) => order.Id)).size).toBe(options.orders)
      const last = shiftDate(options.startDate, options.days - 1)
      for (const order of played) {
        expect(order.OrderDate >= options.startDate && order.OrderDate.slice(0, 10) <= last).toBe(true)
        expect(order.LastModifiedTime.slice(0, 10) <= shiftDate(last, 2)).toBe(true)
        expect(order.LastModifiedTime >= order.CreatedTime).toBe(true)
      }
    },
  )

  test.prop([anyStudio], { numRuns: 25 })('gives every revision of an order a later time', (options) => {
    const latest = new Map<string, string>()
    for (const { Id, LastModifiedTime } of playStudio(options)) {
      const before = latest.get(Id)
      if (before !== undefined) expect(LastModifiedTime > before).toBe(true)
      latest.set(Id, LastModifiedTime)
    }
  })

  test.prop([fc.integer()], { numRuns: 5 })('differs by seed', (seed) => {
    const options: StudioOptions = { days: 2, orders: 20 }
    expect([...playStudio({ ...options, seed })]).not.toEqual([...playStudio({ ...options, seed: seed + 1 })])
  })

  it('is lazy', () => {
    const { value } = playStudio({ orders: 2_000_000, days: 20_000 }).next()
    expect(value?.Id).toBe('100001')
  })

  it('shows wall clocks that exist, and the UTC moment that belongs to them, over a change of clocks', () => {
    const zones = new Map(studioSubscriber().Locations.map((each) => [each.Id, wallClock(each.TimeZone)]))
    const repeated = new Set<string>()
    for (const startDate of ['2026-03-08', '2026-11-01']) {
      for (const order of playStudio({ startDate, days: 1, orders: 8000 })) {
        if (order.LastModifiedTime !== order.CreatedTime) continue
        const shown = zones.get(order.LocationId)?.format(new Date(order.CreatedTime)).replace(' ', 'T')
        expect(order.OrderDate).toBe(shown)
        if (shown?.startsWith('2026-11-01T01')) repeated.add(order.CreatedTime.slice(11, 13))
      }
    }
    // Both passes of the repeated hour, on both coasts.
    expect([...repeated].toSorted()).toEqual(['05', '06', '08', '09'])
  })

  it('moves and back-dates orders only to wall clocks that exist', () => {
    const options = { startDate: '2026-03-08', days: 2, orders: 8000 }
    const dates = [...playStudio(options)].map((order) => order.OrderDate)
    expect(dates.some((date) => date.startsWith('2026-03-08T01'))).toBe(true)
    expect(dates.filter((date) => date.startsWith('2026-03-08T02'))).toEqual([])
  })

  it('refuses options that make no sense', () => {
    expect(() => [...playStudio({ startDate: 'tomorrow' })]).toThrow("not 'tomorrow'")
    expect(() => [...playStudio({ days: 0 })]).toThrow(RangeError)
    expect(() => [...playStudio({ orders: 1.5 })]).toThrow(RangeError)
  })
})

describe('the studio by default', () => {
  const counts = countScenarios(whole)

  it('plays every scenario often enough', () => {
    expect(counts).toMatchObject({ orders: 5000, revisions: 5400 })
    const atLeast: Partial<typeof counts> = {
      sales: 4500,
      refunds: 250,
      voids: 140,
      voidedRefunds: 45,
      reinstated: 45,
      editedItems: 45,
      editedPayments: 45,
      editedBusinessDate: 45,
      late: 45,
      twoPayments: 400,
      threePayments: 200,
      giftCardsSold: 190,
      giftCardsRedeemed: 190,
      accountCreditSold: 45,
      accountCreditUsed: 130,
      accountCreditRefunded: 20,
      tips: 340,
      discounts: 390,
      compoundTaxes: 1000,
      exempt: 500,
      untaxed: 1000,
      freeOfCharge: 45,
      tenderExchanges: 45,
      cashRounding: 145,
      acrossUtcMidnight: 500,
    }
    const scarce = Object.entries(atLeast).filter(
      ([scenario, least]) => counts[scenario as keyof typeof counts] < least,
    )
    expect(scarce).toEqual([])
  })

  it('charges the second tax on the first, each rounded on its own', () => {
    const mat = whole
      .filter((order) => order.LocationId === '1' && order.Type === 'Sale')
      .flatMap((order) => order.Items)
      .find((item) => item.Description === 'Mat' && item.Quantity === '1' && item.Discount === '0.00')
    // 44.99 x 8 % = 3.5992; (44.99 + 3.60) x 1.5 % = 0.72885
    expect(mat?.Taxes).toEqual([
      { TaxRateId: '01:01', Amount: '3.60' },
      { TaxRateId: '01:02', Amount: '0.73' },
    ])
  })

  it('rounds cash to the nickel, by two cents at most', () => {
    const rounded = whole.filter((order) => order.Items.some((item) => item.RevenueCategoryId === 'rounding'))
    for (const order of rounded) {
      expect(cents(order.Cost.Total) % 5n).toBe(0n)
      expect(order.Payments.map((payment) => payment.PaymentMethodId)).toEqual(['1'])
      expect(['-0.02', '-0.01', '0.01', '0.02']).toContain(order.Items.at(-1)?.Total)
    }
  })

  it('never owes a negative amount of stored value', () => {
    const owed = { GiftCard: 0n, AccountCredit: 0n }
    const latest = new Map(whole.map((order) => [order.Id, order]))
    for (const order of latest.values()) {
      if (order.Type !== 'Sale' && order.Type !== 'Refund') continue
      for (const item of order.Items) {
        if (item.ProductType === 'GiftCard' || item.ProductType === 'AccountCredit') {
          owed[item.ProductType] += cents(item.NetAmount)
        }
      }
      for (const payment of order.Payments) {
        if (payment.PaymentMethodId === '3') owed.GiftCard -= cents(payment.Amount)
        if (payment.PaymentMethodId === '4') owed.AccountCredit -= cents(payment.Amount)
      }
    }
    expect(owed.GiftCard >= 0n && owed.AccountCredit >= 0n).toBe(true)
  })

  it('uses every id that it tells to map, and no other', () => {
    const used = {
      taxSets: new Set<string>(),
      categories: new Set<string>(),
      paymentMethods: new Set<string>(),
    }
    for (const order of whole) {
      for (const item of order.Items) {
        used.categories.add(item.RevenueCategoryId ?? `type:${item.ProductType}`)
        used.taxSets.add(
          item.Taxes.map((tax) => tax.TaxRateId)
            .toSorted()
            .join('+') || 'none',
        )
      }
      for (const payment of order.Payments) used.paymentMethods.add(payment.PaymentMethodId)
      if (order.Items.length === 0) used.categories.add('type:TenderExchange')
    }
    const keys = studioMappingKeys()
    expect([...used.taxSets].toSorted()).toEqual(keys.taxSets.toSorted())
    expect([...used.categories].toSorted()).toEqual(keys.categories.toSorted())
    expect([...used.paymentMethods].toSorted()).toEqual(keys.paymentMethods.toSorted())
  })

  it('sells only what its configuration lists', () => {
    const configuration = studioConfiguration('77')
    expect(configuration.Id).toBe('77')
    const products = new Map(configuration.Products.map((product) => [product.Id, product]))
    const rates = new Set(configuration.TaxRates.map((rate) => rate.Id))
    for (const item of whole.flatMap((order) => order.Items)) {
      const product = products.get(item.ProductId)
      expect(product?.Type).toBe(item.ProductType)
      expect(product?.Pricing.RevenueCategoryId).toBe(item.RevenueCategoryId)
      for (const tax of item.Taxes) expect(rates.has(tax.TaxRateId)).toBe(true)
    }
  })
})
