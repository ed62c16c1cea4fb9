import { seededRandom, type WireOrder } from '@ledgerpost/testkit'
import { judgeBooks } from '../oracle/judge-books.js'
import { type History, hasEnded, isTerminal, judgeWork } from '../oracle/judge-work.js'
import { readLoose, readXero } from '../oracle/ledger-reading.js'
import { chart, looseAccounts } from './chart.js'
import { openWorldStore } from './open-world-store.js'
import { addressOf, introduce, repair, sync, trade, unlessRefused } from './people.js'
import { planWorld, type SubscriberPlan } from './plan.js'
import { tradeOf } from './trade.js'
import { World } from './world.js'

export interface WorldOptions {
  /** The same world without faults. */
  readonly isCalm?: boolean
  /** Keeps what happened, line by line. */
  readonly isLogged?: boolean
}

/** What became of a world. Amounts are minor units, durations milliseconds. */
export interface WorldResult {
  readonly seed: number
  /** Over all that happened: the same for the same seed. */
  readonly hash: string
  readonly faults: Readonly<Record<string, number>>
  readonly steps: number
  readonly calls: number
  /** Of them those that write into the books. */
  readonly writes: number
  readonly documents: number
  readonly lost: number
  readonly duplicated: number
  readonly centsOff: bigint
  /** From the end of the faults to the moment at which all was settled. */
  readonly recovery: number
  readonly broken: readonly string[]
  readonly lines: readonly string[]
}

const minute = 60_000
/** How often it is looked whether all is settled. */
const pace = 20_000
/** All must be settled so long after the faults. */
const longestRecovery = 12 * 60 * minute

/** Plays a world to its end, and judges it. */
export async function playWorld(seed: number, options: WorldOptions = {}): Promise<WorldResult> {
  const plan = planWorld(seed, options.isCalm ?? false)
  const random = seededRandom(seed * 16 + 5)
  const trades = plan.subscribers.map((subscriber) => ({
    subscriber,
    batches: tradeOf(plan, subscriber, random),
  }))
  const start = Date.parse(`${plan.startDate}T00:00:00Z`)
  const clock = { now: () => start }
  const world = new World(plan, openWorldStore(clock), clock, start, options.isLogged ?? false)
  try {
    return await played(world, trades, options)
  } finally {
    world.scheduler.close()
  }
}

type Trades = readonly {
  readonly subscriber: SubscriberPlan
  readonly batches: ReturnType<typeof tradeOf>
}[]

async function played(world: World, trades: Trades, options: WorldOptions): Promise<WorldResult> {
  const { scheduler } = world
  const observer = world.observer()
  for (const { subscriber } of trades) {
    await scheduler.drive(introduce(world, observer.engine, subscriber))
  }
  world.setFaults(true)
  await scheduler.drive(
    Promise.all(trades.map(({ subscriber, batches }) => trade(world, subscriber, batches))),
  )
  await scheduler.runTo(world.now + 10 * minute)
  if (options.isCalm) world.laws.refusals()
  world.setFaults(false)
  world.say('the faults stop')
  const faultsEnd = world.now
  const settled = await settle(world, world.plan.subscribers)
  let last = settled
  if (world.lateEffects > 0) {
    while (world.lateEffects > 0) await scheduler.runTo(world.now + 10 * minute)
    last = await settle(world, world.plan.subscribers)
  }
  return judge(world, trades, last, settled.at - faultsEnd)
}

interface Settled {
  readonly at: number
  readonly histories: readonly History[]
}

/** Syncs, and resends what was not sent, until nothing is left to do. */
async function settle(world: World, subscribers: readonly SubscriberPlan[]): Promise<Settled> {
  const end = world.now + longestRecovery
  const untilSynced = async (): Promise<void> => {
    while (!(await areSynced(world, subscribers)) && world.now < end) {
      await world.scheduler.runTo(world.now + pace)
    }
  }
  for (;;) {
    // A sync that is running does not cover what came since it began.
    await untilSynced()
    for (const subscriber of subscribers) {
      await world.scheduler.drive(repair(world, subscriber))
      await world.scheduler.drive(sync(world, subscriber))
    }
    await untilSynced()
    const histories = await readAll(world, subscribers)
    if (histories.every(({ packets }) => packets.every(isTerminal)) || world.now >= end) {
      return { at: world.now, histories }
    }
    for (const [index, subscriber] of subscribers.entries()) {
      const open = (histories[index]?.packets ?? []).filter((view) => !isTerminal(view))
      for (const recordId of new Set(open.map(({ packet }) => packet.recordId))) {
        await world.scheduler.drive(
          unlessRefused(world, `resync ${subscriber.id}`, (engine) =>
            engine.requestResync({ ...addressOf(subscriber), recordId }),
          ),
        )
      }
    }
    await world.scheduler.runTo(world.now + 5 * minute)
  }
}

/** Whether the last sync of each subscriber has ended. */
async function areSynced(world: World, subscribers: readonly SubscriberPlan[]): Promise<boolean> {
  const reader = world.reader()
  for (const { id } of subscribers) {
    const [last] = await reader.syncHistory(id, { before: null, limit: 1 })
    if (last && !hasEnded(last)) return false
  }
  return true
}

async function readAll(world: World, subscribers: readonly SubscriberPlan[]): Promise<History[]> {
  const reader = world.reader()
  const histories: History[] = []
  for (const { id } of subscribers) {
    const records = await reader.syncHistory(id, { before: null, limit: 1000 })
    const packets = []
    for (const { record } of records) {
      packets.push(...(await reader.packetsOfRecord(id, record.id, { after: 0n, limit: 1000, orderIds: 0 })))
    }
    histories.push({ subscriberId: id, records, packets })
  }
  return histories
}

function judge(world: World, trades: Trades, { histories }: Settled, recovery: number): WorldResult {
  const broken = [...world.laws.broken]
  let [lost, duplicated, centsOff] = [0, 0, 0n]
  let documents = 0
  for (const [index, { subscriber, batches }] of trades.entries()) {
    const history = histories[index]
    if (!history) continue
    const orders: WireOrder[] = batches.flatMap((batch) => batch.orders)
    const { tenantId } = subscriber
    const books =
      subscriber.ledger === 'Xero'
        ? readXero(world.xero.books(tenantId))
        : readLoose(world.loose.entries(tenantId), looseAccounts)
    const references = new Set(
      history.packets.flatMap((view) => view.documents.map(({ reference }) => reference)),
    )
    const verdict = judgeBooks(books, chart, {
      subscriberId: subscriber.id,
      orders,
      cutOff: subscriber.cutOff,
      references,
    })
    lost += verdict.lost
    duplicated += verdict.duplicated
    centsOff += verdict.centsOff
    documents += books.inForce.length
    broken.push(...verdict.broken, ...judgeWork(history, world.chronicle))
  }
  for (const each of broken) world.say(`BROKEN ${each}`)
  return {
    seed: world.plan.seed,
    hash: world.log.hash,
    faults: Object.fromEntries(world.faults),
    steps: world.scheduler.steps,
    calls: world.calls.length,
    writes: world.calls.filter(({ method }) => method === 'PUT').length,
    documents,
    lost,
    duplicated,
    centsOff,
    recovery,
    broken,
    lines: world.log.lines,
  }
}
