import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { balancedOrder } from '../../test/order-arbitrary.js'
import { taxSetId } from '../contribution/category.js'
import { contribute } from '../contribution/contribute.js'
import { sumOf } from '../money/sum.js'
import { packOrder } from '../packet/pack-order.js'
import type { Packet } from '../packet/packet.js'
import { partsOf } from '../packet/parts.js'
import { mapLookup, ruleKey } from './map-lookup.js'
import { mapPacket } from './map-packet.js'
import { type MapAssignment, mapKinds, type MissingMapping } from './map-rule.js'

const packet: fc.Arbitrary<Packet> = balancedOrder
  .map((order) => packOrder(order, contribute(order), 0n, true))
  .filter((packets) => packets.length > 0)
  .chain((packets) => fc.constantFrom(...packets))
  .map((content) => ({
    ...content,
    key: 'key',
    series: { kind: 'order', orderId: '1041' },
    sequence: 1,
    evidence: '',
  }))

/** What must be mapped before the packet can be sent. */
function neededBy(content: Packet): MissingMapping[] {
  const needed = partsOf(content).flatMap(({ requestItems, payments }): MissingMapping[] => [
    ...requestItems.flatMap(({ revenueCategoryId, taxRateIds, locationId }): MissingMapping[] => [
      { kind: 'revenueCategory', sourceId: revenueCategoryId, locationId },
      { kind: 'taxRate', sourceId: taxSetId(taxRateIds), locationId },
    ]),
    ...payments.map(({ paymentMethodId }): MissingMapping => ({
      kind: 'paymentMethod',
      sourceId: paymentMethodId,
      locationId: content.locationId,
    })),
  ])
  return [...new Map(needed.map((each) => [keyOf(each), each])).values()]
}

const keyOf = ({ kind, sourceId, locationId }: MissingMapping) => ruleKey(kind, sourceId, locationId)
const everywhere = ({ kind, sourceId }: MissingMapping): MapAssignment => ({
  kind,
  sourceId,
  locationId: null,
  integrationId: `target of ${sourceId}`,
})

describe('mapping a packet', () => {
  const partlyMapped = packet.chain((content) =>
    fc.tuple(fc.constant(content), fc.subarray(neededBy(content)), fc.boolean()),
  )

  test.prop([partlyMapped], { numRuns: 300 })(
    'names exactly what is missing',
    ([content, mapped, isHere]) => {
      const rules = mapped.map((each) => ({
        ...everywhere(each),
        locationId: isHere ? each.locationId : null,
      }))
      const isMapped = new Set(mapped.map(keyOf))
      const missing = neededBy(content).filter((each) => !isMapped.has(keyOf(each)))
      const mapping = mapPacket(content, mapLookup(rules))
      expect(mapping.ok).toBe(missing.length === 0)
      expect(mapping.ok ? [] : mapping.missing.map(keyOf).toSorted()).toEqual(missing.map(keyOf).toSorted())
    },
  )

  test.prop([packet])('keeps every amount in its place', (content) => {
    const mapping = mapPacket(content, mapLookup(neededBy(content).map(everywhere)))
    if (!mapping.ok) throw new Error('All that is needed was mapped.')
    const { parts, ...rest } = mapping.mapped
    expect(rest).toEqual({
      key: 'key',
      businessDate: content.businessDate,
      documentDate: content.businessDate,
      currency: content.currency,
      title: 'Order 1041',
    })
    expect(sumOf(parts, ({ total }) => total)).toBe(content.total)
    for (const [index, { requestItems, payments, total }] of partsOf(content).entries()) {
      expect(parts[index]).toMatchObject({
        total,
        lines: requestItems.map(({ revenueCategoryId, taxRateIds, netAmount, taxAmount }) => ({
          revenueId: `target of ${revenueCategoryId}`,
          taxId: `target of ${taxSetId(taxRateIds)}`,
          net: netAmount,
          tax: taxAmount,
        })),
        payments: payments.map((payment) => ({
          ...payment,
          accountId: `target of ${payment.paymentMethodId}`,
        })),
      })
    }
  })

  test.prop([packet])('dates documents otherwise if it is told so', (content) => {
    const mapping = mapPacket(content, mapLookup(neededBy(content).map(everywhere)), '2026-04-01')
    expect(mapping).toMatchObject({
      mapped: { businessDate: content.businessDate, documentDate: '2026-04-01' },
    })
  })
})

describe('looking up', () => {
  const id = fc.constantFrom('1', '2', 'none')
  const assignment = fc.record({
    kind: fc.constantFrom(...mapKinds),
    sourceId: id,
    locationId: fc.option(id),
    integrationId: fc.uuid(),
  })

  test.prop([fc.uniqueArray(assignment, { selector: keyOf }), assignment])(
    'a rule for the location wins over one for everywhere, and nothing else applies',
    (rules, { kind, sourceId, locationId }) => {
      const at = (place: string | null) =>
        rules.find((rule) => rule.kind === kind && rule.sourceId === sourceId && rule.locationId === place)
      const expected = at(locationId) ?? at(null)
      expect(mapLookup(rules)(kind, sourceId, locationId)).toBe(expected?.integrationId)
    },
  )

  test.prop([assignment, assignment])(
    'rules with the same key replace each other, the last one stands',
    (first, second) => {
      const lookup = mapLookup([first, second])
      expect(lookup(second.kind, second.sourceId, second.locationId)).toBe(second.integrationId)
      if (keyOf(first) !== keyOf(second)) {
        expect(lookup(first.kind, first.sourceId, first.locationId)).toBe(first.integrationId)
      }
    },
  )
})

describe('a packet’s title', () => {
  const cell = {
    businessDate: '2026-03-01',
    locationId: '1',
    paymentMethodId: 'card',
    revenueCategoryId: '30',
  }
  const content: Packet = {
    businessDate: '2026-03-01',
    locationId: '1',
    currency: 'EUR',
    requestItems: [],
    payments: [],
    cells: [{ ...cell, taxRateIds: [], currency: 'EUR', net: 0n, tax: 0n }],
    netAmount: 0n,
    taxAmount: 0n,
    total: 0n,
    key: 'key',
    series: { kind: 'order', orderId: '7' },
    sequence: 1,
    evidence: '',
  }
  const summary = { kind: 'summary', businessDate: '2026-03-01', currency: 'EUR' } as const

  it.each([
    [{}, 'Order 7'],
    [{ sequence: 3 }, 'Order 7, adjustment 2'],
    [{ series: { ...summary, paymentMethodId: 'card', locationId: null } }, 'Sales of 2026-03-01, card'],
    [
      { series: { ...summary, paymentMethodId: null, locationId: '2' }, sequence: 2 },
      'Sales of 2026-03-01, no payment at 2, adjustment 1',
    ],
  ])('for %j is %s', (change, title) => {
    expect(mapPacket({ ...content, ...change }, () => undefined)).toMatchObject({ mapped: { title } })
  })
})
