import { type JsonRecord, recordMember } from '@ledgerpost/adapter-kit'
import { type CalendarDate, type CurrencyCode, isCalendarDate, isCurrencyCode } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import { notUnderstood } from '../errors/failure.js'
import type { QuickBooksOnlineExtension } from './extension.js'
import { refOf } from '../wire/reference.js'

export interface CompanyPreferences {
  readonly currency: CurrencyCode
  readonly isMulticurrency: boolean
  /** The last day of the closed books; null if none are closed. */
  readonly lockedThrough: CalendarDate | null
  readonly usesSalesTax: boolean
  readonly hasAutomatedSalesTax: boolean
  /** Whether numbers of receipts are the user's to choose. */
  readonly hasCustomNumbers: boolean
  readonly classTracking: QuickBooksOnlineExtension['classTracking']
  readonly tracksDepartments: boolean
}

const what = 'select from Preferences'

/** @throws IntegratorError */
export async function readPreferences(client: Client): Promise<CompanyPreferences> {
  const [preferences] = await client.rows('Preferences')
  if (!preferences) throw notUnderstood(what, 'there are none')
  const accounting = recordMember(preferences, 'AccountingInfoPrefs')
  const currencies = recordMember(preferences, 'CurrencyPrefs') ?? {}
  const taxes = recordMember(preferences, 'TaxPrefs') ?? {}
  const forms = recordMember(preferences, 'SalesFormsPrefs') ?? {}
  // To overlook a closed period would be to write into it.
  if (!accounting) throw notUnderstood(what, 'it has no AccountingInfoPrefs')
  const currency = refOf(currencies, 'HomeCurrency')
  if (currency === undefined || !isCurrencyCode(currency))
    throw notUnderstood(what, 'it names no home currency')
  return {
    currency,
    isMulticurrency: currencies['MultiCurrencyEnabled'] === true,
    lockedThrough: closeDateOf(accounting),
    usesSalesTax: taxes['UsingSalesTax'] === true,
    hasAutomatedSalesTax: taxes['PartnerTaxEnabled'] !== undefined,
    hasCustomNumbers: forms['CustomTxnNumbers'] === true,
    classTracking: classTrackingOf(accounting),
    tracksDepartments: accounting['TrackDepartments'] === true,
  }
}

function classTrackingOf(accounting: JsonRecord): CompanyPreferences['classTracking'] {
  if (accounting['ClassTrackingPerTxnLine'] === true) return 'line'
  return accounting['ClassTrackingPerTxn'] === true ? 'transaction' : 'none'
}

function closeDateOf(accounting: JsonRecord): CalendarDate | null {
  const value = accounting['BookCloseDate']
  if (value === undefined || value === null || value === '') return null
  const date = typeof value === 'string' ? value.slice(0, 10) : ''
  if (!isCalendarDate(date)) throw notUnderstood(what, 'its BookCloseDate is not a date')
  return date
}
