import { VirtualClock } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { NotStored } from '../errors.js'
import type { Integration } from '../ports/integration-store.js'
import type { StoreTransaction } from '../ports/store.js'
import { createMemoryStore } from './create-memory-store.js'

const time = '2026-03-01T12:00:00.000Z'

const integration: Integration = {
  id: 'i',
  subscriberId: 's',
  type: 'Xero',
  status: 'Configured',
  preferences: null,
  settings: { account: { code: '200' } },
  organisationId: null,
  grantId: null,
  linkedOn: null,
  configuration: null,
  inspectionTimes: [],
  cursor: 0n,
  lastModifiedTime: time,
}

const terms = { currency: 'EUR', timeZone: 'Europe/Berlin', cutOff: 0, locations: {} }
const subscriber = { id: 's', region: 'EU', pricingLevel: null, terms } as const

// That it is as the store on PostgreSQL is, `postgres/src/store/differential` holds.
describe('the store in memory', () => {
  async function stored() {
    const clock = new VirtualClock(Date.parse(time))
    const store = createMemoryStore(clock)
    const inScope = <Result>(work: (tx: StoreTransaction) => Promise<Result>) => store.transaction('s', work)
    await inScope(async (tx) => {
      await tx.saveSubscriber(subscriber)
      await tx.createIntegration(integration)
    })
    const cursor = () => inScope(async (tx) => (await tx.integrationById('i'))?.cursor)
    return { store, clock, inScope, cursor }
  }

  it('keeps nothing of a transaction that fails', async () => {
    const { inScope, cursor } = await stored()
    const failing = inScope(async (tx) => {
      await tx.updateIntegration('i', { cursor: 1n })
      await tx.updateIntegration('i', { cursor: 2n })
      await tx.createGrant({ id: 'g', sealed: '', version: 1 })
      expect((await tx.integrationById('i'))?.cursor).toBe(2n)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await cursor()).toBe(0n)
    expect(await inScope((tx) => tx.grant('g'))).toBeUndefined()
  })

  it('keeps nothing of a transaction in which a call failed, whoever caught it', async () => {
    const { inScope, cursor } = await stored()
    const swallowing = inScope(async (tx) => {
      await tx.updateIntegration('i', { cursor: 1n })
      await expect(tx.updateIntegration('unknown', { cursor: 1n })).rejects.toThrow(NotStored)
      await expect(tx.integrationById('i')).rejects.toThrow('Integration unknown is not stored')
    })
    await expect(swallowing).rejects.toThrow(NotStored)
    expect(await cursor()).toBe(0n)
  })

  it('does one transaction after the other', async () => {
    const { inScope, cursor } = await stored()
    await Promise.all(
      Array.from({ length: 20 }, () =>
        inScope(async (tx) => {
          const known = await tx.lockIntegration('i')
          await Promise.resolve()
          await tx.updateIntegration('i', { cursor: (known?.cursor ?? 0n) + 1n })
        }),
      ),
    )
    expect(await cursor()).toBe(20n)
  })

  it('lets nobody change what it keeps, and nobody use a transaction that is over', async () => {
    const { inScope } = await stored()
    const settings = { account: { code: '200' } }
    let left: StoreTransaction | undefined
    await inScope(async (tx) => {
      left = tx
      await tx.updateIntegration('i', { settings })
    })
    settings.account.code = '999'
    const read = await inScope((tx) => tx.integrationById('i'))
    expect(read?.settings).toEqual({ account: { code: '200' } })
    expect(Object.isFrozen(read)).toBe(true)
    expect(() => Object.assign(read?.settings ?? {}, { account: null })).toThrow(TypeError)
    await expect(left?.integrationById('i')).rejects.toThrow('after its transaction had ended')
  })

  it('has the time of its clock', async () => {
    const { store, clock, inScope } = await stored()
    await inScope((tx) =>
      tx.addJob({ id: 'j', integrationId: 'i', task: { kind: 'refresh' }, delayMilliseconds: 1000 }),
    )
    const claim = () => store.acrossSubscribers((queue) => queue.claimJob('worker', 1000))
    expect(await claim()).toBeUndefined()
    await clock.advance(1000)
    const claimed = await claim()
    expect(claimed?.job.id).toBe('j')
    expect(await store.acrossSubscribers((queue) => queue.backlog())).toEqual({ due: 0, age: 0 })
    await clock.advance(1500)
    expect(await store.acrossSubscribers((queue) => queue.backlog())).toEqual({ due: 1, age: 1500 })
  })

  it('can be put back to how it was, without what was not committed then', async () => {
    const { store, clock, inScope, cursor } = await stored()
    let unfinished = (): void => undefined
    const open = inScope(async (tx) => {
      await tx.updateIntegration('i', { cursor: 7n })
      await tx.createGrant({ id: 'g', sealed: '', version: 1 })
      await new Promise<void>((resolve) => {
        unfinished = resolve
      })
    })
    await clock.advance(0)
    const snapshot = store.snapshot()
    expect(snapshot.takenAt).toBe(Date.parse(time))
    unfinished()
    await open
    expect(await cursor()).toBe(7n)
    for (let repetition = 0; repetition < 2; repetition += 1) {
      store.restore(snapshot)
      expect(await cursor()).toBe(0n)
      expect(await inScope((tx) => tx.grant('g'))).toBeUndefined()
      expect(await inScope((tx) => tx.integration('s', 'Xero'))).toMatchObject({ id: 'i' })
      await inScope((tx) => tx.updateIntegration('i', { cursor: 3n, organisationId: 'o' }))
    }
    expect(() => createMemoryStore(clock).restore(snapshot)).toThrow('another store')
  })

  it('fails the transaction that runs while it is put back', async () => {
    const { store, inScope, cursor } = await stored()
    const snapshot = store.snapshot()
    const running = inScope(async (tx) => {
      await tx.updateIntegration('i', { cursor: 7n })
      store.restore(snapshot)
      await tx.updateIntegration('i', { cursor: 8n })
    })
    await expect(running).rejects.toMatchObject({ code: 'store-unavailable', isRetryable: true })
    const quiet = inScope(async (tx) => {
      await tx.updateIntegration('i', { cursor: 7n })
      store.restore(snapshot)
    })
    await expect(quiet).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(await cursor()).toBe(0n)
  })
})
