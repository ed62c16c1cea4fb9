import { IntegratorError } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { LeaseLost } from '../errors.js'
import type { StoreTransaction } from '../ports/store.js'
import type { Run } from '../sync/run.js'
import { adapterOf } from './connect.js'
import { type ReadGrant, readGrant } from './stored-grant.js'
import { refreshOnce } from './tokens.js'

/**
 * A grant that was not refreshed for so long is refreshed although nobody needs it, in milliseconds. Xero lets refresh
 * tokens lapse that were not used for 60 days (developer.xero.com/documentation/guides/oauth2/token-types), others
 * for 100: several failed attempts fit in between.
 */
export const idleTime = 20 * 24 * 60 * 60_000

/** Looks after the integration's grant once the delay is over, in milliseconds. */
export function addKeepAlive(
  environment: EngineEnvironment,
  transaction: StoreTransaction,
  integrationId: string,
  delayMilliseconds: number,
): Promise<void> {
  const id = environment.newId()
  return transaction.addJob({ id, integrationId, task: { kind: 'keep-alive' }, delayMilliseconds })
}

/**
 * Refreshes the integration's grant if it has been idle, and looks after it again when it might be next. Ends with the
 * grant, or with the owner's consent; whatever else keeps it from being refreshed is tried again.
 * @throws IntegratorError
 */
export async function keepAlive(run: Run): Promise<void> {
  const { environment, integration } = run
  const { subscriberId, grantId, status } = integration
  // An inactive integration is linked anew before it does anything again.
  if (grantId === null || status === 'Inactive') return
  const { clock } = environment
  const idleSince = await run.call('keep-alive.exchange', () =>
    exchangeIfIdle(run, { subscriberId, grantId }),
  )
  await run.write('keep-alive.plan', async (transaction) => {
    const current = await transaction.integrationById(integration.id)
    // Removed meanwhile, or linked again, which has seen to it.
    if (current?.grantId !== grantId) return
    const delay = Math.min(Math.max(idleSince + idleTime - clock.now(), shortestDelay), idleTime)
    await addKeepAlive(environment, transaction, integration.id, delay)
  })
}

/** A grant that was good when it was looked at and idle when that was done is not looked at again at once. */
const shortestDelay = 60 * 60_000

/** Answers when the grant was refreshed last. */
async function exchangeIfIdle(
  { environment, integration, signal }: Run,
  address: { readonly subscriberId: string; readonly grantId: string },
): Promise<number> {
  const { clock } = environment
  const adapter = adapterOf(environment, integration.type)
  const isGood = ({ kept }: ReadGrant): boolean => clock.now() - kept.refreshedAt < idleTime
  try {
    const read = await readGrant(environment, adapter.manifest.title, address)
    const kept = isGood(read) ? read : await refreshOnce(environment, adapter, address, isGood, signal)
    return kept.kept.refreshedAt
  } catch (error) {
    if (signal.aborted || error instanceof LeaseLost || isForOwner(error)) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new IntegratorError(
      {
        kind: 'transient',
        message: `The access to ${adapter.manifest.title} could not be kept alive, which is tried again: ${why}`,
      },
      error,
    )
  }
}

function isForOwner(error: unknown): boolean {
  return error instanceof IntegratorError && error.reason.kind === 'reauthorise'
}
