import { once } from 'node:events'
import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import { seconds } from '../../runner/time.js'
import { withClient } from '../../scene/databases.js'
import { lanes } from './lanes.js'
import type { PeerQueue } from './pg-boss.js'

const silent = new Logger(() => () => undefined)

/** graphile-worker with a queue for each integration, so that it too does one job of each at a time. */
export async function openGraphile(url: string): Promise<PeerQueue> {
  const utilities = await makeWorkerUtils({ connectionString: url })
  await utilities.migrate()
  await utilities.release()
  return {
    async refill(count) {
      await withClient(url, async (client) => {
        await client.query('delete from graphile_worker._private_jobs')
        await client.query('delete from graphile_worker._private_job_queues')
        await client.query(
          `select count(graphile_worker.add_job('sync', '{}', 'i' || n)) from generate_series(1, $1::int) as n`,
          [count],
        )
        await client.query('vacuum analyze graphile_worker._private_jobs')
      })
    },
    async workOff(jobs) {
      return jobs / (await seconds(() => workOff(url, jobs)))
    },
    close: async () => undefined,
  }
}

/** Ends once so many jobs are done. */
async function workOff(url: string, jobs: number): Promise<void> {
  const all = new AbortController()
  const ended = once(all.signal, 'abort')
  let done = 0
  const runner = await run({
    connectionString: url,
    concurrency: lanes,
    noHandleSignals: true,
    logger: silent,
    taskList: {
      sync() {
        done += 1
        if (done === jobs) all.abort()
      },
    },
  })
  await ended
  await runner.stop()
}
