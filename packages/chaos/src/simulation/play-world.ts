import { seededRandom, type WireOrder } from '@ledgerpost/testkit'
import { judgeBooks } from '../oracle/judge-books.js'
import { type History, hasEnded, isTerminal, judgeWork } from '../oracle/judge-work.js'
import { readLoose, readXero } from '../oracle/ledger-reading.js'
import { chart, looseAccounts } from './chart.js'
import type { Machine } from './machine.js'
import { openWorldStore } from './open-world-store.js'
import { addressOf, introduce, persist, repair, sync, trade } from './people.js'
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
  /** From the last fault to the moment at which all was settled. */
  readonly recovery: number
  readonly broken: readonly string[]
  readonly lines: readonly string[]
}

const minute = 60_000
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
  world.setFaults(false)
  world.say('the faults stop')
  const settled = await settle(world, observer, plan.subscribers)
  while (world.lateEffects > 0) await scheduler.runTo(world.now + 10 * minute)
  const histories = world.lateEffects === 0 ? await settle(world, observer, plan.subscribers) : settled
  return judge(
    world,
    trades,
    histories,
    world.lastFault === 0 ? 0 : Math.max(0, settled.at - world.lastFault),
  )
}

interface Settled {
  readonly at: number
  readonly histories: readonly History[]
}

/** Syncs, and resends what was not sent, until nothing is left to do. */
async function settle(
  world: World,
  observer: Machine,
  subscribers: readonly SubscriberPlan[],
): Promise<Settled> {
  const end = world.now + longestRecovery
  for (;;) {
    for (const subscriber of subscribers) {
      await world.scheduler.drive(repair(world, subscriber))
      await world.scheduler.drive(sync(world, subscriber))
    }
    let histories = await readAll(world, observer, subscribers)
    while (histories.some(({ records }) => !records.every(hasEnded)) && world.now < end) {
      await world.scheduler.runTo(world.now + minute)
      histories = await readAll(world, observer, subscribers)
    }
    if (histories.every(({ packets }) => packets.every(isTerminal)) || world.now >= end) {
      return { at: world.now, histories }
    }
    for (const [index, subscriber] of subscribers.entries()) {
      const open = (histories[index]?.packets ?? []).filter((view) => !isTerminal(view))
      for (const recordId of new Set(open.map(({ packet }) => packet.recordId))) {
        await world.scheduler.drive(
          persist(world, `resync ${subscriber.id}`, (engine) =>
            engine.requestResync({ ...addressOf(subscriber), recordId }),
          ),
        )
      }
    }
    await world.scheduler.runTo(world.now + 5 * minute)
  }
}

async function readAll(
  world: World,
  observer: Machine,
  subscribers: readonly SubscriberPlan[],
): Promise<History[]> {
  const histories: History[] = []
  for (const { id } of subscribers) histories.push(await world.scheduler.drive(read(observer, id)))
  return histories
}

async function read({ engine }: Machine, subscriberId: string): Promise<History> {
  const records = await engine.syncHistory(subscriberId, { before: null, limit: 1000 })
  const packets = []
  for (const { record } of records) {
    packets.push(
      ...(await engine.packetsOfRecord(subscriberId, record.id, { after: 0n, limit: 1000, orderIds: 0 })),
    )
  }
  return { subscriberId, records, packets }
}

function judge(
  world: World,
  trades: readonly { readonly subscriber: SubscriberPlan; readonly batches: ReturnType<typeof tradeOf> }[],
  { histories }: Settled,
  recovery: number,
): WorldResult {
  const broken = [...world.broken]
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
