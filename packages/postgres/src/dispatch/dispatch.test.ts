import { randomUUID } from 'node:crypto'
import type { Claim } from '@ledgerpost/engine'
import { VirtualClock } from '@ledgerpost/testkit'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from '../store/on-each-database.test-support.js'
import { linkedSubscriber, sampleIntegration } from '../store/samples.test-support.js'
import { type Dispatch, openDispatch } from './open-dispatch.js'

const minute = 60_000
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }
function ignore(): void {
  // Tests look at what happens, not at what is said of it.
}

const opened: Dispatch[] = []
afterEach(async () => {
  for (const dispatch of opened.splice(0)) await dispatch.close()
})

type Fixture = Parameters<Parameters<typeof onEachDatabase>[0]>[0]

/** A dispatch without jobs or messages of earlier tests. */
async function emptyDispatch(fixture: Fixture) {
  const { database, store } = fixture()
  const clock = new VirtualClock()
  const open = async (): Promise<Dispatch> => {
    const dispatch = await openDispatch(database, { clock, logger: silent })
    opened.push(dispatch)
    return dispatch
  }
  const dispatch = await open()
  await sql`delete from job`.execute(database.kysely)
  await sql`update lease set held_until = '-infinity', holder = null`.execute(database.kysely)
  await sql`delete from ledgerpost_queue.job`.execute(database.kysely)
  const stopping = new AbortController()
  return {
    database,
    store,
    clock,
    open,
    dispatch,
    stopping,
    release: () => dispatch.releaser.release(),
    /** A due job of the integration. */
    async add({ subscriberId, integrationId }: { subscriberId: string; integrationId: string }) {
      const id = randomUUID()
      await store.transaction(subscriberId, (tx) =>
        tx.addJob({ id, integrationId, task: { kind: 'refresh' } }),
      )
      return id
    },
    async anotherIntegration(subscriberId: string) {
      const integration = sampleIntegration(subscriberId, { type: randomUUID() })
      await store.transaction(subscriberId, (tx) => tx.createIntegration(integration))
      return { subscriberId, integrationId: integration.id }
    },
    /** The next job that is delivered; undefined if none is waiting. */
    async next() {
      const delivering = dispatch.deliveries.next(stopping.signal)
      const settled = await Promise.race([delivering, waitsFor(clock)])
      if (settled !== 'nobody') return settled
      stopping.abort()
      return delivering
    },
    claim: (jobId?: string, worker: string = randomUUID()) =>
      store.acrossSubscribers((queue) => queue.claimJob(worker, minute, jobId)),
    finish: ({ job, lease }: Claim) =>
      store.transaction(job.subscriberId, (tx) => tx.finishJob(job.id, lease)),
  }
}

/** Resolves once somebody sleeps: whoever looked for work has found none. */
async function waitsFor(clock: VirtualClock): Promise<'nobody'> {
  while (clock.sleeping === 0) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  return 'nobody'
}

