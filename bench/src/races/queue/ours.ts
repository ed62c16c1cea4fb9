import { createScheduler, createWorker } from '@ledgerpost/engine'
import { createStore, openDatabase, openDispatch, prepareDispatch } from '@ledgerpost/postgres'
import { seconds } from '../../runner/time.js'
import { engineEnvironment } from '../../scene/engine-environment.js'
import { lanes } from './lanes.js'

const looks = { pollMilliseconds: 500, releaseMilliseconds: 250 }

/** Scheduler and worker as a server has them; jobs done in a second, counted until so many are done. */
export async function workOff(url: string, jobs: number): Promise<number> {
  const database = await openDatabase({ kind: 'server', url })
  try {
    await prepareDispatch(database)
    const stopping = new AbortController()
    let done = 0
    const environment = engineEnvironment({
      store: createStore(database),
      async aroundJob(_job, work) {
        const result = await work()
        done += 1
        if (done === jobs) stopping.abort(new Error('That was all.'))
        return result
      },
    })
    const { clock, logger } = environment
    const dispatch = await openDispatch(database, { clock, logger, pollMilliseconds: looks.pollMilliseconds })
    const worker = createWorker(environment, {
      name: 'bench',
      concurrency: lanes,
      deliveries: dispatch.deliveries,
      pollMilliseconds: looks.pollMilliseconds,
    })
    const scheduler = createScheduler(environment, {
      releaser: dispatch.releaser,
      released: () => worker.wake(),
      releaseMilliseconds: looks.releaseMilliseconds,
    })
    try {
      return (
        jobs /
        (await seconds(() => Promise.all([worker.run(stopping.signal), scheduler.run(stopping.signal)])))
      )
    } finally {
      await dispatch.close()
    }
  } finally {
    await database.close()
  }
}
