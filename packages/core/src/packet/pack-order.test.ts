import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { balancedOrder, paidOrder, withPaymentsOff } from '../../test/order-arbitrary.js'
import { categoryOf, taxSetOf } from '../contribution/category.js'
import { cellKey, collectCells } from '../contribution/cell.js'
import { contribute } from '../contribution/contribute.js'
import { difference } from '../contribution/difference.js'
import { contentOfCells } from './content-of-cells.js'
import { packOrder } from './pack-order.js'

describe('the packets of an order', () => {
  test.prop([balancedOrder, balancedOrder])('hold its change, all of it, each cell once', (order, before) => {
    const change = difference(contribute(order), contribute(before))
    const cells = packOrder(order, change, 0n, false).flatMap((content) => content.cells)
    expect(cells.map(cellKey).toSorted()).toEqual(change.map(cellKey))
    expect(collectCells(cells)).toEqual(change)
  })

  test.prop([balancedOrder, balancedOrder])('are of one day, place and currency each', (order, before) => {
    const packets = packOrder(order, difference(contribute(order), contribute(before)), 0n, false)
    const places = packets.map(
      ({ businessDate, locationId, currency }) => `${businessDate} ${locationId} ${currency}`,
    )
    expect(new Set(places).size).toBe(packets.length)
    for (const { locationId } of packets) expect(locationId).not.toBeNull()
  })

  test.prop([paidOrder, fc.constantFrom(-1n, 0n, 1n)])(
    'show at first the order’s own lines',
    (balanced, rounding) => {
      const order = withPaymentsOff(balanced, rounding)
      fc.pre(balanced.cost.total + rounding !== 0n)
      const [packet, ...others] = packOrder(order, contribute(order, rounding), rounding, true)
      expect(others).toEqual([])
      const lines = order.items.map((item) => ({
        revenueCategoryId: categoryOf(item),
        taxRateIds: taxSetOf(item),
        locationId: order.locationId,
        description: item.description,
        quantity: item.quantity,
        netAmount: item.netAmount,
        taxAmount: item.total - item.netAmount,
      }))
      const adjustment = { revenueCategoryId: 'rounding', taxRateIds: [], locationId: order.locationId }
      lines.push({ ...adjustment, description: null, quantity: null, netAmount: rounding, taxAmount: 0n })
      const isMoney = (line: (typeof lines)[number]) => line.netAmount !== 0n || line.taxAmount !== 0n
      expect(packet?.requestItems).toEqual(lines.filter(isMoney))
    },
  )

  test.prop([balancedOrder])('are none where nothing changed', (order) => {
    expect(packOrder(order, [], 0n, false)).toEqual([])
  })
})

describe('the content of cells', () => {
  const cell = {
    businessDate: '2026-03-01',
    locationId: '1',
    paymentMethodId: 'card',
    revenueCategoryId: '30',
    taxRateIds: [],
    currency: 'EUR',
    net: 100n,
    tax: 0n,
  }

  it.each([
    ['no cell at all', [], 'at least one cell'],
    ['two days', [cell, { ...cell, businessDate: '2026-03-02' }], 'cannot hold a cell of 2026-03-02 in EUR'],
    ['two currencies', [cell, { ...cell, currency: 'USD' }], 'cannot hold a cell of 2026-03-01 in USD'],
  ])('is refused for %s', (_, cells, message) => {
    expect(() => contentOfCells(cells)).toThrow(message)
  })

  it('names no location where it spans several', () => {
    const content = contentOfCells([cell, { ...cell, locationId: '2' }])
    expect(content.locationId).toBeNull()
    expect(content.requestItems.map(({ locationId }) => locationId)).toEqual(['1', '2'])
    expect(content.payments).toEqual([{ paymentMethodId: 'card', amount: 200n }])
  })
})
