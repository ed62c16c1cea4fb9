import type { IntegratorAccount, IntegratorConfiguration, IntegratorTaxRate } from '@ledgerpost/core'
import type { AccountKind } from './accounts/account-name.js'
import type { Chart } from './accounts/chart.js'
import type { PlainTextSettings } from './accounts/settings.js'
import type { Extension } from './render/extension.js'
import { untaxed } from './render/postings.js'

const taxParent = 'Liabilities:Tax:'
const revenueKinds = new Set<AccountKind>(['Revenue', 'Expense', 'Liability', 'Equity'])
const paymentKinds = new Set<AccountKind>(['Asset', 'Cash', 'Liability'])

/** What mapping can point to: the accounts of the chart, and as tax rates those below `Liabilities:Tax:`. */
export function configurationOf(
  chart: Chart,
  subscriberId: string,
  settings: PlainTextSettings,
): IntegratorConfiguration {
  const extension: Extension = {
    currencies: [...chart.currencies].toSorted(),
    takesAnyCurrency: settings.currency === undefined,
  }
  return {
    organisation: {
      name: `Plain-text books of ${subscriberId}`,
      currency: settings.currency ?? null,
      country: null,
      timeZone: null,
      lockedThrough: chart.lockedThrough,
    },
    accounts: [...chart.accounts].map(([name, kind]) => accountOf(name, kind)),
    taxRates: [
      { ...rateOf(untaxed), name: 'No tax' },
      ...[...chart.accounts.keys()].filter((name) => name.startsWith(taxParent)).map(rateOf),
    ],
    extension,
  }
}

function accountOf(name: string, kind: AccountKind): IntegratorAccount {
  return {
    id: name,
    code: null,
    name,
    type: kind,
    isActive: true,
    takesRevenue: revenueKinds.has(kind),
    takesPayments: paymentKinds.has(kind),
  }
}

function rateOf(id: string): IntegratorTaxRate {
  const name = id.replace(taxParent, '').replaceAll(':', ' ')
  return { id, name, rate: null, isActive: true, appliesToRevenue: true }
}
