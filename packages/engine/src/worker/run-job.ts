import { LedgerpostError, mapLookup, type PacketStatus } from '@ledgerpost/core'
import { inspect, recordInspection } from '../configuration/inspection.js'
import { type EngineEnvironment, now } from '../environment.js'
import { keepAlive } from '../linking/keep-alive.js'
import type { Integration } from '../ports/integration-store.js'
import type { HeldLease, Job } from '../ports/job-store.js'
import type { StoreTransaction } from '../ports/store.js'
import { sendPackets } from '../send/send-packets.js'
import { sweep } from '../sweep/sweep.js'
import { connected } from '../sync/connected.js'
import { packChanges } from '../sync/pack-changes.js'
import { pullOrders } from '../sync/pull-orders.js'
import { createRun, type Run } from '../sync/run.js'
import { unwatched } from '../steps/steps.js'

/** What a sync takes up: new packets, what was held, and what an earlier run left under way or in doubt. */
const sentBySync: readonly PacketStatus[] = ['Pending', 'Held', 'Sending', 'InDoubt']
const sentByResync: readonly PacketStatus[] = [...sentBySync, 'Rejected']

/** Does a job under its lease. Whatever it throws, the job may be done again and goes on where it stopped. */
export async function runJob(
  environment: EngineEnvironment,
  { task, subscriberId, integrationId }: Job,
  lease: HeldLease,
  signal: AbortSignal,
  sliceMilliseconds: number,
): Promise<void> {
  const { aroundStep = unwatched } = environment
  const integration = await aroundStep('job.read-integration', () =>
    environment.store.transaction(subscriberId, (transaction) => transaction.integrationById(integrationId)),
  )
  if (!integration) return
  // Removed while the job waited: there is nothing to read, and nothing that the owner would have to repair.
  const isReading = task.kind === 'refresh' || task.kind === 'sweep'
  if (isReading && integration.status === 'Available') return
  const run = createRun(environment, integration, lease, signal, sliceMilliseconds)
  switch (task.kind) {
    case 'sync':
      requireConfigured(integration)
      return sync(run, task.recordId)
    case 'resync':
      requireConfigured(integration)
      return send(run, task.recordId, sentByResync)
    case 'refresh':
      return refresh(run)
    case 'sweep':
      return sweep(run)
    case 'keep-alive':
      return keepAlive(run)
  }
}

function requireConfigured({ status }: Integration): void {
  if (status === 'Configured') return
  throw new LedgerpostError({
    code: 'not-configured',
    message: `The integration became ${status} before the sync was done. Nothing is lost: once it is Configured again, the next Sync goes on.`,
  })
}

async function sync(run: Run, recordId: string): Promise<void> {
  const { environment } = run
  await run.write('sync.begin', (transaction) => beginOnce(run, transaction, recordId))
  if (environment.orderSource) await pullOrders(run, environment.orderSource, recordId)
  await packChanges(run, recordId)
  await send(run, null, sentBySync)
  await run.write('sync.succeed', (transaction) =>
    transaction.addSyncState(recordId, { status: 'Success', time: now(environment), message: null }),
  )
}

async function beginOnce(
  { environment }: Run,
  transaction: StoreTransaction,
  recordId: string,
): Promise<void> {
  const record = await transaction.syncRecord(recordId)
  if (record?.status !== 'Queued') return
  await transaction.addSyncState(recordId, { status: 'InProgress', time: now(environment), message: null })
}

async function send(run: Run, recordId: string | null, statuses: readonly PacketStatus[]): Promise<void> {
  const { integration } = run
  const waiting = await run.read('send.read-waiting', (transaction) =>
    transaction.packetsByStatus(integration.id, { recordId, statuses, after: 0n, limit: 1 }),
  )
  if (waiting.length === 0) return
  const rules = await run.read('send.read-rules', (transaction) => transaction.rules(integration.id))
  const { configuration } = integration
  if (!configuration) {
    throw new LedgerpostError({
      code: 'not-inspected',
      message: 'The integrator’s configuration is not known. Call Refresh, then Sync again.',
    })
  }
  await connected(run, (connection) =>
    sendPackets({ run, connection, configuration, lookup: mapLookup(rules) }, { recordId, statuses }),
  )
}

async function refresh(run: Run): Promise<void> {
  const { environment, integration } = run
  const inspection = await connected(run, (connection) =>
    run.call('refresh.inspect', () => inspect(environment, connection)),
  )
  await run.write('refresh.record', (transaction) =>
    recordInspection(environment, transaction, integration.id, inspection),
  )
}
