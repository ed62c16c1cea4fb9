import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import type { IntegratorAccount } from '@ledgerpost/core'
import type { XeroBooking } from '../bookings.js'
import { isAccountId } from '../wire/guid.js'

/** The word in SystemAccount for the accounts that Xero itself books to. */
export type SystemAccount = 'DEBTORS' | 'GST' | 'ROUNDING'

/**
 * An account as mapping sees it; undefined for one without an id. Lines may go to any account but bank accounts
 * and those that Xero books to itself (of which it opens the rounding account to others); payments go to bank
 * accounts in the organisation's currency and to those with payments enabled. In manual journals payments are lines too.
 */
export function accountOf(
  account: JsonRecord,
  currency: string,
  bookedAs: XeroBooking,
): IntegratorAccount | undefined {
  const id = textMember(account, 'AccountID')
  if (!isAccountId(id)) return undefined
  const type = textMember(account, 'Type') ?? 'UNKNOWN'
  const system = textMember(account, 'SystemAccount')
  const isBank = type === 'BANK'
  const takesLines = !isBank && (system === undefined || system === 'ROUNDING')
  const isForeign = (textMember(account, 'CurrencyCode') ?? currency) !== currency
  const isPayable = account['EnablePaymentsToAccount'] === true && system === undefined
  return {
    id,
    code: textMember(account, 'Code') ?? null,
    name: textMember(account, 'Name') ?? id,
    type,
    isActive: (textMember(account, 'Status') ?? 'ACTIVE') === 'ACTIVE',
    takesRevenue: takesLines,
    takesPayments: bookedAs === 'manual-journals' ? takesLines : (isBank || isPayable) && !isForeign,
  }
}

/** The id of the account that Xero books to itself for a purpose; null if the organisation has none. */
export function systemAccount(accounts: readonly JsonRecord[], system: SystemAccount): string | null {
  const account = accounts.find((each) => textMember(each, 'SystemAccount') === system)
  return (account && textMember(account, 'AccountID')) ?? null
}
