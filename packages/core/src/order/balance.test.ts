import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { balancedOrder, paidOrder, withPaymentsOff } from '../../test/order-arbitrary.js'
import { checkBalance } from './balance.js'
import type { Order } from './order.js'

const few = fc.bigInt({ min: -5n, max: 5n })
const size = (amount: bigint) => (amount < 0n ? -amount : amount)

const withItemTotalOff = (order: Order, off: bigint): Order => ({
  ...order,
  items: order.items.map((item, index) => (index === 0 ? { ...item, total: item.total + off } : item)),
})

describe('checkBalance', () => {
  test.prop([balancedOrder])('lets pass what adds up, with nothing to round', (order) => {
    expect(checkBalance(order)).toEqual({ balanced: true, rounding: 0n })
  })

  test.prop([paidOrder, few, fc.bigInt({ min: 0n, max: 5n })])(
    'tolerates payments that are off by no more than it may',
    (order, off, tolerance) => {
      const check = checkBalance(withPaymentsOff(order, off), tolerance)
      if (size(off) <= tolerance) expect(check).toEqual({ balanced: true, rounding: off })
      else expect(check).toMatchObject({ balanced: false })
    },
  )

  test.prop([paidOrder, few, fc.bigInt({ min: 0n, max: 5n })])(
    'holds the order’s total to the same tolerance',
    (order, off, tolerance) => {
      const cost = { ...order.cost, total: order.cost.total + off }
      expect(checkBalance({ ...order, cost }, tolerance).balanced).toBe(size(off) <= tolerance)
    },
  )

  test.prop([paidOrder.filter(({ items }) => items.length > 0), few, fc.bigInt({ min: 0n, max: 5n })])(
    'holds an item’s total to it, and books nothing for it',
    (order, off, tolerance) => {
      const check = checkBalance(withItemTotalOff(order, off), tolerance)
      if (size(off) <= tolerance) expect(check).toEqual({ balanced: true, rounding: 0n })
      else expect(check).toMatchObject({ balanced: false })
    },
  )

  test.prop([paidOrder, few, few, few, fc.bigInt({ min: 0n, max: 5n })])(
    'never books more rounding than it tolerates, however many totals are off',
    (order, paidOff, totalOff, itemOff, tolerance) => {
      const cost = { ...order.cost, total: order.cost.total + totalOff }
      const check = checkBalance(
        withItemTotalOff(withPaymentsOff({ ...order, cost }, paidOff), itemOff),
        tolerance,
      )
      if (check.balanced) expect(size(check.rounding)).toBeLessThanOrEqual(tolerance)
    },
  )

  test.prop([balancedOrder, few, fc.constantFrom('Void', 'VoidRefund')])(
    'asks nothing of a void order',
    (order, off, type) => {
      const check = checkBalance({ ...withPaymentsOff(order, off), type })
      expect(check).toEqual({ balanced: true, rounding: 0n })
    },
  )

  it('says what does not add up, in money', () => {
    const order: Order = {
      id: '1041',
      type: 'Sale',
      orderDate: '2026-03-01T10:00',
      orderTime: '2026-03-01T10:00:00.000Z',
      businessDate: '2026-03-01',
      locationId: '1',
      currency: 'EUR',
      purchaser: null,
      items: [
        {
          id: '1',
          productId: null,
          productType: null,
          description: null,
          revenueCategoryId: '30',
          quantity: null,
          unitPrice: null,
          discount: 0n,
          netAmount: 1000n,
          taxes: [{ taxRateId: '01:01', amount: 80n }],
          total: 1081n,
        },
      ],
      cost: { netAmount: 1000n, discount: 0n, taxAmount: 80n, total: 1080n },
      payments: [],
      lastModifiedTime: '2026-03-01T10:00:00.000Z',
      createdTime: null,
    }
    expect(checkBalance(order)).toEqual({
      balanced: false,
      explanation:
        'Order 1041 does not balance: item 1 has total 10.81 EUR but net and taxes make 10.80 EUR; ' +
        "the items make 10.81 EUR but the order's total is 10.80 EUR; " +
        "the payments make 0.00 EUR but the order's total is 10.80 EUR; " +
        'the payments make 0.00 EUR but the items make 10.80 EUR.',
    })
  })
})