describe('the dispatch', () => {
  onEachDatabase((fixture) => {
    it('delivers what is due, once, until it was claimed', async () => {
      const { store, add, release, next, claim } = await emptyDispatch(fixture)
      const linked = await linkedSubscriber(store)
      const id = await add(linked)
      expect([await release(), await release()]).toEqual([1, 0])
      const delivery = await next()
      expect(delivery?.jobId).toBe(id)
      // It is with a worker, who has not claimed it yet.
      expect(await release()).toBe(0)
      expect(await claim(id)).toMatchObject({ job: { id } })
      await delivery?.done()
      expect(await release()).toBe(0)
      expect(await next()).toBeUndefined()
    })

    it('releases an integration’s next job when the one before is done or put off', async () => {
      const { store, add, release, next, claim, finish } = await emptyDispatch(fixture)
      const linked = await linkedSubscriber(store)
      const first = await add(linked)
      expect(await release()).toBe(1)
      const delivery = await next()
      const claimed = await claim(first)
      await delivery?.done()
      if (!claimed) throw new Error('Nothing was claimed.')
      const second = await add(linked)
      expect(await release()).toBe(0)
      await finish(claimed)
      expect(await release()).toBe(1)
      const again = await next()
      expect(again?.jobId).toBe(second)
      const held = await claim(second)
      await again?.done()
      if (!held) throw new Error('Nothing was claimed.')
      await store.transaction(linked.subscriberId, (tx) => tx.postponeJob(second, held.lease, 0))
      expect(await release()).toBe(1)
    })

    it('releases a job again that a dead worker was told of, or held', async () => {
      const { database, store, add, release, next, claim, dispatch } = await emptyDispatch(fixture)
      const linked = await linkedSubscriber(store)
      const id = await add(linked)
      await release()
      expect((await next())?.jobId).toBe(id)
      expect(await release()).toBe(0)
      await sql`update ledgerpost_queue.job set started_on = started_on - interval '2 minutes'`.execute(
        database.kysely,
      )
      expect(await release()).toBe(1)
      const delivery = await dispatch.deliveries.next(new AbortController().signal)
      await claim(id, 'mortal')
      await delivery?.done()
      expect(await release()).toBe(0)
      await dispatch.deliveries.recover(['mortal', 'mortal/2'])
      expect(await release()).toBe(1)
    })

    it('gives subscribers turns, so that one with many integrations holds nobody up', async () => {
      const { store, add, anotherIntegration, release, dispatch } = await emptyDispatch(fixture)
      const whale = await linkedSubscriber(store)
      const ofWhale = [await add(whale)]
      for (let count = 1; count < 15; count += 1) {
        ofWhale.push(await add(await anotherIntegration(whale.subscriberId)))
      }
      const small = [await add(await linkedSubscriber(store)), await add(await linkedSubscriber(store))]
      // No more than can be looked through quickly.
      expect(await release()).toBe(10)
      const delivered: string[] = []
      for (let count = 0; count < 10; count += 1) {
        delivered.push((await dispatch.deliveries.next(new AbortController().signal))?.jobId ?? 'nothing')
      }
      expect(delivered.slice(0, 3)).toEqual([ofWhale[0], ...small])
      expect(delivered.slice(3)).toEqual(ofWhale.slice(1, 8))
      // Eight are with workers, who have not claimed them: the next of somebody else comes before the whale's.
      const newcomer = await add(await linkedSubscriber(store))
      expect(await release()).toBe(8)
      expect((await dispatch.deliveries.next(new AbortController().signal))?.jobId).toBe(newcomer)
    })

    it('gives back what was taken for a worker that has stopped', async () => {
      const { store, add, release, dispatch } = await emptyDispatch(fixture)
      await add(await linkedSubscriber(store))
      await release()
      const stopping = new AbortController()
      const waiting = dispatch.deliveries.next(stopping.signal)
      stopping.abort()
      expect(await waiting).toBeUndefined()
      // The message was on its way to nobody; once it is removed the job is released again.
      let released = 0
      while (released === 0) released = await release()
      expect(released).toBe(1)
    })

    it('is opened by many at once, and makes its queue once', async () => {
      const { open } = await emptyDispatch(fixture)
      await expect(Promise.all([open(), open(), open()])).resolves.toHaveLength(3)
    })
  })

  onServer((fixture) => {
    it('delivers each job to one of many, however many release', async () => {
      const { store, add, open, claim, dispatch } = await emptyDispatch(fixture)
      const ids: string[] = []
      for (let count = 0; count < 30; count += 1) ids.push(await add(await linkedSubscriber(store)))
      const dispatches = [dispatch, await open(), await open(), await open()]
      const stopping = new AbortController()
      const delivered: string[] = []
      const work = async (source: Dispatch) => {
        while (delivered.length < ids.length) {
          await source.releaser.release()
          const delivery = await source.deliveries.next(stopping.signal)
          if (!delivery) return
          const claimed = await claim(delivery.jobId)
          await delivery.done()
          if (claimed) delivered.push(claimed.job.id)
          if (delivered.length === ids.length) stopping.abort()
        }
      }
      const wakeAll = async () => {
        while (!stopping.signal.aborted) {
          for (const each of dispatches) {
            await each.releaser.release()
            each.deliveries.wake()
          }
        }
      }
      await Promise.all([...dispatches.map(work), wakeAll()])
      expect(delivered.toSorted()).toEqual(ids.toSorted())
    })
  })
})
