import type { Store } from '@ledgerpost/engine'
import {
  sampleCell,
  sampleDocument,
  sampleIntegration,
  sampleSubscriber,
  time,
} from '../samples.test-support.js'
import { referenceOf } from './document-steps.test-support.js'
import { openSample, sealedSample } from './packet-steps.test-support.js'
import type { Names } from './step.test-support.js'

/** Two subscribers; the first has packets and documents already, so that steps find something. */
export async function prepare(store: Store, names: Names): Promise<void> {
  const recordId = names.of('record', 0)
  const integrationId = names.of('integration', 0)
  const open = openSample(0, '2026-03-01', names)
  const samples = [1, 2].map((sequence) => sealedSample({ integration: 0, order: 'a', sequence }, names))
  for (const subscriber of [0, 1]) {
    const id = names.of('subscriber', subscriber)
    await store.transaction(id, async (tx) => {
      await tx.saveSubscriber(sampleSubscriber(id))
      await tx.createIntegration(
        sampleIntegration(id, {
          id: names.of('integration', subscriber * 2),
          organisationId: `${subscriber}`,
        }),
      )
    })
  }
  await store.transaction(names.of('subscriber', 0), async (tx) => {
    await tx.createGrant({ id: names.of('grant', 0), sealed: 'sealed', version: 1 })
    await tx.updateIntegration(integrationId, { grantId: names.of('grant', 0) })
    await tx.openSyncRecord({ id: recordId, integrationId, userId: '1', userName: 'Owner', time })
    await tx.addPackets(integrationId, recordId, samples, time)
    await tx.addSyncProgress(recordId, { read: 2, packed: 2, unchanged: 0, excluded: 0 }, { EUR: 23_800n })
    await tx.addExclusions(recordId, [{ orderId: 'a', reason: 'UnbalancedOrder', message: '' }])
    await tx.savePackedOrders(integrationId, [{ orderId: 'a', contribution: [sampleCell()] }])
    await tx.saveSchedule(integrationId, time)
    await tx.createOpenPackets(integrationId, recordId, [open])
    await tx.addToOpenPackets([
      { key: open.key, cells: [sampleCell()], shares: [{ orderId: 'a', digest: 'a' }] },
    ])
    for (const [index, { packet }] of samples.entries()) {
      const documents = [0, 1].map((ordinal) =>
        sampleDocument(packet.key, ordinal, { reference: referenceOf(2 * index + ordinal) }),
      )
      await tx.planDocuments([{ packetKey: packet.key, documents }])
    }
    await tx.recordIntent({
      id: names.of('submission', 0),
      integrationId,
      key: 'key',
      references: [referenceOf(0), referenceOf(1)],
      body: '',
      operation: 'PUT',
      sentAt: 0,
    })
    const rejected = referenceOf(1)
    await tx.recordOutcomes(
      integrationId,
      [{ reference: rejected, status: 'rejected', reason: { kind: 'tax', message: 'No.' } }],
      names.of('submission', 0),
    )
    await tx.addSweepFindings(integrationId, [{ reference: rejected, deviation: null }], time)
    await tx.addPacketStates(
      samples.slice(0, 1).flatMap(({ packet: { key } }) =>
        (['Sending', 'InDoubt'] as const).map((status) => ({
          key,
          state: { status, time, code: null, message: null },
        })),
      ),
    )
    await tx.addJob({ id: names.of('job', 0), integrationId, task: { kind: 'sync', recordId } })
  })
}
