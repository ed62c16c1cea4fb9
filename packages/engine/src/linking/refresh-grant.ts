import { IntegratorError } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import { requireLasting, warnBeforeEnd } from './consent-end.js'
import { claimTime, type Exchanger, exchangeTokens } from './exchange-tokens.js'
import { rememberUnsaved, unsavedGrant } from './shared-refresh.js'
import { type GrantAddress, type ReadGrant, readGrant, sealGrant } from './stored-grant.js'

/** For how long another process is waited for, in milliseconds: longer than its claim, and with the call of our own 30 s in all. */
const longestWait = 20_000

const firstDelay = 250
const longestDelay = 1000

/** How often new tokens are tried to be saved; the waits between double from `firstDelay` on. */
const saveAttempts = 6

/**
 * Has a grant refreshed by one process of all: whoever claims it asks the integrator, and saves the new tokens before
 * anybody uses them; all others wait until they are there. No transaction is open while the integrator is asked.
 *
 * A claim of a process that died lapses. When an answer is lost, the next try sends the same refresh token: integrators
 * honour an exchanged one for a while.
 * @param isGood whether a grant that was read needs no refresh, for example because another process did it
 * @throws IntegratorError, or the signal's reason
 */
export async function refreshGrant(
  environment: EngineEnvironment,
  exchanger: Exchanger,
  address: GrantAddress,
  isGood: (grant: ReadGrant) => boolean,
  signal: AbortSignal,
): Promise<ReadGrant> {
  const { clock } = environment
  const giveUpAt = clock.now() + longestWait
  for (let delay = firstDelay; ; delay = Math.min(2 * delay, longestDelay)) {
    signal.throwIfAborted()
    const read = await readGrant(environment, exchanger.title, address)
    if (isGood(read)) return read
    requireLasting(exchanger.title, read.kept.grant, clock.now())
    const refreshed = await refreshClaimed(environment, exchanger, address, read)
    if (refreshed) return refreshed
    if (clock.now() + delay > giveUpAt) throw elsewhere(exchanger.title)
    await clock.sleep(delay, signal)
  }
}

/** Undefined if the grant must be read again: another process has it, or has just had it. */
async function refreshClaimed(
  environment: EngineEnvironment,
  exchanger: Exchanger,
  address: GrantAddress,
  read: ReadGrant,
): Promise<ReadGrant | undefined> {
  const { clock, store } = environment
  const { subscriberId, grantId } = address
  const { version } = read
  const claimant = environment.newToken()
  const claimedAt = clock.now()
  const isOurs = await store.transaction(subscriberId, (transaction) =>
    transaction.claimGrant({ id: grantId, version }, claimant, claimTime),
  )
  if (!isOurs) return undefined
  // They may be the only good ones, so they come before anything that the integrator would say now.
  const unsaved = unsavedGrant(environment, address)
  if (unsaved?.replaces === read.kept.grant.accessToken) {
    if (await save(environment, address, { kept: unsaved.kept, version: version + 1 }, claimant))
      rememberUnsaved(environment, address, undefined)
    return undefined
  }
  const refreshed = await exchangeClaimed(environment, exchanger, address, read, { claimant, claimedAt })
  if (!refreshed || !(await save(environment, address, refreshed, claimant))) return undefined
  rememberUnsaved(environment, address, undefined)
  warnBeforeEnd(environment, exchanger.title, address, read.kept, refreshed.kept)
  return refreshed
}

/** Asks the integrator; a claim that brought nothing is given back at once. */
async function exchangeClaimed(
  environment: EngineEnvironment,
  exchanger: Exchanger,
  address: GrantAddress,
  read: ReadGrant,
  { claimant, claimedAt }: { readonly claimant: string; readonly claimedAt: number },
): Promise<ReadGrant | undefined> {
  const { version } = read
  try {
    const kept = await exchangeTokens(environment, exchanger, address, read, claimedAt)
    if (kept) {
      rememberUnsaved(environment, address, { kept, replaces: read.kept.grant.accessToken })
      return { kept, version: version + 1 }
    }
  } catch (error) {
    await release(environment, address, claimant)
    throw error
  }
  await release(environment, address, claimant)
  return undefined
}

/**
 * Saves new tokens, trying again while the store is away; false if another process took the grant over meanwhile, or if they
 * were saved by a try that failed only afterwards.
 */
async function save(
  environment: EngineEnvironment,
  address: GrantAddress,
  { kept, version }: ReadGrant,
  claimant: string,
): Promise<boolean> {
  const { clock, logger, store } = environment
  const { subscriberId, grantId } = address
  const sealed = sealGrant(environment, address, kept)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.transaction(subscriberId, (transaction) =>
        transaction.replaceGrant({ id: grantId, sealed, version }, claimant),
      )
    } catch (error) {
      if (attempt === saveAttempts) throw error
      logger.warn(
        { subscriberId, grant: grantId, attempt, error },
        'New tokens could not be saved yet; they are kept in memory and saving is tried again.',
      )
      // Not cut short by anybody: the tokens that they replace may be worthless by now.
      await clock.sleep(firstDelay * 2 ** (attempt - 1))
    }
  }
}

async function release(
  environment: EngineEnvironment,
  { subscriberId, grantId }: GrantAddress,
  claimant: string,
): Promise<void> {
  try {
    await environment.store.transaction(subscriberId, (transaction) =>
      transaction.releaseGrant(grantId, claimant),
    )
  } catch (error) {
    // What the integrator said matters more.
    environment.logger.warn(
      { subscriberId, grant: grantId, error },
      `The claim on a grant could not be given back; it lapses after ${claimTime / 1000} s.`,
    )
  }
}

function elsewhere(title: string): IntegratorError {
  return new IntegratorError({
    kind: 'transient',
    message: `The access to ${title} is being refreshed elsewhere, which takes unusually long. It is tried again later.`,
  })
}
