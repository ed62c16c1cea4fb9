import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { balancedOrder, paidOrder, withPaymentsOff } from '../../test/order-arbitrary.js'
import { LedgerpostError } from '../errors/ledgerpost-error.js'
import { sumOf } from '../money/sum.js'
import { checkBalance } from '../order/balance.js'
import type { Order } from '../order/order.js'
import { orderFromJson, orderToJson } from '../order/order-json.js'
import { categoryOf, roundingCategory, taxSetId, taxSetOf, tenderExchangeCategory } from './category.js'
import type { Cell, Contribution } from './cell.js'
import { contribute } from './contribute.js'
import { verifyAllocation } from './controlled-rounding/index.js'

const standing = balancedOrder.filter(({ type }) => type === 'Sale' || type === 'Refund')

function sums<T>(
  elements: Iterable<T>,
  keyOf: (element: T) => string | null,
  amountOf: (element: T) => bigint,
) {
  const totals = new Map<string | null, bigint>()
  for (const element of elements)
    totals.set(keyOf(element), (totals.get(keyOf(element)) ?? 0n) + amountOf(element))
  return new Map(
    [...totals]
      .filter(([, total]) => total !== 0n)
      .toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1)),
  )
}

const placeOf = ({ revenueCategoryId, taxRateIds }: Cell) => `${revenueCategoryId} ${taxSetId(taxRateIds)}`
const itemPlaceOf = (item: Order['items'][number]) => `${categoryOf(item)} ${taxSetId(taxSetOf(item))}`
const taxOf = (item: Order['items'][number]) => sumOf(item.taxes, ({ amount }) => amount)
const totalOf = (cells: Contribution) => sumOf(cells, ({ net, tax }) => net + tax)

const negated = (order: Order): Order => ({
  ...order,
  items: order.items.map((item) => ({
    ...item,
    netAmount: -item.netAmount,
    taxes: item.taxes.map((tax) => ({ ...tax, amount: -tax.amount })),
    total: -item.total,
  })),
  cost: { ...order.cost, total: -order.cost.total },
  payments: order.payments.map((payment) => ({ ...payment, amount: -payment.amount })),
})

describe('what an order contributes', () => {
  test.prop([standing])('to each payment method is what it paid', (order) => {
    const cells = contribute(order).filter(({ paymentMethodId }) => paymentMethodId !== null)
    expect(
      sums(
        cells,
        ({ paymentMethodId }) => paymentMethodId,
        ({ net, tax }) => net + tax,
      ),
    ).toEqual(
      sums(
        order.payments,
        ({ paymentMethodId }) => paymentMethodId,
        ({ amount }) => amount,
      ),
    )
  })

  test.prop([standing])(
    'to each revenue category and tax set is what its items make, net and tax',
    (order) => {
      const cells = contribute(order)
      expect(sums(cells, placeOf, ({ net }) => net)).toEqual(
        sums(order.items, itemPlaceOf, ({ netAmount }) => netAmount),
      )
      expect(sums(cells, placeOf, ({ tax }) => tax)).toEqual(sums(order.items, itemPlaceOf, taxOf))
    },
  )

  test.prop([standing])('is its total, on its day, at its place, in its currency', (order) => {
    const cells = contribute(order)
    expect(totalOf(cells)).toBe(order.cost.total)
    const { businessDate, locationId, currency } = order
    for (const cell of cells) expect(cell).toMatchObject({ businessDate, locationId, currency })
  })

  test.prop([paidOrder], { numRuns: 500 })(
    'is everywhere the floor or the ceiling of its proportion',
    (order) => {
      const cells = contribute(order)
      const methods = [...new Set(order.payments.map(({ paymentMethodId }) => paymentMethodId))]
      const places = [...new Set(order.items.map(itemPlaceOf))]
      const at = (place: string, method: string, amount: 'net' | 'tax') =>
        sumOf(
          cells.filter((cell) => placeOf(cell) === place && cell.paymentMethodId === method),
          (cell) => cell[amount],
        )
      const itemsAt = (place: string) => order.items.filter((item) => itemPlaceOf(item) === place)
      const rows = places.flatMap((place) => [
        sumOf(itemsAt(place), ({ netAmount }) => netAmount),
        sumOf(itemsAt(place), taxOf),
      ])
      const columns = methods.map((method) =>
        sumOf(
          order.payments.filter(({ paymentMethodId }) => paymentMethodId === method),
          ({ amount }) => amount,
        ),
      )
      const matrix = places.flatMap((place) => [
        methods.map((method) => at(place, method, 'net')),
        methods.map((method) => at(place, method, 'tax')),
      ])
      expect(verifyAllocation({ rows, columns }, matrix)).toEqual([])
    },
  )

  test.prop([balancedOrder])('is the same in any process', (order) => {
    expect(contribute(orderFromJson(JSON.parse(JSON.stringify(orderToJson(order)))))).toEqual(
      contribute(order),
    )
  })

  const shuffled = balancedOrder.chain((order) =>
    fc.tuple(
      fc.constant(order),
      fc.shuffledSubarray([...order.items], { minLength: order.items.length }),
      fc.shuffledSubarray([...order.payments], { minLength: order.payments.length }),
    ),
  )
  test.prop([shuffled])(
    'does not depend on how items and payments are ordered',
    ([order, items, payments]) => {
      expect(contribute({ ...order, items, payments })).toEqual(contribute(order))
    },
  )

  test.prop([standing])('is taken back exactly by the opposite order', (order) => {
    const opposite = contribute(order).map((cell) => ({ ...cell, net: -cell.net, tax: -cell.tax }))
    expect(contribute(negated(order))).toEqual(opposite)
  })

  test.prop([balancedOrder, fc.constantFrom('Void', 'VoidRefund')])(
    'is nothing if it is void',
    (order, type) => {
      expect(contribute({ ...order, type })).toEqual([])
    },
  )

  test.prop([paidOrder, fc.constantFrom(-2n, -1n, 1n, 2n)])(
    'is its payments if they are a little off',
    (order, off) => {
      const tolerated = withPaymentsOff(order, off)
      const check = checkBalance(tolerated, 2n)
      if (!check.balanced) throw new Error(check.explanation)
      const cells = contribute(tolerated, check.rounding)
      expect(totalOf(cells)).toBe(order.cost.total + off)
      expect(sums(cells, placeOf, ({ net }) => net).get(`${roundingCategory} none`)).toBe(off)
    },
  )

  test.prop([standing, fc.bigInt({ min: -3n, max: 3n }).filter((off) => off !== 0n)])(
    'is refused by name if it does not add up',
    (order, off) => {
      const attempt = () => contribute(withPaymentsOff(order, off))
      expect(attempt).toThrow(LedgerpostError)
      expect(attempt).toThrow(
        expect.objectContaining({
          code: 'unbalanced-order',
          details: expect.objectContaining({ orderId: '1041' }),
        }),
      )
      expect(attempt).toThrow('Order 1041 has items of')
    },
  )
})

