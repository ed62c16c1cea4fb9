import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import { type CalendarDate, type IntegratorConfiguration, isCurrencyCode } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import { notUnderstood } from '../errors/failure.js'
import { dateOfWire } from '../wire/dates.js'
import { ianaZoneOf } from './time-zones.js'

export interface XeroOrganisation extends NonNullable<IntegratorConfiguration['organisation']> {
  readonly currency: string
  readonly shortCode: string | null
  /** The edition of Xero (`AU`, `UK`, `GLOBALONRAMP`); null if it was not told. */
  readonly version: string | null
}

/** Reads the organisation. @throws IntegratorError */
export async function readOrganisation(client: Client): Promise<XeroOrganisation> {
  const { elements } = await client.list('Organisations', {}, '/Organisation')
  const [organisation] = elements
  if (!organisation) throw notUnderstood('GET /Organisation', 'it names no organisation')
  const currency = textMember(organisation, 'BaseCurrency')
  if (currency === undefined || !isCurrencyCode(currency)) {
    throw notUnderstood('GET /Organisation', 'it names no currency')
  }
  return {
    name: textMember(organisation, 'Name') ?? 'Xero organisation',
    currency,
    country: textMember(organisation, 'CountryCode') ?? null,
    timeZone: ianaZoneOf(textMember(organisation, 'Timezone')),
    lockedThrough: laterOf(
      lockDate(organisation, 'PeriodLockDate'),
      lockDate(organisation, 'EndOfYearLockDate'),
    ),
    shortCode: textMember(organisation, 'ShortCode') ?? null,
    version: textMember(organisation, 'Version') ?? null,
  }
}

function lockDate(organisation: JsonRecord, name: string): CalendarDate | null {
  const value = organisation[name]
  if (value === undefined || value === null || value === '') return null
  const date = dateOfWire(value)
  // To overlook a lock would be to write into it.
  if (date === undefined) throw notUnderstood('GET /Organisation', `its ${name} is not a date`)
  return date
}

function laterOf(left: CalendarDate | null, right: CalendarDate | null): CalendarDate | null {
  if (left === null || right === null) return left ?? right
  return left > right ? left : right
}
