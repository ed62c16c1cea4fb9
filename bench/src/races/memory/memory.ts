import type { Measure, Race, RaceContext } from '../../runner/race.js'
import { type Company, startCompany } from '../../scene/company.js'
import { withDatabases } from '../../scene/databases.js'
import { firstRevisions } from '../../scene/orders.js'
import { feedStream, sync } from '../../scene/sync.js'
import { seconds } from '../../runner/time.js'

const sizes = { short: [2_000, 20_000], full: [100_000, 1_000_000, 10_000_000] }
/** What a server has done before it counts as idle: everything is loaded and compiled then. */
const warmUp = 3_000
const megabyte = 2 ** 20

interface Run {
  readonly orders: number
  /** Megabytes above idle at the highest. */
  readonly peak: number
  /** And what is still alive once it is done. */
  readonly alive: number
  readonly seconds: number
}

export const memory: Race = {
  name: 'memory',
  title: 'more and more orders through one server: its memory above idle, and its time',
  run: (context) =>
    withDatabases(context.databaseUrl, async (databases) => {
      const orders = sizes[context.round]
      const company = await startCompany(await databases.create(), {
        subscribers: orders.length + 1,
        concurrency: 1,
      })
      try {
        await through(company, 0, warmUp, context)
        const runs: Run[] = []
        for (const [index, count] of orders.entries()) {
          runs.push(await through(company, index + 1, count, context))
        }
        return { measures: runs.map(measureOf), ...judged(runs) }
      } finally {
        await company.close()
      }
    }),
}

/** Sends orders of a new subscriber all the way; by day, since no more documents come of more orders then. */
async function through(
  company: Company,
  place: number,
  orders: number,
  { seed, say }: RaceContext,
): Promise<Run> {
  const id = await company.configure(place, true)
  const before = await company.server.memory()
  const idle = before.now
  const taken = await seconds(async () => {
    await feedStream(company, id, linesOf(orders, seed), orders)
    await sync(company, id)
  })
  const after = await company.server.memory()
  const peak = (after.peak - idle) / megabyte
  const alive = (after.alive - before.alive) / megabyte
  say(
    `${orders} orders: ${Math.round(idle / megabyte)} MB idle, ${peak.toFixed(1)} MB above it at most, ${taken.toFixed(1)} s`,
  )
  return { orders, peak, alive, seconds: taken }
}

function* linesOf(orders: number, seed: number): Generator<Buffer> {
  for (const order of firstRevisions(orders, seed)) yield Buffer.from(`${JSON.stringify(order)}\n`)
}

function measureOf({ orders, peak }: Run): Measure {
  return { contender: `${orders} orders`, role: 'ours', unit: 'MB above idle', values: [peak] }
}

function judged(runs: readonly Run[]) {
  const [first] = runs
  const last = runs.at(-1)
  if (!first || !last) throw new RangeError('Nothing was run.')
  const times = last.orders / first.orders
  return {
    verdicts: [
      {
        target: 'MB above idle',
        value: Math.max(...runs.map(({ peak }) => peak)),
        bound: { kind: 'at most', value: 32 },
      },
      {
        target: `memory, ${times} times the orders`,
        value: last.peak / first.peak,
        bound: { kind: 'at most', value: 1.05 },
      },
      {
        target: `time an order, ${times} times the orders`,
        value: last.seconds / first.seconds / times,
        bound: { kind: 'at most', value: 1.1 },
      },
    ],
    notes: runs.map(
      (run) =>
        `${run.orders} orders in ${run.seconds.toFixed(1)} s; ${run.alive.toFixed(1)} MB more are alive than before.`,
    ),
  } as const
}
