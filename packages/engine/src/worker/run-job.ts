import { LedgerpostError, mapLookup, type PacketStatus } from '@ledgerpost/core'
import { inspect, recordInspection } from '../configuration/inspection.js'
import { type EngineEnvironment, now } from '../environment.js'
import { withConnection } from '../linking/connect.js'
import type { Job, Lease } from '../ports/job-store.js'
import { sendPackets } from '../send/send-packets.js'
import { packChanges } from '../sync/pack-changes.js'
import { pullOrders } from '../sync/pull-orders.js'
import { createRun, type Run } from '../sync/run.js'

/** What a sync takes up: new packets, what was held, and what an earlier run left under way or in doubt. */
const sentBySync: readonly PacketStatus[] = ['Pending', 'Held', 'Sending', 'InDoubt']
const sentByResync: readonly PacketStatus[] = [...sentBySync, 'Rejected']

/** Does a job under its lease. Whatever it throws, the job may be done again and goes on where it stopped. */
export async function runJob(
  environment: EngineEnvironment,
  { task, subscriberId, integrationId }: Job,
  lease: Lease,
  signal: AbortSignal,
): Promise<void> {
  const integration = await environment.store.transaction(subscriberId, (transaction) =>
    transaction.integrationById(integrationId),
  )
  if (!integration) return
  // Removed while its refresh waited: there is nothing to read, and nothing that the owner would have to repair.
  if (task.kind === 'refresh' && integration.status === 'Available') return
  const run = createRun(environment, integration, lease, signal)
  if (task.kind === 'refresh') return refresh(run)
  if (integration.status !== 'Configured') {
    throw new LedgerpostError({
      code: 'not-configured',
      message: `The integration became ${integration.status} before the sync was done. Nothing is lost: once it is Configured again, the next Sync goes on.`,
    })
  }
  if (task.kind === 'resync') return send(run, task.recordId, sentByResync)
  await run.write((transaction) => beginOnce(run, transaction, task.recordId))
  if (environment.orderSource) await pullOrders(run, environment.orderSource, task.recordId)
  await packChanges(run, task.recordId)
  await send(run, null, sentBySync)
  await run.write((transaction) =>
    transaction.addSyncState(task.recordId, { status: 'Success', time: now(environment), message: null }),
  )
}

async function beginOnce(
  { environment }: Run,
  transaction: Parameters<Parameters<Run['write']>[0]>[0],
  recordId: string,
): Promise<void> {
  const record = await transaction.syncRecord(recordId)
  if (record?.status !== 'Queued') return
  await transaction.addSyncState(recordId, { status: 'InProgress', time: now(environment), message: null })
}

async function send(run: Run, recordId: string | null, statuses: readonly PacketStatus[]): Promise<void> {
  const { integration, signal } = run
  const waiting = await run.read((transaction) =>
    transaction.packetsByStatus(integration.id, { recordId, statuses, after: 0n, limit: 1 }),
  )
  if (waiting.length === 0) return
  const rules = await run.read((transaction) => transaction.rules(integration.id))
  const { configuration } = integration
  if (!configuration) {
    throw new LedgerpostError({
      code: 'not-inspected',
      message: 'The integrator’s configuration is not known. Call Refresh, then Sync again.',
    })
  }
  await withConnection(run.environment, integration, signal, (connection) =>
    sendPackets({ run, connection, configuration, lookup: mapLookup(rules) }, { recordId, statuses }),
  )
}

async function refresh(run: Run): Promise<void> {
  const { environment, integration, signal } = run
  const inspection = await withConnection(environment, integration, signal, (connection) =>
    inspect(environment, connection),
  )
  await run.write((transaction) => recordInspection(environment, transaction, integration.id, inspection))
}
