import { createScheduler } from '@ledgerpost/engine'
import { createStore, openDatabase } from '@ledgerpost/postgres'
import { median } from '../../runner/median.js'
import type { Race } from '../../runner/race.js'
import { seconds } from '../../runner/time.js'
import { addCrowd, makeSchedulesDue } from '../../scene/crowd.js'
import { withDatabases } from '../../scene/databases.js'
import { engineEnvironment } from '../../scene/engine-environment.js'
import { besideWhale } from './beside-whale.js'

const sizes = { short: 400, full: 100_000 }
/** In which 100,000 jobs have to be made. */
const wantedSeconds = 5

export const herd: Race = {
  name: 'herd',
  title: 'very many scheduled syncs due at midnight, and small subscribers beside a very large one',
  run: (context) =>
    withDatabases(context.databaseUrl, async (databases) => {
      const count = sizes[context.round]
      const database = await databases.create()
      await addCrowd(database, count, 'Configured')
      context.say(`${count} integrations are there`)
      const rates: number[] = []
      const opened = await openDatabase({ kind: 'server', url: database.url })
      try {
        const scheduler = createScheduler(engineEnvironment({ store: createStore(opened) }))
        for (let round = 1; round <= context.repetitions; round += 1) {
          await makeSchedulesDue(database)
          let started = 0
          const taken = await seconds(async () => {
            started = await scheduler.startDueSyncs(new AbortController().signal)
          })
          if (started !== count) throw new Error(`${started} of ${count} syncs were started.`)
          rates.push(started / taken)
          context.say(`${round}/${context.repetitions}: ${started} jobs in ${taken.toFixed(2)} s`)
        }
      } finally {
        await opened.close()
      }
      await database.drop()
      const beside = await besideWhale(databases, context)
      const made = {
        contender: 'jobs made at midnight',
        role: 'ours',
        unit: 'jobs/s',
        values: rates,
      } as const
      return {
        measures: [made, ...beside.measures],
        verdicts: [
          {
            target: 's for 100,000 jobs',
            value: 100_000 / median(rates),
            bound: { kind: 'at most', value: wantedSeconds },
          },
          beside.verdict,
        ],
        notes: [`${count} due at once.`],
      }
    }),
}
