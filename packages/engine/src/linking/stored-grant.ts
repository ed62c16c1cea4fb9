import { type Grant, IntegratorError } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import type { StoredGrant } from '../ports/grant-store.js'

/** Where a grant is stored. */
export interface GrantAddress {
  readonly subscriberId: string
  readonly grantId: string
}

/** What is sealed of a consent. Times are milliseconds since 1970 UTC. */
export interface KeptGrant {
  readonly grant: Grant
  /** The refresh token that `grant` was had for; null if it was had for the owner's consent, or if the token stayed the same. */
  readonly previous: string | null
  /** When the tokens of `grant` were asked for. */
  readonly refreshedAt: number
  readonly consentedAt: number
}

/** A grant as it was read. */
export interface ReadGrant {
  readonly kept: KeptGrant
  readonly version: number
}

/** Seals what the owner has just consented to. */
export function sealConsent(environment: EngineEnvironment, address: GrantAddress, grant: Grant): string {
  const time = environment.clock.now()
  return sealGrant(environment, address, { grant, previous: null, refreshedAt: time, consentedAt: time })
}

export function sealGrant(environment: EngineEnvironment, address: GrantAddress, kept: KeptGrant): string {
  return environment.secrets.seal(JSON.stringify(kept), contextOf(address))
}

/** @throws IntegratorError with reason `reauthorise` if there is no such grant any more */
export async function readGrant(
  environment: EngineEnvironment,
  title: string,
  address: GrantAddress,
): Promise<ReadGrant> {
  const stored = await environment.store.transaction(address.subscriberId, (transaction) =>
    transaction.grant(address.grantId),
  )
  if (!stored) throw gone(title)
  const read = openGrant(environment, address, stored)
  if (environment.secrets.isCurrent(stored.sealed)) return read
  return (await resealOnTheWay(environment, address, read)) ? { ...read, version: read.version + 1 } : read
}

export function openGrant(
  environment: EngineEnvironment,
  address: GrantAddress,
  { sealed, version }: StoredGrant,
): ReadGrant {
  const kept: unknown = JSON.parse(environment.secrets.open(sealed, contextOf(address)))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealGrant wrote it: the box opens nothing else
  return { kept: kept as KeptGrant, version }
}

/** Seals a grant that was read with the current key; false if it is being refreshed or was changed. */
export async function reseal(
  environment: EngineEnvironment,
  address: GrantAddress,
  { kept, version }: ReadGrant,
): Promise<boolean> {
  const { subscriberId, grantId } = address
  const claimant = environment.newToken()
  const sealed = sealGrant(environment, address, kept)
  return environment.store.transaction(
    subscriberId,
    async (transaction) =>
      // The claim is over with the transaction: the replacement ends it.
      (await transaction.claimGrant({ id: grantId, version }, claimant, 1000)) &&
      (await transaction.replaceGrant({ id: grantId, sealed, version: version + 1 }, claimant)),
  )
}

/** Whoever reads wants the grant, and has it: that it could not be sealed anew is told, and tried at the next reading. */
async function resealOnTheWay(
  environment: EngineEnvironment,
  address: GrantAddress,
  read: ReadGrant,
): Promise<boolean> {
  try {
    return await reseal(environment, address, read)
  } catch (error) {
    environment.logger.warn(
      { subscriberId: address.subscriberId, grant: address.grantId, error },
      'A grant could not be sealed with the current key yet; it is tried again when it is next read.',
    )
    return false
  }
}

export function gone(title: string): IntegratorError {
  return new IntegratorError({
    kind: 'reauthorise',
    message: `${title} is not linked any more. Link it again; nothing is lost, packets wait.`,
  })
}

/** Binds what is sealed to its owner and its place: moved to another row, it cannot be opened. */
function contextOf({ subscriberId, grantId }: GrantAddress): string {
  return JSON.stringify([subscriberId, grantId])
}
