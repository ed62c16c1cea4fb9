import { VirtualClock } from '@ledgerpost/testkit'
import { expect, it } from 'vitest'
import { createHarness, owner, saleOf } from '../harness.test-support.js'
import { createMemoryStore } from '../memory-store/index.js'
import type { Deliveries } from '../ports/dispatch.js'
import { createWorker } from './worker.js'

/** Tells of one job again and again until the worker has ended as many hints as it is to. */
function hints(jobId: string, enough: number, stop: AbortController) {
  const log: string[] = []
  const deliveries: Deliveries = {
    recover: () => Promise.resolve(),
    wake: () => undefined,
    next(signal) {
      if (signal.aborted) return Promise.resolve(undefined)
      log.push('told')
      return Promise.resolve({
        jobId,
        async done() {
          log.push('ended')
          if (log.filter((each) => each === 'ended').length === enough) stop.abort()
        },
      })
    },
  }
  return { deliveries, log }
}

it('ends a hint whose job it could not claim, so that the job is released again at once', async () => {
  // The clock tells by itself when nothing goes on, which it cannot know of a database.
  const store = createMemoryStore(new VirtualClock())
  const { engine, environment, address, configure, feed, clock } = createHarness(store)
  await configure()
  await feed([saleOf('1', '1.00')])
  await engine.requestSync({ ...address, user: owner })
  const [job] = await store.acrossSubscribers(async (queue) => {
    const claim = await queue.claimJob('another', 60_000)
    return claim ? [claim.job] : []
  })
  const stop = new AbortController()
  const { deliveries, log } = hints(job?.id ?? '', 2, stop)
  let refusals = 1
  const away = new Proxy(store, {
    get(present, name, receiver) {
      if (name !== 'acrossSubscribers' || refusals === 0) return Reflect.get(present, name, receiver)
      refusals -= 1
      return () => Promise.reject(new Error('The database is away.'))
    },
  })
  const worker = createWorker({ ...environment, store: away }, { name: 'worker', deliveries })
  await clock.runUntil(worker.run(stop.signal))
  expect(log).toEqual(['told', 'ended', 'told', 'ended'])
})
