import { randomUUID } from 'node:crypto'
import type { Store } from '@ledgerpost/engine'
import {
  linkedSubscriber,
  sampleCell,
  sampleDocument,
  sampleOpenPacket,
  sampleOrder,
  samplePacket,
  time,
} from './samples.test-support.js'

/** A subscriber with a row in every table. */
export async function booksOfSubscriber(store: Store) {
  const linked = await linkedSubscriber(store)
  const { subscriberId, integrationId, recordId } = linked
  const grantId = randomUUID()
  const intentId = randomUUID()
  const sample = samplePacket(integrationId, 'o')
  const { key } = sample.packet
  const open = sampleOpenPacket(integrationId)
  const document = sampleDocument(key)
  const { reference } = document
  await store.transaction(subscriberId, async (tx) => {
    await tx.addOccurringSources(subscriberId, [{ kind: 'taxRate', sourceId: '01:01' }])
    await tx.saveOrders(subscriberId, [{ sequence: 1n, digest: '', order: sampleOrder('o') }])
    await tx.saveOrderWatermark(subscriberId, 'platform', time)
    await tx.createGrant({ id: grantId, sealed: 'sealed', version: 1 })
    await tx.updateIntegration(integrationId, { grantId })
    await tx.saveRules(integrationId, [
      {
        kind: 'taxRate',
        sourceId: '01:01',
        locationId: null,
        integrationId: 'OUTPUT',
        modifiedBy: { userId: '1', userName: 'Owner' },
        lastModifiedTime: time,
        errorFlag: false,
      },
    ])
    await tx.savePendingLink({
      state: randomUUID(),
      integrationId,
      settings: null,
      redirectUri: '',
      sealedSecret: '',
      expiresAt: time,
    })
    await tx.addSyncProgress(recordId, { read: 1, packed: 1, unchanged: 0, excluded: 0 }, { EUR: 11_900n })
    await tx.addExclusions(recordId, [{ orderId: 'x', reason: 'UnbalancedOrder', message: '' }])
    await tx.savePackedOrders(integrationId, [{ orderId: 'o', contribution: [sampleCell()] }])
    await tx.addPackets(integrationId, recordId, [sample], time)
    await tx.createOpenPackets(integrationId, recordId, [open])
    await tx.addToOpenPackets([{ key: open.key, cells: [sampleCell()], shares: [] }])
    await tx.planDocuments([{ packetKey: key, documents: [document] }])
    await tx.recordIntent({
      id: intentId,
      integrationId,
      key: 'key',
      references: [reference],
      body: '',
      operation: 'PUT',
      sentAt: 0,
    })
    await tx.recordOutcomes(integrationId, [{ reference, status: 'unknown', message: '' }], intentId)
    await tx.addSweepFindings(integrationId, [{ reference, deviation: null }], time)
    await tx.addJob({ id: randomUUID(), integrationId, task: { kind: 'refresh' } })
  })
  return linked
}
