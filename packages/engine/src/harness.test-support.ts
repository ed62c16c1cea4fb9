import { createHash, randomUUID } from 'node:crypto'
import type { Adapter, MapAssignment, OrderSource, PacketStatus } from '@ledgerpost/core'
import { VirtualClock } from '@ledgerpost/testkit'
import { createEngine, type Engine, type IntegrationAddress } from './engine.js'
import type { Availability, EngineEnvironment } from './environment.js'
import { busyStore } from './busy-store.test-support.js'
import { fakeAdapter, FakeBooks } from './fake-books.test-support.js'
import type { Store } from './ports/store.js'
import type { AroundStep } from './steps/steps.js'
import { createWorker } from './worker/worker.js'

export const owner = { userId: '5000', userName: 'owner' }

/** An engine over a real store, with fake books and a clock that only the test moves, for one subscriber. */
export interface Harness {
  readonly address: IntegrationAddress
  readonly engine: Engine
  readonly environment: EngineEnvironment
  readonly books: FakeBooks
  readonly clock: VirtualClock
  readonly logged: string[]
  /** The subscriber and its configuration. */
  introduce(): Promise<void>
  /** Subscriber, link, maps and preferences: ready to sync. */
  configure(options?: {
    readonly summarise?: boolean
    readonly startDate?: string
    /** How the ledger is linked. */
    readonly link?: () => Promise<void>
  }): Promise<void>
  feed(orders: Iterable<unknown>): Promise<{ outcome: string; orderId: string | null }[]>
  /** Requests a sync and does everything that is due; returns the record's id. */
  sync(): Promise<string>
  /** Does everything that is due, letting time pass while something waits. */
  work(workerName?: string): Promise<void>
  /** How many packets of all records have which status. */
  statuses(): Promise<Partial<Record<PacketStatus, number>>>
}

export function createHarness(
  store: Store,
  options: {
    readonly adapter?: Adapter
    readonly subscriberId?: string
    readonly orderSource?: OrderSource
    readonly availability?: Availability
    readonly aroundStep?: AroundStep
  } = {},
): Harness {
  const { subscriberId = '1234' } = options
  const address = { subscriberId, type: 'Fake' }
  const books = new FakeBooks()
  const clock = new VirtualClock(Date.UTC(2026, 2, 15, 12))
  const logged: string[] = []
  const busy = busyStore(store)
  const log = (fields: Readonly<Record<string, unknown>>, message: string) => {
    const error = fields['error']
    logged.push(error instanceof Error ? `${message} (${error.stack ?? error.message})` : message)
  }
  const adapter = options.adapter ?? fakeAdapter(books)
  const environment: EngineEnvironment = {
    store: busy.store,
    adapters: new Map([[adapter.manifest.type, adapter]]),
    clock,
    fetch: () => Promise.reject(new Error('No test of the engine may use the network.')),
    logger: { debug: () => undefined, info: log, warn: log, error: log },
    secrets: {
      seal: (plain, context) => JSON.stringify([context, plain]),
      open(sealed, context) {
        const [boundTo, plain] = JSON.parse(sealed) as [string, string]
        if (boundTo !== context) throw new Error('sealed for something else')
        return plain
      },
      isCurrent: () => true,
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    newId: ascendingId,
    newToken: () => randomUUID(),
    ...(options.orderSource ? { orderSource: options.orderSource } : {}),
    ...(options.aroundStep ? { aroundStep: options.aroundStep } : {}),
    ...(options.availability ? { availability: options.availability } : {}),
  }
  const engine = createEngine(environment)
  const introduce = async () => {
    await engine.saveSubscriber({
      id: subscriberId,
      region: 'US',
      pricingLevel: null,
      terms: { currency: 'USD', timeZone: 'America/New_York', cutOff: 0, locations: {} },
    })
    await engine.savePlatformConfiguration(subscriberId, {
      id: subscriberId,
      taxRates: [],
      revenueCategories: [],
      paymentMethods: [],
      products: [],
    })
  }
  const linkAtOnce = async () => {
    await engine.link({ ...address, settings: {}, redirectUri: '', user: owner })
  }
  const work = async (workerName = 'worker') => {
    const worker = createWorker(environment, { name: workerName })
    await passTime(worker.runDueJobs(new AbortController().signal))
  }

  /** Lets time pass whenever the work waits for the clock, that is, for no transaction; a server's take real time. */
  async function passTime(running: Promise<unknown>): Promise<void> {
    const progress = { isDone: false }
    const end = () => {
      progress.isDone = true
    }
    const ended = running.then(end, end)
    while (!progress.isDone) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      if (!busy.isBusy() && clock.sleeping > 0) await clock.advance(1000)
    }
    await ended
    await running
  }

  return {
    address,
    engine,
    environment,
    books,
    clock,
    logged,
    introduce,
    async configure({ summarise = false, startDate = '2000-01-01', link = linkAtOnce } = {}) {
      await introduce()
      await link()
      await engine.save({
        ...address,
        assignments: allAssignments,
        preferences: { summarizeData: summarise, startDate },
        user: owner,
      })
    },
    async feed(orders) {
      const receipts = []
      for await (const receipt of engine.feedOrders(
        subscriberId,
        [...orders].map((input) => ({ input })),
      )) {
        receipts.push(receipt)
      }
      return receipts
    },
    async sync() {
      const { recordId } = await engine.requestSync({ ...address, user: owner })
      await work()
      return recordId
    },
    work,
    async statuses() {
      const sums: Partial<Record<PacketStatus, number>> = {}
      for (const { packetCounts } of await engine.syncHistory(subscriberId, { before: null, limit: 1000 })) {
        for (const [status, count] of Object.entries(packetCounts) as [PacketStatus, number][]) {
          if (count > 0) sums[status] = (sums[status] ?? 0) + count
        }
      }
      return sums
    },
  }
}

const categories = [
  '1',
  '2',
  '3',
  '4',
  '5',
  'rounding',
  'type:Tip',
  'type:AccountCredit',
  'type:TenderExchange',
]
const taxSets = ['01:01', '01:01+01:02', '01:03', '02:01', '02:01+02:02', '02:03', 'none']

/** Maps everything that the studio's orders use. */
const allAssignments: readonly MapAssignment[] = [
  ...categories.map((id) => assign('revenueCategory', id, `category:${id}`)),
  ...taxSets.map((id) => assign('taxRate', id, `tax:${id}`)),
  ...['1', '2', '3', '4', '5'].map((id) => assign('paymentMethod', id, `method:${id}`)),
]

export function assign(kind: MapAssignment['kind'], sourceId: string, integrationId: string): MapAssignment {
  return { kind, sourceId, locationId: null, integrationId }
}

let ids = 0

function ascendingId(): string {
  ids += 1
  return `00000000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`
}

let revisions = 0

/** A sale of one item, in the form that the engine is fed: untaxed, category 1, paid by method 1. */
export function saleOf(
  id: string,
  amount: string,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  revisions += 1
  return {
    id,
    type: 'Sale',
    orderDate: '2026-03-01T10:00:00',
    locationId: '1',
    items: [{ id: '1', revenueCategoryId: '1', netAmount: amount, taxes: [], total: amount }],
    cost: { total: amount },
    payments: [{ id: '1', paymentMethodId: '1', amount }],
    lastModifiedTime: new Date(Date.UTC(2026, 2, 1) + revisions * 1000).toISOString(),
    ...change,
  }
}
