import { alternate, type Contender } from '../../runner/alternate.js'
import type { Measure, Race } from '../../runner/race.js'
import { fasterThan, ratioOf } from '../../runner/ratio.js'
import { addCrowd, refillJobs } from '../../scene/crowd.js'
import { withDatabases } from '../../scene/databases.js'
import { openGraphile } from './graphile.js'
import { workOff } from './ours.js'
import { openPgBoss, type PeerQueue } from './pg-boss.js'
import { takeRaw } from './raw.js'

const sizes = { short: { few: 4000, many: 100_000 }, full: { few: 4000, many: 1_000_000 } }
/** Of pg-boss as it comes, whose claims sort the backlog. */
const peerBacklog = { short: 20_000, full: 100_000 }
/** Jobs that are done in a measurement: few enough that the backlog stays what it is called. */
const measured = 3000
const measuredOfPeers = 1000

export const queue: Race = {
  name: 'queue',
  title: 'due jobs that do nothing, claimed under a lease and ended one by one, while many others are due',
  run: ({ databaseUrl, round, ...context }) =>
    withDatabases(databaseUrl, async (databases) => {
      const { few, many } = sizes[round]
      const database = await databases.create()
      await addCrowd(database, many, 'Available')
      context.say(`${many} integrations are there`)
      const boss = await openPgBoss(database.url)
      const graphile = await openGraphile(database.url)
      const ours = (due: number): Contender => ({
        name: `Ledgerpost, ${due} due`,
        role: 'ours',
        async run() {
          await refillJobs(database, due)
          return workOff(database.url, measured)
        },
      })
      const peer = (name: string, peerQueue: PeerQueue): Contender => ({
        name: `${name}, ${peerBacklog[round]} due`,
        role: 'peer',
        async run() {
          await peerQueue.refill(peerBacklog[round])
          return peerQueue.workOff(measuredOfPeers)
        },
      })
      const limit = 'SKIP LOCKED'
      const contenders: readonly Contender[] = [
        ours(many),
        ours(few),
        {
          name: limit,
          role: 'limit',
          async run() {
            await refillJobs(database, many)
            return takeRaw(database.url, measured)
          },
        },
        peer('pg-boss', boss),
        peer('graphile-worker', graphile),
      ]
      const measures = await alternate(contenders, 'jobs/s', context, { warmUp: false })
      await boss.close()
      const [atMany, atFew] = measures
      return {
        measures,
        verdicts: [
          {
            target: `${many} due / ${few} due`,
            value: ratio(atMany, atFew),
            bound: { kind: 'at least', value: 0.9 },
          },
          fasterThan(measures, limit, 0.25),
          fasterThan(measures, `pg-boss, ${peerBacklog[round]} due`, 10),
        ],
        notes: [],
      }
    }),
}

function ratio(one: Measure | undefined, other: Measure | undefined): number {
  if (!one || !other) throw new RangeError('Ours was not measured twice.')
  return ratioOf(one, other)
}
