import { contentOfCells, evidenceOf, type Packet } from '@ledgerpost/core'
import { now } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import type { StoreTransaction } from '../ports/store.js'
import { NotFound } from '../errors.js'
import { checkConservation } from './conservation.js'
import { weighChunk } from './chunk.js'
import { addToSummaries, packEachOrder } from './pack-chunk.js'
import type { Run } from './run.js'

/** Orders read in one transaction, and summaries sealed in one. */
const chunkSize = 500
const sealSize = 50

/**
 * Reads what changed since the last sync, in chunks: each chunk's packets, what was packed of its orders and the
 * cursor are saved in one transaction, so that a crash resumes after the last chunk.
 */
export async function packChanges(run: Run, recordId: string): Promise<void> {
  await sealLeftovers(run, recordId)
  while (!(await run.write('pack.chunk', (transaction) => packNextChunk(run, transaction, recordId)))) {
    await run.giveWay()
  }
  while (!(await run.write('pack.seal', (transaction) => sealSome(run, transaction, recordId))));
  await run.write('pack.check', (transaction) => checkConservation(transaction, recordId))
}

async function packNextChunk(run: Run, transaction: StoreTransaction, recordId: string): Promise<boolean> {
  // Held until the chunk is saved: a change of preferences that sets the cursor back is neither lost nor half obeyed.
  const integration = await transaction.lockIntegration(run.integration.id)
  if (!integration) throw new NotFound(`Integration ${run.integration.id}`, 'It was removed meanwhile.')
  const { id, subscriberId, linkedOn, preferences, cursor } = integration
  const through = await endOfRange(transaction, recordId, integration)
  const orders = await transaction.changedOrders(subscriberId, { after: cursor, through, limit: chunkSize })
  const last = orders.at(-1)
  if (!last) {
    if (cursor < through) await transaction.updateIntegration(id, { cursor: through })
    return true
  }
  const packedBefore = await transaction.packedOrders(
    id,
    orders.map(({ order }) => order.id),
  )
  const chunk = weighChunk(orders, packedBefore, {
    startDate: preferences?.startDate ?? linkedOn ?? '0000-01-01',
    roundingTolerance: preferences?.roundingTolerance ?? 0n,
  })
  if (chunk.packed.length > 0) {
    const target = {
      transaction,
      recordId,
      integration,
      digest: run.environment.digest,
      time: now(run.environment),
    }
    await (preferences?.summarizeData ? addToSummaries(target, chunk) : packEachOrder(target, chunk))
    await transaction.savePackedOrders(
      id,
      chunk.packed.map(({ order, wanted }) => ({ orderId: order.id, contribution: wanted })),
    )
  }
  if (chunk.exclusions.length > 0) await transaction.addExclusions(recordId, chunk.exclusions)
  await transaction.addSyncProgress(recordId, chunk.counts, chunk.minorUnitsIn)
  await transaction.updateIntegration(id, { cursor: last.sequence })
  return orders.length < chunkSize && last.sequence >= through
}

/** The last change that the record covers; fixed when the sync begins, so that it ends although orders keep coming. */
async function endOfRange(
  transaction: StoreTransaction,
  recordId: string,
  { cursor, subscriberId }: Integration,
): Promise<bigint> {
  const record = await transaction.syncRecord(recordId)
  if (!record) throw new NotFound(`The sync record ${recordId}`, 'Call Sync again.')
  if (record.through !== null) return record.through
  const through = await transaction.lastSequence(subscriberId)
  await transaction.setSyncRange(recordId, cursor, through)
  return through
}

/** What an earlier sync had collected when it failed is sealed as it stands: its orders count as packed. */
async function sealLeftovers(run: Run, recordId: string): Promise<void> {
  const records = await run.read('pack.read-leftovers', (transaction) =>
    transaction.recordsWithOpenPackets(run.integration.id),
  )
  for (const earlier of records.filter((id) => id !== recordId)) {
    while (!(await run.write('pack.seal-leftovers', (transaction) => sealSome(run, transaction, earlier))));
  }
}

async function sealSome(run: Run, transaction: StoreTransaction, recordId: string): Promise<boolean> {
  const open = await transaction.openPacketContents(recordId, sealSize)
  const sealed: Packet[] = []
  for (const { key, series, sequence, cells, shareDigests } of open) {
    if (cells.length === 0) {
      await transaction.discardOpenPacket(key)
      continue
    }
    const evidence = evidenceOf(shareDigests, run.environment.digest)
    sealed.push({ ...contentOfCells(cells), key, series, sequence, evidence })
  }
  if (sealed.length > 0) await transaction.sealPackets(sealed, now(run.environment))
  return open.length < sealSize
}
