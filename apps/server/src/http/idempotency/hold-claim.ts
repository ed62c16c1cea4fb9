import type { Clock, Logger } from '@ledgerpost/core'
import { limits } from '../../limits.js'

/**
 * Does the work while a claim is held: prolongs it well before it expires.
 * @param prolong false once the claim is lost
 */
export async function holdingClaim<Result>(
  work: () => Promise<Result>,
  prolong: () => Promise<boolean>,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): Promise<Result> {
  const done = new AbortController()
  const holding = hold(done.signal)
  try {
    return await work()
  } finally {
    done.abort()
    await holding
  }

  async function hold(signal: AbortSignal): Promise<void> {
    try {
      let isHeld = true
      while (isHeld) {
        await clock.sleep(limits.claimMilliseconds / 3, signal)
        isHeld = await prolong()
      }
    } catch (error) {
      // The work goes on: at worst somebody else repeats it.
      if (!signal.aborted) logger.warn({ error }, 'The claim of an Idempotency-Key could not be prolonged.')
    }
  }
}
