import { randomUUID } from 'node:crypto'
import { type Claim, type Job, type JobTask, LeaseLost, NotStored } from '@ledgerpost/engine'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { linkedSubscriber } from './samples.test-support.js'
import { createGate } from './sessions.test-support.js'

const minute = 60_000

describe('jobs', () => {
  onEachDatabase((fixture) => {
    /** Jobs of earlier tests would be claimed first. */
    async function withoutJobs() {
      const { database, store } = fixture()
      await sql`delete from job`.execute(database.kysely)
      const linked = await linkedSubscriber(store)
      const add = async (task: JobTask, { subscriberId, integrationId } = linked): Promise<string> => {
        const id = randomUUID()
        await store.transaction(subscriberId, (tx) => tx.addJob({ id, integrationId, task }))
        return id
      }
      const claim = (milliseconds = minute, worker: string = randomUUID()) =>
        store.acrossSubscribers((queue) => queue.claimJob(worker, milliseconds))
      return { store, add, claim, ...linked }
    }

    it('are claimed longest due first, one at a time of an integration', async () => {
      const { store, add, claim, subscriberId, integrationId, recordId } = await withoutJobs()
      const other = await linkedSubscriber(store)
      expect(await claim()).toBeUndefined()
      const sync = await add({ kind: 'sync', recordId })
      await add({ kind: 'refresh' })
      const foreign = await add({ kind: 'resync', recordId: other.recordId }, other)
      const first = await claim()
      expect(first?.job).toEqual({
        id: sync,
        subscriberId,
        integrationId,
        task: { kind: 'sync', recordId },
        attempts: 1,
      } satisfies Job)
      expect((await claim())?.job).toMatchObject({
        id: foreign,
        subscriberId: other.subscriberId,
        integrationId: other.integrationId,
      })
      expect(await claim()).toBeUndefined()
      if (!first) throw new Error('Nothing was claimed.')
      await store.transaction(subscriberId, (tx) => tx.finishJob(first.job.id, first.lease))
      expect(await claim()).toMatchObject({ job: { task: { kind: 'refresh' } }, lease: { integrationId } })
    })

    it('that are equal and have not begun are one', async () => {
      const { add, claim, recordId } = await withoutJobs()
      const first = await add({ kind: 'refresh' })
      await add({ kind: 'refresh' })
      const sync = await add({ kind: 'sync', recordId })
      await add({ kind: 'sync', recordId })
      expect((await claim(0))?.job.id).toBe(first)
      const second = await add({ kind: 'refresh' })
      const claimed = [await claim(0), await claim(0), await claim(0)].map((each) => each?.job.id)
      expect(claimed).toEqual([first, first, first])
      expect([sync, second]).not.toContain(first)
    })

    it('keep the trace of the request that queued them first', async () => {
      const { store, claim, subscriberId, integrationId, recordId } = await withoutJobs()
      const add = (trace?: string) =>
        store.transaction(subscriberId, (tx) =>
          tx.addJob({
            id: randomUUID(),
            integrationId,
            task: { kind: 'sync', recordId },
            ...(trace === undefined ? {} : { trace }),
          }),
        )
      for (const trace of [undefined, 'first', 'second']) await add(trace)
      expect((await claim())?.job.trace).toBe('first')
    })

    it('are done again when the lease has lapsed, under a higher fence', async () => {
      const { store, add, claim, subscriberId, integrationId } = await withoutJobs()
      await add({ kind: 'refresh' })
      const lapsed = await claim(0)
      const held = await claim()
      if (!lapsed || !held) throw new Error('Nothing was claimed.')
      expect(held.job).toEqual({ ...lapsed.job, attempts: 2 })
      expect(held.lease.fence).toBeGreaterThan(lapsed.lease.fence)
      const zombie = [
        () => store.transaction(subscriberId, (tx) => tx.assertLease(lapsed.lease)),
        () => store.transaction(subscriberId, (tx) => tx.finishJob(lapsed.job.id, lapsed.lease)),
        () => store.transaction(subscriberId, (tx) => tx.postponeJob(lapsed.job.id, lapsed.lease, 0)),
      ]
      for (const write of zombie) await expect(write()).rejects.toThrow(LeaseLost)
      const extend = ({ lease }: Claim, milliseconds: number) =>
        store.acrossSubscribers((queue) => queue.extendLease(lease, milliseconds))
      expect(await extend(lapsed, minute)).toBe(false)
      await store.transaction(subscriberId, (tx) => tx.assertLease(held.lease))
      expect(await extend(held, 0)).toBe(true)
      // Lapsed, although nobody has taken it.
      await expect(store.transaction(subscriberId, (tx) => tx.assertLease(held.lease))).rejects.toThrow(
        LeaseLost,
      )
      expect(await extend(held, minute)).toBe(false)
      expect((await claim())?.lease).toEqual({ integrationId, fence: held.lease.fence + 1n })
    })

    it('that a worker left when it died are its own again at once', async () => {
      const { store, add, claim, subscriberId } = await withoutJobs()
      const id = await add({ kind: 'refresh' })
      const left = await claim(minute, 'worker')
      if (!left) throw new Error('Nothing was claimed.')
      expect(await claim()).toBeUndefined()
      expect(await claim(minute, 'worker')).toMatchObject({
        job: { id },
        lease: { fence: left.lease.fence + 1n },
      })
      await expect(store.transaction(subscriberId, (tx) => tx.assertLease(left.lease))).rejects.toThrow(
        LeaseLost,
      )
    })

    it('that are put off wait, and give the integration to others', async () => {
      const { store, add, claim, subscriberId } = await withoutJobs()
      const first = await add({ kind: 'refresh' })
      const claimed = await claim()
      if (!claimed) throw new Error('Nothing was claimed.')
      await store.transaction(subscriberId, (tx) => tx.postponeJob(first, claimed.lease, minute))
      expect(await claim()).toBeUndefined()
      const second = await add({ kind: 'refresh' })
      const next = await claim()
      expect(next?.job).toMatchObject({ id: second, attempts: 1 })
      if (!next) throw new Error('Nothing was claimed.')
      await store.transaction(subscriberId, (tx) => tx.postponeJob(second, next.lease, 0))
      expect((await claim())?.job).toMatchObject({ id: second, attempts: 2 })
    })

    it('are finished once', async () => {
      const { store, add, claim, subscriberId } = await withoutJobs()
      const id = await add({ kind: 'refresh' })
      const claimed = await claim()
      if (!claimed) throw new Error('Nothing was claimed.')
      await store.transaction(subscriberId, (tx) => tx.finishJob(id, claimed.lease))
      await expect(store.transaction(subscriberId, (tx) => tx.finishJob(id, claimed.lease))).rejects.toThrow(
        LeaseLost,
      )
      await add({ kind: 'refresh' })
      const next = await claim()
      if (!next) throw new Error('Nothing was claimed.')
      await expect(store.transaction(subscriberId, (tx) => tx.finishJob(id, next.lease))).rejects.toThrow(
        NotStored,
      )
    })
  })

  onServer((fixture) => {
    it('of many integrations go to many workers, each to one', async () => {
      const { store, database } = fixture()
      await sql`delete from job`.execute(database.kysely)
      const linked = await Promise.all(Array.from({ length: 12 }, () => linkedSubscriber(store)))
      for (const { subscriberId, integrationId, recordId } of linked) {
        await store.transaction(subscriberId, async (tx) => {
          await tx.addJob({ id: randomUUID(), integrationId, task: { kind: 'refresh' } })
          await tx.addJob({ id: randomUUID(), integrationId, task: { kind: 'sync', recordId } })
        })
      }
      const claims: string[] = []
      const worker = async () => {
        for (;;) {
          const claim = await store.acrossSubscribers((queue) => queue.claimJob(randomUUID(), minute))
          if (!claim) return
          claims.push(claim.lease.integrationId)
        }
      }
      await Promise.all(Array.from({ length: 6 }, worker))
      // A worker that met only rows locked by others may stop early; one alone finds the rest.
      await worker()
      expect(claims.toSorted()).toEqual(linked.map(({ integrationId }) => integrationId).toSorted())
    })

    it('cannot be claimed while a transaction that asserted the lease goes on', async () => {
      const { store, database } = fixture()
      await sql`delete from job`.execute(database.kysely)
      const { integrationId, subscriberId } = await linkedSubscriber(store)
      await store.transaction(subscriberId, (tx) =>
        tx.addJob({ id: randomUUID(), integrationId, task: { kind: 'refresh' } }),
      )
      // The worker itself may claim it again at any time, as one that was started anew would.
      const claim = () => store.acrossSubscribers((queue) => queue.claimJob('worker', minute))
      const claimed = await claim()
      if (!claimed) throw new Error('Nothing was claimed.')
      const asserted = createGate()
      const claimedInVain = createGate()
      const writing = store.transaction(subscriberId, async (tx) => {
        await tx.assertLease(claimed.lease)
        asserted.open()
        await claimedInVain.opened
      })
      await asserted.opened
      expect(await claim()).toBeUndefined()
      claimedInVain.open()
      await writing
      expect(await claim()).toBeDefined()
    })
  })
})
