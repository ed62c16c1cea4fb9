import { type Grant, IntegratorError } from '@ledgerpost/core'
import type { EngineEnvironment } from '../environment.js'
import type { GrantAddress, KeptGrant } from './stored-grant.js'

const day = 24 * 60 * 60_000

/** How long ahead the end of a consent is told, in milliseconds. */
const noticeTime = 30 * day

/** @throws IntegratorError with reason `reauthorise` once the consent has ended, which the integrator need not be asked */
export function requireLasting(title: string, { refreshExpiresAt }: Grant, time: number): void {
  if (refreshExpiresAt === undefined || refreshExpiresAt > time) return
  throw new IntegratorError({
    kind: 'reauthorise',
    message: `The consent to use ${title} ended on ${dateOf(refreshExpiresAt)}. Link it again; nothing is lost, packets wait.`,
  })
}

/** Once a day, says that a consent ends soon although it is used. */
export function warnBeforeEnd(
  { logger }: EngineEnvironment,
  title: string,
  { subscriberId, grantId }: GrantAddress,
  before: KeptGrant,
  after: KeptGrant,
): void {
  const end = after.grant.refreshExpiresAt
  if (end === undefined || end - after.refreshedAt > noticeTime) return
  const daysLeft = (time: number): number => Math.floor((end - time) / day)
  const wasTold = end - before.refreshedAt <= noticeTime && before.grant.refreshExpiresAt === end
  if (wasTold && daysLeft(before.refreshedAt) === daysLeft(after.refreshedAt)) return
  logger.warn(
    { subscriberId, grant: grantId, end: new Date(end).toISOString() },
    `The consent to use ${title} ends on ${dateOf(end)} and cannot be prolonged. Ask the owner to Link it again before.`,
  )
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
