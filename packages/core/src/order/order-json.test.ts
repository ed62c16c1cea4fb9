import { test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { balancedOrder } from '../../test/order-arbitrary.js'
import { orderFromJson, orderToJson } from './order-json.js'

test.prop([balancedOrder])('an order comes back from JSON as it was', (order) => {
  expect(orderFromJson(JSON.parse(JSON.stringify(orderToJson(order))))).toEqual(order)
})
