import { type JsonRecord, textMember } from '@ledgerpost/adapter-kit'
import { IntegratorError } from '@ledgerpost/core'
import type { QuickBooksOnlineSettings } from '../settings.js'
import { isSalesTaxAccount } from './accounts.js'

export interface SalesTaxAccount {
  /** Null in a company without. */
  readonly id: string | null
  /** Whether it is the only one, or the one that the owner chose. */
  readonly isCertain: boolean
}

/**
 * The account that sales tax is owed on: the one that the settings name, else the first active one. With several tax
 * agencies there are several, and which of them QuickBooks takes for a receipt it does not tell beforehand.
 * @throws IntegratorError `unknown-account` when the settings name one that does not exist
 */
export function salesTaxAccountOf(
  accounts: readonly JsonRecord[],
  { salesTaxAccountId }: QuickBooksOnlineSettings,
): SalesTaxAccount {
  if (salesTaxAccountId !== undefined) {
    if (accounts.some((account) => textMember(account, 'Id') === salesTaxAccountId))
      return { id: salesTaxAccountId, isCertain: true }
    throw new IntegratorError({
      kind: 'unknown-account',
      message: `The sales tax account ${salesTaxAccountId} of the settings does not exist in QuickBooks. Link again and name one that does.`,
    })
  }
  const ids = accounts
    .filter((account) => isSalesTaxAccount(account) && account['Active'] !== false)
    .flatMap((account) => textMember(account, 'Id') ?? [])
    .toSorted((left, right) => left.length - right.length || (left < right ? -1 : 1))
  return { id: ids[0] ?? null, isCertain: ids.length === 1 }
}
