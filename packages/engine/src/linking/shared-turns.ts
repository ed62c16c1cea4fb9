import type { CallLimit, Manifest, Reason, SharedTurns } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import type { Integration } from '../ports/integration-store.js'
import type { RateBucket } from '../ports/rate-store.js'

/**
 * Every span is taken to be this much longer, in milliseconds: calls that had their turns at the right times reach the
 * integrator a little later, each by another time.
 */
const wayToIntegrator = 1000

/**
 * The turns of an integration's calls, as the store gives them to all processes; undefined for an adapter without
 * limits. Waiting is outside of any transaction.
 * @throws RangeError if a limit of the manifest makes no sense
 */
export function sharedTurns(
  { store, clock, logger }: Pick<EngineEnvironment, 'store' | 'clock' | 'logger'>,
  manifest: Pick<Manifest, 'type' | 'callLimits'>,
  { id, organisationId }: Pick<Integration, 'id' | 'organisationId'>,
): SharedTurns | undefined {
  const { type, callLimits = [] } = manifest
  if (callLimits.length === 0) return undefined
  const keyOf = ({ scope, span }: CallLimit): string =>
    JSON.stringify(scope === 'app' ? [type, span] : [type, span, organisationId ?? id])
  const buckets = callLimits.map((limit) => bucketOf(limit, keyOf(limit)))
  const ofOrganisation = callLimits.filter(({ scope }) => scope === 'organisation').map(keyOf)

  return {
    async take(longestWait, signal) {
      let turn: { readonly isTaken: boolean; readonly wait: number }
      try {
        turn = await store.acrossSubscribers((transaction) => transaction.takeTurn(buckets, longestWait))
      } catch (error) {
        logger.warn({ integration: id, error }, 'No turn at the integrator could be taken; no call is made.')
        return unanswered
      }
      if (!turn.isTaken) return tooLong(turn.wait)
      if (turn.wait <= 0) return undefined
      try {
        await clock.sleep(turn.wait, signal)
        return undefined
      } catch (error) {
        if (!signal?.aborted) throw error
        return stopped
      }
    },
    async pause(milliseconds) {
      try {
        await store.acrossSubscribers(async (transaction) => {
          for (const key of ofOrganisation) await transaction.pauseBucket(key, milliseconds)
        })
      } catch (error) {
        logger.warn(
          { integration: id, error },
          'Other processes could not be told that the integrator wants a pause; each learns it by itself.',
        )
      }
    },
  }
}

function bucketOf({ count, span, burst }: CallLimit, key: string): RateBucket {
  if (burst < 1 || burst >= count || span <= 0) {
    throw new RangeError(
      `A limit of ${count} calls in ${span} ms with a burst of ${burst} cannot be kept; the adapter's manifest needs 1 <= burst < count.`,
    )
  }
  return { key, count, span: span + wayToIntegrator, burst }
}

const unanswered: Reason = {
  kind: 'transient',
  message:
    'The database did not answer whose turn it is at the integrator; the call was not made and is tried again later.',
}

const stopped: Reason = {
  kind: 'transient',
  message: 'The work was stopped before the call; it goes on when it is taken up again.',
}

function tooLong(wait: number): Reason {
  const seconds = Math.ceil(wait / 1000)
  return {
    kind: 'rate-limited',
    message: `The integrator's limits, which all processes share, allow no call for another ${seconds} s; the work goes on after that.`,
    retryAfter: Math.ceil(wait),
  }
}
