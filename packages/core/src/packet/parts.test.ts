import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { balancedOrder } from '../../test/order-arbitrary.js'
import { taxSetId } from '../contribution/category.js'
import { collectCells, type Contribution } from '../contribution/cell.js'
import { contribute } from '../contribution/contribute.js'
import { difference } from '../contribution/difference.js'
import { sumOf } from '../money/sum.js'
import { contentOfCells } from './content-of-cells.js'
import { packOrder } from './pack-order.js'
import type { PacketContent, PacketPayment, RequestItem } from './packet.js'
import { partsOf } from './parts.js'

/** Packets of first and later revisions, and summaries of one day. */
const packet: fc.Arbitrary<PacketContent> = fc
  .tuple(balancedOrder, balancedOrder, fc.constantFrom('first', 'later', 'summary'))
  .map(([order, before, kind]): readonly PacketContent[] => {
    if (kind === 'first') return packOrder(order, contribute(order), 0n, true)
    const change = difference(contribute(order), contribute(before))
    return kind === 'later'
      ? packOrder(order, change, 0n, false)
      : summaryOf([...contribute(before), ...change])
  })
  .filter((packets) => packets.length > 0)
  .chain((packets) => fc.constantFrom(...packets))

function summaryOf(cells: Contribution): PacketContent[] {
  const [first] = cells
  const ofFirst = cells.filter(
    ({ businessDate, currency }) => businessDate === first?.businessDate && currency === first.currency,
  )
  const collected = collectCells(ofFirst)
  return collected.length === 0 ? [] : [contentOfCells(collected)]
}

const sumsBy = <T>(
  elements: readonly T[],
  keyOf: (element: T) => string,
  amountOf: (element: T) => bigint,
) => {
  const sums: Record<string, bigint> = {}
  for (const element of elements) sums[keyOf(element)] = (sums[keyOf(element)] ?? 0n) + amountOf(element)
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n))
}
const placeOf = (item: RequestItem) =>
  `${item.revenueCategoryId} ${taxSetId(item.taxRateIds)} ${item.locationId}`
const methodOf = (payment: PacketPayment) => payment.paymentMethodId

describe('the parts of a packet', () => {
  test.prop([packet], { numRuns: 500 })('make its total', (content) => {
    expect(sumOf(partsOf(content), ({ total }) => total)).toBe(content.total)
  })

  test.prop([packet], { numRuns: 500 })('add up, each by its items and by its payments', (content) => {
    for (const { requestItems, payments, total } of partsOf(content)) {
      expect(sumOf(requestItems, ({ netAmount, taxAmount }) => netAmount + taxAmount)).toBe(total)
      expect(sumOf(payments, ({ amount }) => amount)).toBe(total)
    }
  })

  test.prop([packet], { numRuns: 500 })(
    'have payments of one sign, and none if they come to zero',
    (content) => {
      for (const { payments, total } of partsOf(content)) {
        if (total === 0n) expect(payments).toEqual([])
        for (const { amount } of payments) expect(amount > 0n).toBe(total > 0n)
      }
    },
  )

  test.prop([packet], { numRuns: 500 })('keep what each payment method moved', (content) => {
    const parts = partsOf(content).flatMap(({ payments }) => payments)
    expect(sumsBy(parts, methodOf, ({ amount }) => amount)).toEqual(
      sumsBy(content.payments, methodOf, ({ amount }) => amount),
    )
  })

  test.prop([packet], { numRuns: 500 })(
    'keep net and tax of each revenue category, tax set and location',
    (content) => {
      const items = partsOf(content).flatMap(({ requestItems }) => requestItems)
      const { cells } = content
      for (const member of ['netAmount', 'taxAmount'] as const) {
        const sums = sumsBy(items, placeOf, (item) => item[member])
        expect(sums).toEqual(sumsBy(content.requestItems, placeOf, (item) => item[member]))
        const amountOf =
          member === 'netAmount'
            ? ({ net }: (typeof cells)[number]) => net
            : ({ tax }: (typeof cells)[number]) => tax
        expect(sums).toEqual(
          sumsBy(
            cells,
            (cell) => placeOf({ ...cell, description: null, quantity: null, netAmount: 0n, taxAmount: 0n }),
            amountOf,
          ),
        )
      }
    },
  )

  const cell = {
    businessDate: '2026-03-01',
    locationId: '1',
    revenueCategoryId: '30',
    taxRateIds: [],
    currency: 'EUR',
    tax: 0n,
  }

  it('are one where all payments go the same way', () => {
    const content = contentOfCells([
      { ...cell, paymentMethodId: 'card', net: 600n },
      { ...cell, paymentMethodId: 'cash', net: 400n },
    ])
    expect(partsOf(content)).toMatchObject([
      { requestItems: [{ netAmount: 1000n }], payments: [{}, {}], total: 1000n },
    ])
  })

  it('are one for each method where payments run against each other', () => {
    const content = contentOfCells([
      { ...cell, paymentMethodId: 'card', net: 600n },
      { ...cell, paymentMethodId: 'cash', net: -400n },
    ])
    expect(partsOf(content)).toMatchObject([
      { payments: [{ paymentMethodId: 'card', amount: 600n }], total: 600n },
      { payments: [{ paymentMethodId: 'cash', amount: -400n }], total: -400n },
    ])
  })

  it('are one without payments where nothing was paid', () => {
    const content = contentOfCells([
      { ...cell, paymentMethodId: null, net: 600n },
      { ...cell, paymentMethodId: null, revenueCategoryId: '31', net: -600n },
    ])
    expect(partsOf(content)).toMatchObject([{ requestItems: [{}, {}], payments: [], total: 0n }])
  })
})
