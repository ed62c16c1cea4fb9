import { test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { balancedOrder } from '../../test/order-arbitrary.js'
import { cellKey, collectCells, type Contribution } from './cell.js'
import { contribute } from './contribute.js'
import { contributionFromJson, contributionToJson } from './contribution-json.js'
import { difference } from './difference.js'

const contribution = balancedOrder.map((order) => contribute(order))
const plus = (left: Contribution, right: Contribution) => collectCells([...left, ...right])

describe('a difference', () => {
  test.prop([contribution, contribution])(
    'added to what was packed makes what is wanted',
    (wanted, packed) => {
      expect(plus(packed, difference(wanted, packed))).toEqual(wanted)
    },
  )

  test.prop([contribution])('of what is packed already is nothing', (packed) => {
    expect(difference(packed, packed)).toEqual([])
  })

  test.prop([contribution, contribution])(
    'is the opposite of the difference the other way',
    (left, right) => {
      expect(plus(difference(left, right), difference(right, left))).toEqual([])
    },
  )

  test.prop([contribution, contribution, contribution])(
    'may go by a stop between',
    (first, second, third) => {
      const direct = difference(third, first)
      expect(plus(difference(second, first), difference(third, second))).toEqual(direct)
    },
  )
})

describe('collected cells', () => {
  test.prop([contribution, contribution])(
    'come by ascending key, one of each, none of them zero',
    (left, right) => {
      const cells = plus(left, right)
      const keys = cells.map(cellKey)
      expect(keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)).toBe(true)
      expect(cells.every(({ net, tax }) => net !== 0n || tax !== 0n)).toBe(true)
    },
  )

  test.prop([contribution, contribution])(
    'do not depend on the order in which they were collected',
    (left, right) => {
      expect(collectCells([...left, ...right].toReversed())).toEqual(plus(left, right))
      expect(collectCells(plus(left, right))).toEqual(plus(left, right))
    },
  )
})

test.prop([contribution])('a contribution comes back from JSON as it was', (cells) => {
  expect(contributionFromJson(JSON.parse(JSON.stringify(contributionToJson(cells))))).toEqual(cells)
})
