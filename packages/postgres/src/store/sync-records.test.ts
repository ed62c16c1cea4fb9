import { randomUUID } from 'node:crypto'
import { NotStored } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { linkedSubscriber, sampleIntegration, sampleSubscriber, time } from './samples.test-support.js'

const later = '2026-03-01T12:00:01.000Z'

describe('sync records', () => {
  onEachDatabase((fixture) => {
    it('are opened once until they end', async () => {
      const { store } = fixture()
      const { integrationId, recordId, subscriberId } = await linkedSubscriber(store)
      const open = () => ({ id: randomUUID(), integrationId, userId: '2', userName: 'Admin', time: later })
      await store.transaction(subscriberId, async (tx) => {
        expect(await tx.openSyncRecord(open())).toEqual({ id: recordId, isNew: false })
        await tx.addSyncState(recordId, { status: 'InProgress', time: later, message: null })
        expect(await tx.openSyncRecord(open())).toEqual({ id: recordId, isNew: false })
        await tx.addSyncState(recordId, { status: 'Failed', time: later, message: 'No disk.' })
        const next = open()
        expect(await tx.openSyncRecord(next)).toEqual({ id: next.id, isNew: true })
        expect(await tx.syncStates(recordId)).toEqual([
          { status: 'Queued', time, message: null },
          { status: 'InProgress', time: later, message: null },
          { status: 'Failed', time: later, message: 'No disk.' },
        ])
        expect(await tx.syncRecord(recordId)).toEqual({
          id: recordId,
          integrationId,
          userId: '1',
          userName: 'Owner',
          status: 'Failed',
          createdTime: time,
          after: null,
          through: null,
          read: 0,
          packed: 0,
          unchanged: 0,
          excluded: 0,
          minorUnitsIn: {},
        })
      })
    })

    it('need an integration, and states need a record', async () => {
      const { store } = fixture()
      const record = { id: randomUUID(), integrationId: 'none', userId: '', userName: '', time }
      await expect(store.transaction('nobody', (tx) => tx.openSyncRecord(record))).rejects.toThrow(NotStored)
      const state = { status: 'Success' as const, time, message: null }
      await expect(store.transaction('nobody', (tx) => tx.addSyncState('none', state))).rejects.toThrow(
        NotStored,
      )
      await expect(store.transaction('nobody', (tx) => tx.setSyncRange('none', 0n, 1n))).rejects.toThrow(
        NotStored,
      )
      const counts = { read: 1, packed: 1, unchanged: 0, excluded: 0 }
      await expect(
        store.transaction('nobody', (tx) => tx.addSyncProgress('none', counts, {})),
      ).rejects.toThrow(NotStored)
      expect(await store.transaction('nobody', (tx) => tx.syncRecord('none'))).toBeUndefined()
    })

    it('add up what was done, beyond 64 bits', async () => {
      const { store } = fixture()
      const { recordId, subscriberId } = await linkedSubscriber(store)
      const huge = 9_000_000_000_000_000_000n
      await store.transaction(subscriberId, async (tx) => {
        await tx.setSyncRange(recordId, 3n, 2n ** 60n)
        await tx.addSyncProgress(
          recordId,
          { read: 5, packed: 2, unchanged: 2, excluded: 1 },
          { EUR: huge, USD: -1n },
        )
        await tx.addSyncProgress(recordId, { read: 1, packed: 1, unchanged: 0, excluded: 0 }, { EUR: huge })
        await tx.addSyncProgress(recordId, { read: 1, packed: 0, unchanged: 1, excluded: 0 }, {})
        expect(await tx.syncRecord(recordId)).toMatchObject({
          after: 3n,
          through: 2n ** 60n,
          read: 7,
          packed: 3,
          unchanged: 3,
          excluded: 1,
          minorUnitsIn: { EUR: 2n * huge, USD: -1n },
        })
      })
    })

    it('page through what was left out', async () => {
      const { store } = fixture()
      const { recordId, subscriberId } = await linkedSubscriber(store)
      const exclusions = ['1', '2', '3'].map((orderId) => ({
        orderId,
        reason: 'UnbalancedOrder' as const,
        message: `Order ${orderId} is off.`,
      }))
      const [first, second, third] = exclusions
      await store.transaction(subscriberId, async (tx) => {
        await tx.addExclusions(recordId, [])
        await tx.addExclusions(recordId, exclusions.toReversed())
        expect(await tx.exclusions(recordId, { after: null, limit: 2 })).toEqual([first, second])
        expect(await tx.exclusions(recordId, { after: '2', limit: 2 })).toEqual([third])
      })
    })

    it('are listed newest first, across the integrations of one subscriber', async () => {
      const { store } = fixture()
      const { id: subscriberId, ...subscriber } = sampleSubscriber()
      const integrations = ['Xero', 'Tryton', 'QuickBooksOnline'].map((type) =>
        sampleIntegration(subscriberId, { type }),
      )
      // The two last have the same time: their ids tell.
      const records = integrations.map(({ id }, index) => ({
        id: `${index}-${randomUUID()}`,
        integrationId: id,
        userId: '1',
        userName: 'Owner',
        time: index === 0 ? time : later,
      }))
      const foreign = await linkedSubscriber(store)
      await store.transaction(subscriberId, async (tx) => {
        await tx.saveSubscriber({ id: subscriberId, ...subscriber })
        for (const integration of integrations) await tx.createIntegration(integration)
        for (const record of records) await tx.openSyncRecord(record)
        const page = async (before: string | null) =>
          (await tx.syncRecords(subscriberId, { before, limit: 2 })).map(({ id }) => id)
        const [oldest, middle, newest] = records.map(({ id }) => id)
        expect(await page(null)).toEqual([newest, middle])
        expect(await page(middle ?? '')).toEqual([oldest])
        expect(await page(foreign.recordId)).toEqual([])
      })
    })
  })

  onServer((fixture) => {
    it('are one, though fifty are asked for at once', async () => {
      const { store } = fixture()
      const { integrationId, recordId, subscriberId } = await linkedSubscriber(store)
      await store.transaction(subscriberId, (tx) =>
        tx.addSyncState(recordId, { status: 'Success', time, message: null }),
      )
      const answers = await Promise.all(
        Array.from({ length: 50 }, () =>
          store.transaction(subscriberId, (tx) =>
            tx.openSyncRecord({ id: randomUUID(), integrationId, userId: '1', userName: 'Owner', time }),
          ),
        ),
      )
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    })
  })
})
