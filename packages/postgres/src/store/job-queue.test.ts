import { randomUUID } from 'node:crypto'
import type { JobTask } from '@ledgerpost/engine'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from './on-each-database.test-support.js'
import { linkedSubscriber } from './samples.test-support.js'

const hour = 3_600_000

describe('the queue', () => {
  onEachDatabase((fixture) => {
    /** Two integrations, and no job of earlier tests. */
    async function emptyQueue() {
      const { database, store } = fixture()
      await sql`delete from job`.execute(database.kysely)
      const one = await linkedSubscriber(store)
      const other = await linkedSubscriber(store)
      const add = async (
        { subscriberId, integrationId }: typeof one,
        kind: 'refresh' | 'sweep' | 'keep-alive',
        delayMilliseconds?: number,
      ): Promise<string> => {
        const id = randomUUID()
        const task: JobTask = { kind }
        await store.transaction(subscriberId, (tx) =>
          tx.addJob({
            ...{ id, integrationId, task },
            ...(delayMilliseconds === undefined ? {} : { delayMilliseconds }),
          }),
        )
        return id
      }
      const claim = (jobId?: string, worker: string = randomUUID()) =>
        store.acrossSubscribers((queue) => queue.claimJob(worker, hour, jobId))
      return { store, one, other, add, claim }
    }

    it('gives the job that is named, if it may be done', async () => {
      const { one, other, add, claim } = await emptyQueue()
      const first = await add(one, 'refresh')
      const second = await add(one, 'sweep')
      const later = await add(other, 'refresh', hour)
      expect(await claim('unknown')).toBeUndefined()
      expect(await claim(later)).toBeUndefined()
      expect(await claim(second)).toMatchObject({ job: { id: second, task: { kind: 'sweep' } } })
      // The integration is held.
      expect(await claim(first)).toBeUndefined()
      expect(await claim()).toBeUndefined()
    })

    it('tells whether jobs of others wait', async () => {
      const { store, one, other, add, claim } = await emptyQueue()
      const wait = (integrationId: string) =>
        store.acrossSubscribers((queue) => queue.othersWait(integrationId))
      await add(one, 'refresh')
      expect(await wait(one.integrationId)).toBe(false)
      expect(await wait(other.integrationId)).toBe(true)
      await add(other, 'refresh', hour)
      expect(await wait(one.integrationId)).toBe(false)
      await add(other, 'sweep')
      expect(await wait(one.integrationId)).toBe(true)
      await claim()
      expect(await wait(other.integrationId)).toBe(false)
    })

    it('tells how much waits, and for how long', async () => {
      const { store, one, other, add, claim } = await emptyQueue()
      const backlog = () => store.acrossSubscribers((queue) => queue.backlog())
      expect(await backlog()).toEqual({ due: 0, age: 0 })
      await add(one, 'keep-alive', hour)
      expect(await backlog()).toEqual({ due: 0, age: 0 })
      await add(one, 'refresh', -2 * hour)
      const last = await add(other, 'refresh', -hour)
      const { due, age } = await backlog()
      expect({ due, hours: Math.floor(age / hour) }).toEqual({ due: 2, hours: 2 })
      await claim()
      const rest = await backlog()
      expect({ due: rest.due, hours: Math.floor(rest.age / hour) }).toEqual({ due: 1, hours: 1 })
      expect((await claim())?.job.id).toBe(last)
      expect(await backlog()).toEqual({ due: 0, age: 0 })
    })

    it('lets a job that makes another one superfluous be due when the earlier of them was to be', async () => {
      const { one, add, claim } = await emptyQueue()
      const id = await add(one, 'refresh', hour)
      await add(one, 'refresh', 2 * hour)
      expect(await claim()).toBeUndefined()
      await add(one, 'refresh')
      await add(one, 'refresh', hour)
      expect((await claim())?.job.id).toBe(id)
    })

    it('keeps jobs of others as they are', async () => {
      const { store, one, other, add, claim } = await emptyQueue()
      await add(one, 'refresh', hour)
      await store.transaction(other.subscriberId, (tx) =>
        tx.addJob({ id: randomUUID(), integrationId: one.integrationId, task: { kind: 'refresh' } }),
      )
      expect(await claim()).toBeUndefined()
      const foreign = { ...one, subscriberId: other.subscriberId }
      await expect(add(foreign, 'sweep')).rejects.toThrow('foreign key')
    })
  })
})
