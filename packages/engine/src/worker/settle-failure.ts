import { IntegratorError, isConnectionReason, LedgerpostError, OrderSourceError } from '@ledgerpost/core'
import { type EngineEnvironment, now } from '../environment.js'
import { LeaseLost } from '../errors.js'
import type { Job, Lease } from '../ports/job-store.js'
import { ConnectionPaused } from '../send/paused.js'
import { unwatched } from '../steps/steps.js'

/** Tries of a job before its sync is Failed, and the longest wait between them, in milliseconds. */
const maximumAttempts = 5
const longestDelay = 15 * 60_000
/** A sweep waits so long for the owner to link again, in milliseconds: it is urgent to nobody. */
const sweepDelay = 24 * 3_600_000

/**
 * What is done when a job threw: it is put off and done again, or, if that cannot help, its sync is Failed with what
 * happened and what to do. Nothing that was packed or sent is lost either way.
 */
export async function settleFailure(
  environment: EngineEnvironment,
  job: Job,
  lease: Lease,
  error: unknown,
): Promise<void> {
  const { store, logger } = environment
  if (error instanceof LeaseLost) {
    logger.warn({ job: job.id, integration: job.integrationId }, error.message)
    return
  }
  const reason =
    error instanceof ConnectionPaused || error instanceof IntegratorError ? error.reason : undefined
  const isUnlinked = reason?.kind === 'reauthorise'
  const isWaitingSweep = isUnlinked && job.task.kind === 'sweep'
  const needsOwner = isUnlinked && !isWaitingSweep
  const isHopeless =
    needsOwner || (error instanceof LedgerpostError && !error.isRetryable && reason === undefined)
  const message = error instanceof LedgerpostError ? error.message : unexpected(job)
  logger.error({ job: job.id, task: job.task.kind, integration: job.integrationId, error }, message)
  const { aroundStep = unwatched } = environment
  await aroundStep('job.fail', () =>
    store.transaction(job.subscriberId, async (transaction) => {
      await transaction.assertLease(lease)
      if (needsOwner || isDefect(error)) {
        await transaction.updateIntegration(job.integrationId, {
          status: 'Error',
          lastModifiedTime: now(environment),
        })
      }
      const willPass =
        (reason !== undefined && isConnectionReason(reason.kind)) ||
        (error instanceof OrderSourceError && error.fault === 'unavailable')
      if (!isHopeless && (willPass || job.attempts < maximumAttempts)) {
        const asked = error instanceof OrderSourceError ? error.retryAfter : reason?.retryAfter
        const delay = Math.min(asked ?? 1000 * 4 ** job.attempts, longestDelay)
        await transaction.postponeJob(job.id, lease, isWaitingSweep ? sweepDelay : delay)
        return
      }
      if (job.task.kind === 'sync') {
        await transaction.addSyncState(job.task.recordId, {
          status: 'Failed',
          time: now(environment),
          message,
        })
      }
      await transaction.finishJob(job.id, lease)
    }),
  )
}

function isDefect(error: unknown): boolean {
  return error instanceof LedgerpostError && error.code === 'conservation-violated'
}

function unexpected(job: Job): string {
  return `The ${job.task.kind} was interrupted by an unexpected error, which the server has logged under job ${job.id}. Nothing is lost: call Sync again.`
}
