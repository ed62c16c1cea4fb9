import type { Databases } from '@ledgerpost/chaos/scene'
import { percentile } from '../../runner/median.js'
import type { Measure, RaceContext, Verdict } from '../../runner/race.js'
import { seconds } from '../../runner/time.js'
import { type Company, startCompany } from '../../scene/company.js'
import { orderLines } from '../../scene/orders.js'
import { feed, sync } from '../../scene/sync.js'

const sizes = { short: { small: 6, syncs: 4, whale: 4_000 }, full: { small: 20, syncs: 20, whale: 100_000 } }
const ordersOfSmall = 20

/** How long small subscribers wait for their syncs, from asking to the end: alone, and while a large one is synced. */
export async function besideWhale(
  databases: Databases,
  { round, seed, say }: Pick<RaceContext, 'round' | 'seed' | 'say'>,
): Promise<{ readonly measures: readonly Measure[]; readonly verdict: Verdict }> {
  const { small, syncs, whale } = sizes[round]
  const company = await startCompany(await databases.create(), { subscribers: small + 1 })
  try {
    const ids: string[] = []
    for (let place = 0; place < small; place += 1) ids.push(await company.configure(place, false))
    const whaleId = await company.configure(small, false)
    // Warms up.
    await latencies(company, ids, 1, seed + 1)
    const alone = await latencies(company, ids, syncs, seed + 2)
    await feed(company, whaleId, orderLines(whale, seed), whale)
    let isDone = false
    const whaleSync = sync(company, whaleId).then(() => {
      isDone = true
      return isDone
    })
    const beside = await latencies(company, ids, syncs, seed + 100)
    if (isDone) throw new Error('The large subscriber was done too early; nothing was measured beside it.')
    await whaleSync
    const p99 = { alone: percentile(alone, 99), beside: percentile(beside, 99) }
    say(
      `99 of 100 small syncs within ${p99.alone.toFixed(2)} s alone, ${p99.beside.toFixed(2)} s beside the large one`,
    )
    return {
      measures: [
        { contender: 'small sync alone', role: 'limit', unit: 's', values: alone },
        { contender: 'small sync beside a whale', role: 'ours', unit: 's', values: beside },
      ],
      verdict: {
        target: 'p99 beside a whale / alone',
        value: p99.beside / p99.alone,
        bound: { kind: 'at most', value: 1.5 },
      },
    }
  } finally {
    await company.close()
  }
}

/** One small sync after the other, each with orders that are new. */
async function latencies(
  company: Company,
  ids: readonly string[],
  syncs: number,
  seed: number,
): Promise<readonly number[]> {
  const taken: number[] = []
  for (let round = 0; round < syncs; round += 1) {
    for (const id of ids) {
      await feed(
        company,
        id,
        renamed(orderLines(ordersOfSmall, seed + round), `${seed + round}`),
        ordersOfSmall,
      )
      taken.push(await seconds(() => sync(company, id)))
    }
  }
  return taken
}

/** Orders of another play bear the same ids; these bear ids of their own. */
function renamed(lines: Buffer, prefix: string): Buffer {
  return Buffer.from(lines.toString().replaceAll('{"Id":"10', `{"Id":"${prefix}-10`))
}
