import { randomUUID } from 'node:crypto'
import { defaultPreferences, type IntegratorConfiguration, type MapRule } from '@ledgerpost/core'
import { NotStored } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, onServer } from './on-each-database.test-support.js'
import { linkedSubscriber, sampleIntegration, sampleSubscriber, time } from './samples.test-support.js'
import { createGate, someoneWaits } from './sessions.test-support.js'

const configuration: IntegratorConfiguration = {
  organisation: {
    name: 'Books',
    currency: 'EUR',
    country: null,
    timeZone: null,
    lockedThrough: '2025-12-31',
  },
  accounts: [],
  taxRates: [],
  extension: { contact: { id: '9' } },
}

describe('integrations', () => {
  onEachDatabase((fixture) => {
    async function subscriber() {
      const { id, ...rest } = sampleSubscriber()
      await fixture().store.transaction(id, (tx) => tx.saveSubscriber({ id, ...rest }))
      return { id, store: fixture().store }
    }

    it('come back as they were saved', async () => {
      const { id, store } = await subscriber()
      const plain = sampleIntegration(id)
      const grantId = randomUUID()
      const full = sampleIntegration(id, {
        type: 'Tryton',
        status: 'Configured',
        preferences: { ...defaultPreferences, roundingTolerance: 2n, startDate: '2026-01-01' },
        settings: { url: 'https://books.example' },
        organisationId: 'o',
        grantId,
        linkedOn: '2026-02-28',
        configuration,
        inspectionTimes: [time],
        cursor: 2n ** 60n,
      })
      await store.transaction(id, async (tx) => {
        await tx.createGrant({ id: grantId, sealed: '', version: 1 })
        await tx.createIntegration(plain)
        await tx.createIntegration(full)
        expect(await tx.integration(id, 'Xero')).toEqual(plain)
        expect(await tx.integrationById(full.id)).toEqual(full)
        expect(await tx.integration(id, 'QuickBooksOnline')).toBeUndefined()
        expect(await tx.integration('nobody', 'Xero')).toBeUndefined()
      })
    })

    it('are created once', async () => {
      const { id, store } = await subscriber()
      const first = sampleIntegration(id)
      await store.transaction(id, async (tx) => {
        await tx.createIntegration(first)
        await tx.createIntegration(sampleIntegration(id, { status: 'Configured' }))
        expect(await tx.integration(id, 'Xero')).toEqual(first)
      })
    })

    it('change in the members given and in no other', async () => {
      const { id, store } = await subscriber()
      const first = sampleIntegration(id, { settings: { a: 1 }, organisationId: 'o', linkedOn: '2026-02-28' })
      await store.transaction(id, async (tx) => {
        await tx.createIntegration(first)
        await tx.updateIntegration(first.id, {})
        await tx.updateIntegration(first.id, { cursor: 5n })
        expect(await tx.integrationById(first.id)).toEqual({ ...first, cursor: 5n })
        const change = {
          status: 'Inactive' as const,
          preferences: defaultPreferences,
          settings: null,
          linkedOn: null,
          configuration,
          inspectionTimes: [time, time],
          lastModifiedTime: '2026-03-02T00:00:00.001Z',
        }
        await tx.updateIntegration(first.id, change)
        expect(await tx.integrationById(first.id)).toEqual({ ...first, cursor: 5n, ...change })
        await tx.updateIntegration(first.id, { preferences: null, configuration: null })
        expect(await tx.integrationById(first.id)).toMatchObject({ preferences: null, configuration: null })
      })
      const changing = store.transaction(id, (tx) => tx.updateIntegration('none', { cursor: 1n }))
      await expect(changing).rejects.toThrow(NotStored)
    })

    it('make way for other books and come back with the same ones', async () => {
      const { id, store } = await subscriber()
      const first = sampleIntegration(id, { organisationId: 'one', cursor: 7n })
      const second = sampleIntegration(id, { organisationId: 'two' })
      await store.transaction(id, async (tx) => {
        await tx.createIntegration(first)
        await tx.replaceCurrentIntegration(first.id, second)
        expect(await tx.integration(id, 'Xero')).toEqual(second)
        expect(await tx.integrationByOrganisation(id, 'Xero', 'one')).toEqual(first)
        await tx.replaceCurrentIntegration(second.id, { ...first, cursor: 0n })
        expect(await tx.integration(id, 'Xero')).toEqual(first)
        expect(await tx.integrationByOrganisation(id, 'Xero', 'two')).toEqual(second)
      })
      const replacing = store.transaction(id, (tx) =>
        tx.replaceCurrentIntegration(second.id, sampleIntegration(id)),
      )
      await expect(replacing).rejects.toThrow(NotStored)
    })

    it('cannot both have the same books', async () => {
      const { id, store } = await subscriber()
      const first = sampleIntegration(id, { organisationId: 'one' })
      const doubling = store.transaction(id, async (tx) => {
        await tx.createIntegration(first)
        await tx.replaceCurrentIntegration(first.id, sampleIntegration(id, { organisationId: 'one' }))
      })
      await expect(doubling).rejects.toThrow('integration_of_organisation')
    })

    it('keep one rule for a source at a place', async () => {
      const { id, store } = await subscriber()
      const { id: integrationId, ...rest } = sampleIntegration(id)
      const rule: MapRule = {
        kind: 'taxRate',
        sourceId: '01:01',
        locationId: null,
        integrationId: 'OUTPUT',
        modifiedBy: { userId: '1', userName: 'Owner' },
        lastModifiedTime: time,
        errorFlag: false,
      }
      const located: MapRule = { ...rule, locationId: '2', integrationId: 'OUTPUT2' }
      const revenue: MapRule = { ...rule, kind: 'revenueCategory', sourceId: '10', integrationId: '200' }
      const changed: MapRule = { ...rule, integrationId: 'NONE', errorFlag: true }
      await store.transaction(id, async (tx) => {
        await tx.createIntegration({ id: integrationId, ...rest })
        expect(await tx.rules(integrationId)).toEqual([])
        await tx.saveRules(integrationId, [])
        await tx.saveRules(integrationId, [located, rule, revenue])
        expect(await tx.rules(integrationId)).toEqual([revenue, rule, located])
        await tx.saveRules(integrationId, [rule, changed])
        expect(await tx.rules(integrationId)).toEqual([revenue, changed, located])
      })
    })

    it('have links that are good for one callback', async () => {
      const { id, store } = await subscriber()
      const { id: integrationId, ...rest } = sampleIntegration(id)
      const link = {
        state: randomUUID(),
        integrationId,
        settings: { region: 'eu' },
        redirectUri: 'https://ledgerpost.example/Callback',
        sealedSecret: 'sealed',
        expiresAt: time,
      }
      await store.transaction(id, async (tx) => {
        await tx.createIntegration({ id: integrationId, ...rest })
        await tx.savePendingLink(link)
        expect(await tx.takePendingLink('another')).toBeUndefined()
        expect(await tx.takePendingLink(link.state)).toEqual(link)
        expect(await tx.takePendingLink(link.state)).toBeUndefined()
      })
    })
  })

  onServer((fixture) => {
    it('that are locked wait with their changes, and with nothing else', async () => {
      const { store, database } = fixture()
      const { subscriberId, integrationId, recordId } = await linkedSubscriber(store, { cursor: 1n })
      const locked = createGate()
      const seen = createGate()
      const locking = store.transaction(subscriberId, async (tx) => {
        const before = await tx.lockIntegration(integrationId)
        locked.open()
        await seen.opened
        return [before?.cursor, (await tx.integrationById(integrationId))?.cursor]
      })
      await locked.opened
      const task = { kind: 'resync', recordId } as const
      await store.transaction(subscriberId, (tx) => tx.addJob({ id: randomUUID(), integrationId, task }))
      const changing = store.transaction(subscriberId, (tx) =>
        tx.updateIntegration(integrationId, { cursor: 0n }),
      )
      await someoneWaits(database)
      seen.open()
      expect(await locking).toEqual([1n, 1n])
      await changing
      expect((await store.transaction(subscriberId, (tx) => tx.integrationById(integrationId)))?.cursor).toBe(
        0n,
      )
    })
  })
})
