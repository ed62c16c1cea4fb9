import { type CommonTransaction, LeaseLost, type Store, type StoreTransaction } from '@ledgerpost/engine'
import { describe, expect, it } from 'vitest'
import { type StoreChange, watchStore } from './watch-store.js'

const lease = { integrationId: 'nobody', fence: 1n }
const state = { status: 'Sent', time: '2026-01-01T00:00:00.000Z', code: null, message: null } as const

/** A store whose transactions collide as often as told before they are committed; it keeps nothing. */
function scene({ collisions = 0, isLeaseHeld = true } = {}) {
  const seen: (StoreChange | 'lost')[] = []
  const nothing = () => Promise.resolve()
  const transaction = {
    addPacketStates: nothing,
    addSweepFindings: nothing,
    addSyncState: nothing,
    recordOutcomes: nothing,
    finishJob: () => (isLeaseHeld ? Promise.resolve() : Promise.reject(new LeaseLost('nobody'))),
    postponeJob: nothing,
    extendLease: () => Promise.resolve(isLeaseHeld),
  } satisfies Partial<StoreTransaction & CommonTransaction>
  const bare: Store = {
    async transaction(_subscriberId, work) {
      for (let time = 0; time < collisions; time += 1) await work(transaction as unknown as StoreTransaction)
      return work(transaction as unknown as StoreTransaction)
    },
    acrossSubscribers: (work) => work(transaction as unknown as CommonTransaction),
  }
  const store = watchStore(bare, {
    changed: (change) => seen.push(change),
    leaseLost: () => seen.push('lost'),
  })
  return { store, seen }
}

describe('a watched store', () => {
  it('tells what a transaction changed, once, however often it ran', async () => {
    const { store, seen } = scene({ collisions: 2 })
    const result = await store.transaction('1', async (tx) => {
      await tx.addPacketStates([{ key: 'p', state }])
      await tx.recordOutcomes('i', [{ reference: 'r', status: 'unknown', message: '' }], null)
      await tx.addSweepFindings('i', [{ reference: 'r', deviation: null }], state.time)
      await tx.addSyncState('s', { status: 'InProgress', time: state.time, message: null })
      await tx.addSyncState('s', { status: 'Failed', time: state.time, message: null })
      await tx.postponeJob('j', lease, 0)
      return 'result'
    })
    expect(result).toBe('result')
    expect(seen).toEqual([
      { kind: 'packet', status: 'Sent' },
      { kind: 'document', outcome: 'unknown' },
      { kind: 'sweep', isDeviation: false },
      { kind: 'sync', isSuccess: false },
      { kind: 'job', isFinished: false },
    ])
  })

  it('tells of nothing that was rolled back', async () => {
    const { store, seen } = scene()
    const failing = store.transaction('1', async (tx) => {
      await tx.addPacketStates([{ key: 'p', state }])
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(seen).toEqual([])
  })

  it('tells of a lost lease', async () => {
    const { store, seen } = scene({ isLeaseHeld: false })
    await expect(store.transaction('1', (tx) => tx.finishJob('1', lease))).rejects.toThrow(LeaseLost)
    expect(await store.acrossSubscribers((tx) => tx.extendLease(lease, 1000))).toBe(false)
    expect(seen).toEqual(['lost', 'lost'])
  })
})
