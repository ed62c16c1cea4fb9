import { type SeededRandom, seededRandom } from '@ledgerpost/testkit'

/** A merchant of a world. */
export interface SubscriberPlan {
  readonly id: string
  readonly tenantId: string
  /** Xero guards its numbers; a loose ledger books whatever it is told as often as it is told. */
  readonly ledger: 'Xero' | 'Loose'
  readonly orders: number
  readonly summarise: boolean
  readonly byLocation: boolean
  /** The wall-clock time at which its business day begins. */
  readonly cutOff: '00:00' | '04:00'
  /** Its platform tells instants with an offset instead of wall clocks. */
  readonly tellsInstants: boolean
  /** Every order has a twin that differs in its id alone, so that many documents look the same. */
  readonly hasTwins: boolean
  /** Its books refuse some documents for a while. */
  readonly isPoisoned: boolean
}

/** What a seed makes of a world before anything happens in it. */
export interface WorldPlan {
  readonly seed: number
  /** `YYYY-MM-DD` */
  readonly startDate: string
  readonly days: number
  readonly processes: number
  /** Syncs read the orders at the platform; otherwise it sends them. */
  readonly isPulled: boolean
  readonly subscribers: readonly SubscriberPlan[]
  /** Of all requests, in per cent. */
  readonly networkFaults: number
  /** Of all transactions, per thousand. */
  readonly storeFaults: number
  /** How many processes are killed, stopped for a while, drained, and how often a clock jumps. */
  readonly kills: number
  readonly pauses: number
  readonly drains: number
  readonly jumps: number
  /** The most by which clocks are wrong, in milliseconds. */
  readonly skew: number
}

/** Around the days on which clocks are changed in America, and one that is like any other. */
const startDates = ['2026-03-07', '2026-10-31', '2026-12-30', '2028-02-28', '2026-06-10']

/** A world by its seed; `isCalm` is the same one without faults. */
export function planWorld(seed: number, isCalm: boolean): WorldPlan {
  const random = seededRandom(seed * 16 + 1)
  const count = random.pick([1, 1, 2, 2, 3])
  const plan = {
    seed,
    startDate: random.pick(startDates),
    days: random.pick([1, 2, 2, 3]),
    processes: random.pick([1, 2, 2, 3]),
    isPulled: random.chance(25),
    subscribers: Array.from({ length: count }, (_, index) => planSubscriber(random, index)),
  }
  const troubles = {
    networkFaults: random.pick([0, 3, 8, 15, 30]),
    storeFaults: random.pick([0, 0, 2, 6, 15]),
    kills: random.pick([0, 1, 2, 4, 8]),
    pauses: random.pick([0, 0, 1, 3]),
    drains: random.pick([0, 0, 1, 2]),
    jumps: random.pick([0, 0, 1, 3]),
    skew: random.pick([0, 500, 5000]),
  }
  const none = { networkFaults: 0, storeFaults: 0, kills: 0, pauses: 0, drains: 0, jumps: 0, skew: 0 }
  return { ...plan, ...(isCalm ? none : troubles) }
}

function planSubscriber(random: SeededRandom, index: number): SubscriberPlan {
  // The first is the whale of its world.
  const orders = index === 0 ? random.integer(8, 30) : random.integer(2, 8)
  return {
    id: String(1001 + index),
    tenantId: `7e4a0000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    ledger: random.pick(['Xero', 'Loose'] as const),
    orders,
    summarise: random.chance(50),
    byLocation: random.chance(30),
    cutOff: random.pick(['00:00', '00:00', '04:00']),
    tellsInstants: random.chance(30),
    hasTwins: random.chance(25),
    isPoisoned: random.chance(25),
  }
}
