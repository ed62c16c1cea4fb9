import type { EngineEnvironment } from '../environment.js'
import { type GrantAddress, openGrant, reseal } from './stored-grant.js'

/** What became of all grants. */
export interface ResealReport {
  /** Sealed with the current key now, and with an older one before. */
  readonly resealed: number
  /** Sealed with the current key already. */
  readonly current: number
  /** Still sealed with another key, each with a line in the log. */
  readonly left: number
}

const pageSize = 100

/** How often a grant that is being refreshed is looked at again, and the wait between, in milliseconds. */
const looks = 30
const delay = 1000

/**
 * Seals every subscriber's grants with the current key, while everything else goes on. May be repeated: it goes on with
 * what is left.
 */
export async function resealGrants(environment: EngineEnvironment): Promise<ResealReport> {
  const report = { resealed: 0, current: 0, left: 0 }
  let after: string | null = null
  for (;;) {
    const page = await subscribersAfter(environment, after)
    const last = page.at(-1)
    if (last === undefined) return report
    for (const subscriberId of page) {
      const grants = await environment.store.transaction(subscriberId, (transaction) => transaction.grants())
      for (const { id: grantId } of grants) {
        const outcome = await resealGrant(environment, { subscriberId, grantId })
        if (outcome !== 'gone') report[outcome] += 1
      }
    }
    after = last
  }
}

function subscribersAfter(environment: EngineEnvironment, after: string | null): Promise<readonly string[]> {
  return environment.store.acrossSubscribers((transaction) =>
    transaction.subscribersWithIntegrations(after, pageSize),
  )
}

async function resealGrant(
  environment: EngineEnvironment,
  address: GrantAddress,
): Promise<keyof ResealReport | 'gone'> {
  const { clock, logger, secrets, store } = environment
  const { subscriberId, grantId } = address
  for (let look = 1; look <= looks; look += 1) {
    const stored = await store.transaction(subscriberId, (transaction) => transaction.grant(grantId))
    if (!stored) return 'gone'
    if (secrets.isCurrent(stored.sealed)) return look === 1 ? 'current' : 'resealed'
    try {
      if (await reseal(environment, address, openGrant(environment, address, stored))) return 'resealed'
    } catch (error) {
      logger.error(
        { subscriberId, grant: grantId, error },
        'A grant could not be sealed with the current key. Give the server the key that it was sealed with, and repeat; if that is lost, the owner must Link again.',
      )
      return 'left'
    }
    await clock.sleep(delay)
  }
  logger.error(
    { subscriberId, grant: grantId },
    'A grant could not be sealed with the current key, because it is being refreshed all the time. Repeat it later.',
  )
  return 'left'
}
