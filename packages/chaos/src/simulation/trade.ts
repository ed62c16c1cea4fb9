import { playStudio, type SeededRandom, type WireOrder } from '@ledgerpost/testkit'
import type { SubscriberPlan, WorldPlan } from './plan.js'

/** Revisions of orders that a platform sends together. */
export interface Batch {
  /** When it is sent, in milliseconds since 1970 UTC. */
  readonly at: number
  readonly orders: readonly WireOrder[]
}

const hour = 3_600_000

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** What a subscriber's platform sends in a world, batch by batch. */
export function tradeOf(world: WorldPlan, subscriber: SubscriberPlan, random: SeededRandom): Batch[] {
  const { startDate, days, seed } = world
  const played = [
    ...playStudio({ seed: seed * 8 + Number(subscriber.id), startDate, days, orders: subscriber.orders }),
  ]
  const revisions = sometimesAtOnce(world.isPulled ? crowded(played, random) : played, random)
  const orders = revisions
    .map((order) => (subscriber.tellsInstants ? withInstant(order) : order))
    .flatMap((order) => (subscriber.hasTwins ? [order, { ...order, Id: `${order.Id} again` }] : [order]))
  const batches: Batch[] = []
  let pending: WireOrder[] = []
  let gap = random.integer(1, 8) * hour
  let began: number | undefined
  for (const order of orders) {
    const modified = Date.parse(order.LastModifiedTime)
    began ??= modified
    if (modified - began > gap) {
      batches.push({ at: began + gap, orders: pending })
      pending = []
      began = modified
      gap = random.integer(1, 8) * hour
    }
    pending.push(order)
  }
  if (pending.length > 0) batches.push({ at: (began ?? 0) + gap, orders: pending })
  return batches
}

/** Now and then a revision claims the very moment of the one before: then the one that came last stands. */
function sometimesAtOnce(orders: readonly WireOrder[], random: SeededRandom): WireOrder[] {
  const latest = new Map<string, WireOrder>()
  return orders.map((order) => {
    const before = latest.get(order.Id)
    const revision =
      before && random.chance(30) ? { ...order, LastModifiedTime: before.LastModifiedTime } : order
    latest.set(order.Id, revision)
    return revision
  })
}

/** Many revisions follow closely upon the one before, so that some appear out of their order. */
function crowded(orders: readonly WireOrder[], random: SeededRandom): WireOrder[] {
  let before: number | undefined
  return orders.map((order) => {
    const own = Date.parse(order.LastModifiedTime)
    const close = before === undefined ? own : before + random.integer(1, 120) * 1000
    before = random.chance(60) && close < own ? close : own
    return { ...order, LastModifiedTime: new Date(before).toISOString() }
  })
}

const zones = new Map([
  ['1', 'America/New_York'],
  ['2', 'America/Los_Angeles'],
])

/** The same order with an instant instead of the wall clock, where the wall clock showed the moment of its creation. */
function withInstant(order: WireOrder): WireOrder {
  const zone = zones.get(order.LocationId) ?? 'America/New_York'
  const known =
    wallClocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  wallClocks.set(zone, known)
  const shown = known.format(new Date(order.CreatedTime)).replace(' ', 'T')
  return shown === order.OrderDate ? { ...order, OrderDate: order.CreatedTime } : order
}

/** An order in the spelling that the engine is fed: the first letter of every member is small. */
export function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      camelCased(member),
    ]),
  )
}
