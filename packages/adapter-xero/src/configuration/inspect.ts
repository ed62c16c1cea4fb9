import { IntegratorError, type IntegratorConfiguration } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import type { XeroSettings } from '../settings.js'
import { accountOf, systemAccount } from './accounts.js'
import type { XeroExtension } from './extension.js'
import type { XeroOrganisation } from './organisation.js'
import { taxRateOf } from './tax-rates.js'
import { trackingCategoryOf } from './tracking-categories.js'

/** Reads what mapping, planning and rendering need, archived accounts, rates and categories included. @throws IntegratorError */
export async function inspect(
  client: Client,
  organisation: XeroOrganisation,
  settings: XeroSettings,
): Promise<IntegratorConfiguration> {
  const [accounts, taxRates, trackingCategories] = await Promise.all([
    client.list('Accounts'),
    client.list('TaxRates'),
    client.list('TrackingCategories', { includeArchived: 'true' }),
  ])
  const receivablesAccountId = systemAccount(accounts.elements, 'DEBTORS')
  if (receivablesAccountId === null) {
    throw new IntegratorError({
      kind: 'unknown-account',
      message: `${organisation.name} has no accounts receivable account in Xero: set up its chart of accounts, then Refresh.`,
    })
  }
  const { shortCode, version: _version, ...told } = organisation
  const extension: XeroExtension = {
    receivablesAccountId,
    salesTaxAccountId: systemAccount(accounts.elements, 'GST'),
    roundingAccountId: systemAccount(accounts.elements, 'ROUNDING'),
    contactName: settings.contactName,
    bookedAs: settings.bookedAs,
    tracking: settings.tracking,
    shortCode,
  }
  return {
    organisation: told,
    accounts: accounts.elements.flatMap(
      (account) => accountOf(account, organisation.currency, settings.bookedAs) ?? [],
    ),
    taxRates: taxRates.elements.flatMap((rate) => taxRateOf(rate) ?? []),
    trackingCategories: trackingCategories.elements.flatMap((category) => trackingCategoryOf(category) ?? []),
    extension: { ...extension },
  }
}
