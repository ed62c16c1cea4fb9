import { IntegratorError, type Reason } from '@ledgerpost/core'
import { ConnectionPaused } from './paused.js'
import type { Sending } from './sending.js'

/** Tries of one call before the job is put off, and the longest wait for the next try, in milliseconds. */
const maximumTries = 6
const longestWait = 90_000

/**
 * Makes a call that changes nothing at the integrator, waiting and trying again while the connection is the problem.
 * @throws ConnectionPaused when that takes too long or the owner must link again
 */
export async function patiently<Result>(sending: Sending, call: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof IntegratorError)) throw error
      await waitOrPause(sending, error.reason, tries)
    }
  }
}

/** Waits before the next try, as long as the integrator asked for or ever longer. @throws ConnectionPaused */
export async function waitOrPause({ run }: Sending, reason: Reason, tries: number): Promise<void> {
  const wait = reason.retryAfter ?? Math.min(1000 * 2 ** tries, 60_000)
  const isPassing = reason.kind === 'rate-limited' || reason.kind === 'transient'
  if (!isPassing || tries >= maximumTries || wait > longestWait) throw new ConnectionPaused(reason)
  await run.wait('send.wait-to-retry', wait)
}
