import { judge } from '../judge.js'
import { until } from '../patience.js'
import { firstWave, secondWave } from '../platform/orders.js'
import { isAskedFor, openStage, type Stage } from '../stage.js'
import type { ServerProcess } from '../worker/server-process.js'
import { allReached } from './all-reached.js'
import { inParallel } from './in-parallel.js'
import { Outcome, type Scenario } from './scenario.js'

/** How long all syncs may take, in milliseconds. */
const longest = 600_000

/**
 * Four worker processes share the syncs of many subscribers, once undisturbed and once while two of them are killed in
 * the middle of a job. Each subscriber's books are exact both times, and nothing is sent twice but what the two that
 * died were about to send.
 */
export const fleet: Scenario = {
  name: 'fleet of four workers, two of them killed',
  async play({ workshop, subscribers, say }) {
    const outcome = new Outcome()
    const ids = Array.from({ length: subscribers }, (_, index) => `fleet-${index + 1}`)
    const stage = await openStage(workshop, { changes: { leaseMilliseconds: 5_000, pollMilliseconds: 500 } })
    try {
      const front = await stage.start('front', { roles: ['api'] })
      const api = stage.apiOf(front)
      await inParallel(8, ids, (id) => api.configure(id, stage.plainText.plan(id, false)))
      await deliver(stage, front, ids, firstWave())
      const undisturbed = await time(() => workTogether(stage, 'first', undefined))
      await deliver(stage, front, ids, secondWave())
      const disturbed = await time(() => workTogether(stage, 'second', Math.ceil(subscribers / 20)))
      outcome.kills += disturbed.result
      outcome.expect(
        disturbed.result === 2,
        `only ${disturbed.result} workers were killed in the middle of a job`,
      )
      say(
        `${subscribers} syncs took ${seconds(undisturbed.took)} s with four workers, and ${seconds(disturbed.took)} s with two of them killed`,
      )
      await front.kill()
      const sentAgain: string[] = []
      await inParallel(4, ids, async (id) => {
        const orders = [...firstWave(), ...secondWave()]
        outcome.add(id, await judge(stage.plainText, stage.database, id, orders))
        const repeated = await stage.database.query(
          id,
          'select 1 from ledgerpost.document where attempts > 1 limit 1',
        )
        if (repeated.length > 0) sentAgain.push(id)
      })
      outcome.expect(
        sentAgain.length <= disturbed.result,
        `documents of ${sentAgain.join(', ')} were sent again, more than the killed workers were about to send`,
      )
      return outcome
    } finally {
      await stage.close()
    }
  },
}

const atClaim = { step: 'job.claim', moment: 'before', occurrence: 1, deed: 'wait' } as const

async function deliver(
  stage: Stage,
  front: ServerProcess,
  ids: readonly string[],
  orders: readonly object[],
): Promise<void> {
  const api = stage.apiOf(front)
  await inParallel(8, ids, async (id) => {
    await api.feed(id, orders)
    await api.sync(id, 'PlainText')
  })
}

/** Lets four new processes do all jobs; two of them die at their n-th submission, if one is given. Answers how many did. */
async function workTogether(stage: Stage, round: string, nth: number | undefined): Promise<number> {
  const workers = await Promise.all(
    [1, 2, 3, 4].map((number) => stage.start(`${round} worker ${number}`, { arms: [atClaim] })),
  )
  await allReached(30_000, 'All workers ready', workers)
  const doomed = nth === undefined ? [] : workers.slice(0, 2)
  for (const worker of doomed) {
    await worker.arm({ step: 'send.send', moment: 'after', occurrence: nth ?? 1, deed: 'wait' })
  }
  for (const worker of workers) worker.release()
  let killed = 0
  await until(
    longest,
    'The end of all syncs',
    async () => {
      for (const worker of doomed) {
        if (worker.takeReached() === undefined) continue
        await worker.kill()
        killed += 1
      }
      return (
        (await stage.database.query('', `select 1 from ledgerpost.job where ${isAskedFor} limit 1`))
          .length === 0
      )
    },
    50,
  )
  await Promise.all(workers.map((worker) => worker.stop()))
  return killed
}

async function time<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly took: number }> {
  const began = Date.now()
  return { result: await work(), took: Date.now() - began }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}
