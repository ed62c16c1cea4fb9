import { fc, test } from '@fast-check/vitest'
import type { IntegratorTaxRate, TaxComponent } from '@ledgerpost/core'
import { describe, expect, it } from 'vitest'
import { taxOn } from '../../fake/books/hundredths.js'
import { fractionOfPercent } from '@ledgerpost/adapter-kit'
import { areTaxesComputed, computedTax } from './computed-tax.js'

const rateOf = (percent: string, components: readonly TaxComponent[] = []): IntegratorTaxRate => ({
  id: 'r',
  name: 'Rate',
  rate: fractionOfPercent(percent),
  isActive: true,
  appliesToRevenue: true,
  components,
})
const component = (percent: string, isCompound = false): TaxComponent => ({ name: 'c', percent, isCompound })

describe('computedTax', () => {
  test.prop(
    [fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }), fc.integer({ min: 0, max: 400_000 })],
    { seed: 20_260_301, numRuns: 500 },
  )('is what Xero computes, or is not told', (net, tenThousandths) => {
    const percent = tenThousandths / 10_000
    const told = computedTax(net, rateOf(String(percent)))
    const isHalf = ((net < 0n ? -net : net) * BigInt(tenThousandths) * 2n) % 2_000_000n === 1_000_000n
    expect(told).toBe(isHalf ? undefined : taxOn(net, percent, false))
  })

  const compound = [component('6'), component('4', true)]

  it.each<[string, bigint, IntegratorTaxRate, bigint | undefined]>([
    ['a plain rate', 2000n, rateOf('8'), 160n],
    ['what goes back', -2561n, rateOf('15'), -384n],
    ['half a cent', 5n, rateOf('10'), undefined],
    ['components that come to the same', 1000n, rateOf('9', [component('6'), component('3')]), 90n],
    ['components that come to more', 17n, rateOf('9', [component('6'), component('3')]), 2n],
    ['components that come to less', 12n, rateOf('9', [component('4.5'), component('4.5')]), undefined],
    ['a compound rate', 10_000n, rateOf('10.24', compound), 1024n],
    ['a compound rate told too coarsely', 200_000_049n, rateOf('10.24', compound), undefined],
    ['a rate that is not told', 1000n, { ...rateOf('8'), rate: null }, undefined],
    ['a rate below zero', 1000n, { ...rateOf('8'), rate: '-0.08' }, undefined],
    ['a component that is no number', 1000n, rateOf('8', [component('x'), component('4')]), undefined],
  ])('of %s', (_name, net, rate, tax) => {
    expect(computedTax(net, rate)).toBe(tax)
  })
})

describe('areTaxesComputed', () => {
  const line = (net: bigint, tax: bigint, taxId = 'r') => ({
    revenueId: 'a',
    revenueCategoryId: 'c',
    description: null,
    quantity: null,
    net,
    tax,
    taxId,
  })

  it.each([
    ['nothing', [], true],
    ['taxes of the rate', [line(100n, 8n), line(200n, 16n)], true],
    ['a tax that is a cent off', [line(100n, 8n), line(200n, 17n)], false],
    ['a rate that is not there', [line(100n, 8n, 'unknown')], false],
  ])('of %s', (_name, lines, verdict) => {
    expect(areTaxesComputed(lines, { taxRates: [rateOf('8')] })).toBe(verdict)
  })
})
