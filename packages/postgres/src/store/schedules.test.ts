import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { linkedSubscriber } from './samples.test-support.js'
import { createGate, someoneWaits } from './sessions.test-support.js'

const [early, noon, late] = [
  '2026-03-01T06:00:00.000Z',
  '2026-03-01T12:00:00.000Z',
  '2026-03-01T18:00:00.000Z',
]

describe('schedules', () => {
  onEachDatabase((fixture) => {
    it('are due in the order of their times, and replaced or removed by their subscriber', async () => {
      const { store, database } = fixture()
      await sql`delete from schedule`.execute(database.kysely)
      const one = await linkedSubscriber(store)
      const other = await linkedSubscriber(store)
      const save = ({ subscriberId, integrationId }: typeof one, dueAt: string | null) =>
        store.transaction(subscriberId, (tx) => tx.saveSchedule(integrationId, dueAt))
      const due = (time: string, limit = 9) => store.acrossSubscribers((tx) => tx.dueSchedules(time, limit))
      const named = ({ subscriberId, integrationId }: typeof one) => ({ subscriberId, integrationId })
      const lock = (scope: string, integrationId: string) =>
        store.transaction(scope, (tx) => tx.lockSchedule(integrationId))
      expect(await lock(one.subscriberId, one.integrationId)).toBeNull()
      await save(one, late)
      await save(other, noon)
      expect(await due(early)).toEqual([])
      expect(await due(noon)).toEqual([named(other)])
      expect(await due(late)).toEqual([named(other), named(one)])
      expect(await due(late, 1)).toEqual([named(other)])
      await save(one, early)
      expect(await due(late)).toEqual([named(one), named(other)])
      expect(await lock(one.subscriberId, one.integrationId)).toBe(early)
      const foreign = { ...one, subscriberId: other.subscriberId }
      expect(await lock(foreign.subscriberId, foreign.integrationId)).toBeNull()
      for (const dueAt of [late, null]) {
        await save(foreign, dueAt)
        expect(await lock(one.subscriberId, one.integrationId)).toBe(early)
      }
      await save(one, null)
      expect(await due(late)).toEqual([named(other)])
      await expect(save(foreign, late)).rejects.toThrow('foreign key')
    })

    it('are beside the time until which everything is looked up', async () => {
      const { store } = fixture()
      const read = () => store.acrossSubscribers((tx) => tx.lookUpUntil())
      expect(await read()).toBeNull()
      for (const time of [late, noon]) {
        await store.acrossSubscribers((tx) => tx.saveLookUpUntil(time))
        expect(await read()).toBe(time)
      }
    })
  })

  onServer((fixture) => {
    it('are for one at a time', async () => {
      const { store, database } = fixture()
      const { subscriberId, integrationId } = await linkedSubscriber(store)
      await store.transaction(subscriberId, (tx) => tx.saveSchedule(integrationId, early))
      const locked = createGate()
      const goOn = createGate()
      const first = store.transaction(subscriberId, async (tx) => {
        await tx.lockSchedule(integrationId)
        locked.open()
        await goOn.opened
        await tx.saveSchedule(integrationId, late)
      })
      await locked.opened
      const second = store.transaction(subscriberId, (tx) => tx.lockSchedule(integrationId))
      await someoneWaits(database)
      goOn.open()
      await first
      expect(await second).toBe(late)
    })
  })
})
