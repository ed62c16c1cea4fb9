import { LedgerpostError } from '@ledgerpost/core'
import { flagBrokenRules } from '../configuration/inspection.js'
import { type EngineEnvironment, now, type User } from '../environment.js'
import { subscriberOf } from '../linking/integration-of.js'
import type { StoreTransaction } from '../ports/store.js'
import { openSync } from '../sync/open-sync.js'
import { nextSyncOf } from './apply-schedule.js'

/** Who calls for scheduled syncs, in the histories. */
const scheduler: User = { userId: 'scheduler', userName: 'Schedule' }

const batch = 100
/** After a fault of its own an integration is tried again so much later, in milliseconds. */
const faultDelay = 15 * 60_000

type Outcome = 'started' | 'left-out' | 'put-off' | 'not-due'

interface Scheduled {
  readonly subscriberId: string
  readonly integrationId: string
}

/**
 * Starts the syncs whose time has come, each in a transaction that also sets its next time: any number of processes may
 * do so at once. Several days that were missed are one sync. Returns how many were started.
 * @throws what the store throws when it cannot be reached; what was not started stays due
 */
export async function startDueSyncs(environment: EngineEnvironment, signal: AbortSignal): Promise<number> {
  let started = 0
  for (;;) {
    const due = await environment.store.acrossSubscribers((queue) =>
      queue.dueSchedules(now(environment), batch),
    )
    if (due.length === 0) return started
    for (const each of rotated(environment, due)) {
      if (signal.aborted) return started
      const outcome = await startOrPutOff(environment, each)
      if (outcome === 'started') started += 1
      // Another process has been here: what it left is elsewhere.
      if (outcome === 'not-due') break
    }
  }
}

/** From anywhere on, so that several processes do not wait for each other at every single one. */
function rotated(environment: EngineEnvironment, due: readonly Scheduled[]): readonly Scheduled[] {
  const chance = Number.parseInt(environment.digest(environment.newId()).slice(0, 8), 16)
  const first = chance % due.length
  return [...due.slice(first), ...due.slice(0, first)]
}

async function startOrPutOff(environment: EngineEnvironment, scheduled: Scheduled): Promise<Outcome> {
  const { subscriberId, integrationId } = scheduled
  try {
    return await environment.store.transaction(subscriberId, (transaction) =>
      start(environment, transaction, integrationId),
    )
  } catch (error) {
    if (error instanceof LedgerpostError && error.isRetryable) throw error
    environment.logger.error(
      { ...scheduled, error },
      'A scheduled sync could not be started; it is tried again in a quarter of an hour.',
    )
    const later = new Date(environment.clock.now() + faultDelay).toISOString()
    await environment.store.transaction(subscriberId, (transaction) =>
      transaction.saveSchedule(integrationId, later),
    )
    return 'put-off'
  }
}

async function start(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  integrationId: string,
): Promise<Outcome> {
  const due = await transaction.lockSchedule(integrationId)
  // Another process was faster.
  if (due === null || due > now(environment)) return 'not-due'
  const integration = await transaction.integrationById(integrationId)
  const syncAt = integration?.preferences?.syncAt ?? null
  if (!integration || syncAt === null) {
    await transaction.saveSchedule(integrationId, null)
    return 'left-out'
  }
  const { terms } = await subscriberOf(transaction, integration.subscriberId)
  await transaction.saveSchedule(
    integrationId,
    nextSyncOf(environment, integrationId, syncAt, terms.timeZone),
  )
  if (integration.status !== 'Configured') return 'left-out'
  if ((await flagBrokenRules(environment, transaction, integrationId)).length > 0) return 'left-out'
  const { isNew } = await openSync(environment, transaction, integrationId, scheduler)
  return isNew ? 'started' : 'left-out'
}
