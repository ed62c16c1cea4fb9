import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  balancedOrder,
  businessDates,
  locations,
  paymentMethods,
  withPaymentsOff,
} from '../../test/order-arbitrary.js'
import { type NumberedPacket, type SyncChoices, tinyPacker, wantedOf } from '../../test/tiny-packer.js'
import { collectCells } from '../contribution/cell.js'
import { sumOf } from '../money/sum.js'
import type { Order } from '../order/order.js'
import { seriesKey } from './packet-key.js'

type Event =
  | { readonly kind: 'deliver'; readonly order: Order }
  | { readonly kind: 'sync'; readonly choices: SyncChoices }

const choices = fc.record({
  summarizeData: fc.boolean(),
  byLocation: fc.boolean(),
  chunkSize: fc.integer({ min: 1, max: 4 }),
  chunks: fc.integer({ min: 1, max: 3 }),
})

/** What people do to an order that stands: void it, bring it back, move it, have it paid otherwise. */
const edit: fc.Arbitrary<Partial<Order>> = fc.oneof(
  fc.constantFrom('Sale', 'Refund', 'Void', 'VoidRefund').map((type) => ({ type })),
  fc.constantFrom(...businessDates).map((businessDate) => ({ businessDate })),
  fc.constantFrom(...locations).map((locationId) => ({ locationId })),
  fc.constantFrom('USD', 'EUR').map((currency) => ({ currency })),
)
const repaidBy = (order: Order, paymentMethodId: string): Order => ({
  ...order,
  payments: order.payments.map((payment) => ({ ...payment, paymentMethodId })),
})

/** Some are a minor unit off, which is tolerated, or more, so that they are left out of the books. */
const revisionsOfOneOrder: fc.Arbitrary<readonly Order[]> = fc
  .tuple(
    balancedOrder,
    fc.array(fc.oneof(edit, balancedOrder, fc.constantFrom(...paymentMethods)), { maxLength: 4 }),
    fc.array(fc.constantFrom(0n, 0n, 0n, 1n, -1n, 3n), { minLength: 5, maxLength: 5 }),
  )
  .map(([first, changes, offs]) => {
    const revisions = [first]
    for (const change of changes) {
      const last = revisions.at(-1) ?? first
      revisions.push(typeof change === 'string' ? repaidBy(last, change) : { ...last, ...change })
    }
    return revisions.map((order, index) => withPaymentsOff(order, offs[index] ?? 0n))
  })

/** Revisions of many orders in any order of delivery, some of them twice, with syncs in between. */
const history: fc.Arbitrary<{ readonly revisions: readonly Order[]; readonly events: readonly Event[] }> = fc
  .array(revisionsOfOneOrder, { minLength: 1, maxLength: 5 })
  .map((orders) =>
    orders.flatMap((revisions, order) =>
      revisions.map((revision, index) => ({
        ...revision,
        id: `order ${order + 1}`,
        lastModifiedTime: `2026-04-01T00:00:00.00${index}Z`,
      })),
    ),
  )
  .chain((revisions) =>
    fc
      .tuple(
        fc.shuffledSubarray([...revisions, ...revisions], { minLength: revisions.length }),
        fc.shuffledSubarray(revisions, { minLength: revisions.length }),
        fc.array(choices, { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
      )
      .map(([some, all, syncs, places]) => {
        const events: Event[] = [...some, ...all].map((order) => ({ kind: 'deliver', order }))
        for (const sync of syncs) {
          const place = Number(places.next().value) % (events.length + 1)
          events.splice(place, 0, { kind: 'sync', choices: sync })
        }
        return { revisions, events }
      }),
  )

function played(events: readonly Event[], last: SyncChoices) {
  const packer = tinyPacker()
  for (const event of events) {
    if (event.kind === 'deliver') packer.take(event.order)
    else packer.sync(event.choices)
  }
  packer.syncAll(last)
  return packer
}

const cellsOf = (packets: readonly NumberedPacket[]) =>
  collectCells(packets.flatMap(({ content }) => content.cells))

function latestOf(revisions: readonly Order[]): Order[] {
  const latest = new Map<string, Order>()
  for (const order of revisions) {
    const known = latest.get(order.id)
    if (!known || order.lastModifiedTime > known.lastModifiedTime) latest.set(order.id, order)
  }
  return [...latest.values()]
}

describe('whatever was delivered, synced and preferred in between', () => {
  test.prop([history, choices], { numRuns: 400 })(
    'all packets together are what the latest orders contribute',
    ({ revisions, events }, last) => {
      const { packets } = played(events, last)
      expect(cellsOf(packets)).toEqual(collectCells(latestOf(revisions).flatMap(wantedOf)))
    },
  )

  test.prop([history, choices, choices])('another sync has nothing to add', ({ events }, last, another) => {
    const packer = played(events, last)
    const before = packer.packets.length
    for (const order of packer.orders()) packer.take(order)
    packer.syncAll(another)
    expect(packer.packets.length).toBe(before)
  })

  test.prop([history, choices])('no packet has the number of another', ({ events }, last) => {
    const { packets } = played(events, last)
    const names = packets.map(({ series, sequence }) => `${seriesKey(series)} ${sequence}`)
    expect(new Set(names).size).toBe(packets.length)
  })

  test.prop([history, choices])('every packet adds up, each way it can be read', ({ events }, last) => {
    for (const { content } of played(events, last).packets) {
      const { cells, requestItems, payments, netAmount, taxAmount, total } = content
      expect(cells.length).toBeGreaterThan(0)
      expect(netAmount + taxAmount).toBe(total)
      expect(sumOf(cells, ({ net }) => net)).toBe(netAmount)
      expect(sumOf(cells, ({ tax }) => tax)).toBe(taxAmount)
      expect(sumOf(requestItems, (item) => item.netAmount)).toBe(netAmount)
      expect(sumOf(requestItems, (item) => item.taxAmount)).toBe(taxAmount)
      expect(sumOf(payments, ({ amount }) => amount)).toBe(total)
    }
  })

  test.prop([history, choices])('a summary stands where its series says', ({ events }, last) => {
    for (const { series, content } of played(events, last).packets) {
      if (series.kind === 'order') continue
      const { businessDate, currency, paymentMethodId, locationId } = series
      expect(content).toMatchObject({ businessDate, currency })
      for (const cell of content.cells) {
        expect(cell.paymentMethodId).toBe(paymentMethodId)
        if (locationId !== null) expect(cell.locationId).toBe(locationId)
      }
    }
  })

  test.prop([history, choices])('minor units in are minor units out', ({ revisions, events }, last) => {
    const orders = latestOf(revisions).flatMap(wantedOf)
    const { packets } = played(events, last)
    for (const currency of ['USD', 'EUR', 'JPY', 'KWD']) {
      const wanted = orders.filter((cell) => cell.currency === currency)
      const posted = packets.filter(({ content }) => content.currency === currency)
      expect(sumOf(posted, ({ content }) => content.total)).toBe(sumOf(wanted, ({ net, tax }) => net + tax))
    }
  })
})
