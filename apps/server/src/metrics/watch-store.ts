import type { PacketStatus } from '@ledgerpost/core'
import { type DocumentStatus, LeaseLost, type Store, type StoreTransaction } from '@ledgerpost/engine'

/** What a committed transaction changed, as far as it is counted. */
export type StoreChange =
  | { readonly kind: 'packet'; readonly status: PacketStatus }
  | { readonly kind: 'document'; readonly outcome: DocumentStatus }
  | { readonly kind: 'sweep'; readonly isDeviation: boolean }
  | { readonly kind: 'sync'; readonly isSuccess: boolean }
  | { readonly kind: 'job'; readonly isFinished: boolean }

/** Who is told what was committed; what was rolled back never happened. */
export interface StoreWatch {
  changed(change: StoreChange): void
  leaseLost(): void
}

/** The same store, watched: it does what it did. */
export function watchStore(store: Store, watch: StoreWatch): Store {
  return {
    async transaction(subscriberId, work) {
      let changes: StoreChange[] = []
      try {
        const result = await store.transaction(subscriberId, (transaction) => {
          // It runs again when transactions collide.
          changes = []
          return work(recording(transaction, changes))
        })
        for (const change of changes) watch.changed(change)
        return result
      } catch (error) {
        if (error instanceof LeaseLost) watch.leaseLost()
        throw error
      }
    },
    acrossSubscribers: (work) =>
      store.acrossSubscribers((transaction) =>
        work({
          ...transaction,
          async extendLease(lease, milliseconds) {
            const isHeld = await transaction.extendLease(lease, milliseconds)
            if (!isHeld) watch.leaseLost()
            return isHeld
          },
        }),
      ),
  }
}

function recording(transaction: StoreTransaction, changes: StoreChange[]): StoreTransaction {
  return {
    ...transaction,
    async addPackets(integrationId, recordId, packets, time) {
      await transaction.addPackets(integrationId, recordId, packets, time)
      for (let made = 0; made < packets.length; made += 1) changes.push({ kind: 'packet', status: 'Pending' })
    },
    async sealPackets(packets, time) {
      await transaction.sealPackets(packets, time)
      for (let made = 0; made < packets.length; made += 1) changes.push({ kind: 'packet', status: 'Pending' })
    },
    async addPacketStates(states) {
      await transaction.addPacketStates(states)
      for (const { state } of states) changes.push({ kind: 'packet', status: state.status })
    },
    async recordOutcomes(integrationId, outcomes, intentId) {
      await transaction.recordOutcomes(integrationId, outcomes, intentId)
      for (const { status } of outcomes) changes.push({ kind: 'document', outcome: status })
    },
    async addSweepFindings(integrationId, findings, time) {
      await transaction.addSweepFindings(integrationId, findings, time)
      for (const { deviation } of findings) changes.push({ kind: 'sweep', isDeviation: deviation !== null })
    },
    async addSyncState(recordId, state) {
      await transaction.addSyncState(recordId, state)
      const { status } = state
      if (status === 'Success' || status === 'Failed')
        changes.push({ kind: 'sync', isSuccess: status === 'Success' })
    },
    async finishJob(jobId, lease) {
      await transaction.finishJob(jobId, lease)
      changes.push({ kind: 'job', isFinished: true })
    },
    async postponeJob(jobId, lease, delay) {
      await transaction.postponeJob(jobId, lease, delay)
      changes.push({ kind: 'job', isFinished: false })
    },
  }
}