describe('for example', () => {
  const order: Order = {
    id: '1041',
    type: 'Sale',
    orderDate: '2026-03-01T10:00',
    orderTime: '2026-03-01T10:00:00.000Z',
    businessDate: '2026-03-01',
    locationId: '1',
    currency: 'EUR',
    purchaser: null,
    items: [itemOf('30', 1000n, 80n), itemOf('31', 500n, 0n)],
    cost: { netAmount: 1500n, discount: 0n, taxAmount: 80n, total: 1580n },
    payments: [paymentOf('card', 1580n)],
    lastModifiedTime: '2026-03-01T10:00:00.000Z',
    createdTime: null,
  }

  const rowsOf = (cells: Contribution) =>
    cells.map(({ paymentMethodId, revenueCategoryId, net, tax }) => [
      paymentMethodId,
      revenueCategoryId,
      net,
      tax,
    ])

  it('one payment takes the items as they are', () => {
    expect(contribute(order)).toEqual([
      {
        ...place,
        paymentMethodId: 'card',
        revenueCategoryId: '30',
        taxRateIds: ['01:01'],
        net: 1000n,
        tax: 80n,
      },
      { ...place, paymentMethodId: 'card', revenueCategoryId: '31', taxRateIds: [], net: 500n, tax: 0n },
    ])
  })

  it('two payments share them by their size', () => {
    const split = { ...order, payments: [paymentOf('cash', 395n), paymentOf('card', 1185n)] }
    expect(rowsOf(contribute(split))).toEqual([
      ['card', '30', 750n, 60n],
      ['card', '31', 375n, 0n],
      ['cash', '30', 250n, 20n],
      ['cash', '31', 125n, 0n],
    ])
  })

  it('payments of one method are one, and what a method gave back is not its income', () => {
    const change = {
      ...order,
      payments: [
        paymentOf('card', 2000n),
        paymentOf('card', -420n),
        paymentOf('cash', 5n),
        paymentOf('cash', -5n),
      ],
    }
    expect(rowsOf(contribute(change))).toEqual([
      ['card', '30', 1000n, 80n],
      ['card', '31', 500n, 0n],
    ])
  })

  it('change handed out by another method makes cells larger than the order', () => {
    const change = {
      ...order,
      items: [itemOf('30', 100n, 0n)],
      payments: [paymentOf('card', 100_000n), paymentOf('cash', -99_900n)],
    }
    expect(rowsOf(contribute(change))).toEqual([
      ['card', '30', 100_000n, 0n],
      ['cash', '30', -99_900n, 0n],
    ])
  })

  it('what costs nothing and was not paid stands under no method', () => {
    const free = { ...order, items: [itemOf('30', 1000n, 0n), itemOf('31', -1000n, 0n)], payments: [] }
    expect(rowsOf(contribute(free))).toEqual([
      [null, '30', 1000n, 0n],
      [null, '31', -1000n, 0n],
    ])
    expect(contribute({ ...order, items: [], payments: [] })).toEqual([])
  })

  it('one tender exchanged for another is an item of either', () => {
    const exchange = { ...order, items: [], payments: [paymentOf('card', 500n), paymentOf('cash', -500n)] }
    expect(rowsOf(contribute(exchange))).toEqual([
      ['card', tenderExchangeCategory, 500n, 0n],
      ['cash', tenderExchangeCategory, -500n, 0n],
    ])
  })
})

const place = { businessDate: '2026-03-01', locationId: '1', currency: 'EUR' }

function paymentOf(paymentMethodId: string, amount: bigint): Order['payments'][number] {
  return { id: '1', paymentMethodId, amount }
}

function itemOf(revenueCategoryId: string, netAmount: bigint, tax: bigint): Order['items'][number] {
  return {
    id: '1',
    productId: null,
    productType: null,
    description: null,
    revenueCategoryId,
    quantity: null,
    unitPrice: null,
    discount: 0n,
    netAmount,
    taxes: tax === 0n ? [] : [{ taxRateId: '01:01', amount: tax }],
    total: netAmount + tax,
  }
}
