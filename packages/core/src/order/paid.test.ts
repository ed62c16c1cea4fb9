import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { balancedOrder } from '../../test/order-arbitrary.js'
import { contribute } from '../contribution/contribute.js'
import { sumOf } from '../money/sum.js'
import { orderTypes } from './order.js'
import { paidOf } from './paid.js'

describe('what the payments of an order move', () => {
  test.prop([balancedOrder, fc.constantFrom(...orderTypes)])(
    'is the sum of its contribution, void or not',
    (balanced, type) => {
      const order = { ...balanced, type }
      expect(paidOf(order)).toBe(sumOf(contribute(order), ({ net, tax }) => net + tax))
    },
  )
})
