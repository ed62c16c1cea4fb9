import type { IntegratorConfiguration } from '@ledgerpost/core'
import type { TrytonExtension } from '../configuration/extension.js'

const accountNames = [
  'Cash',
  'Card clearing',
  'Gift cards',
  'Tips',
  'Sales',
  'Retail',
  'Discounts',
  'Rounding',
  'Guests',
]
const taxNames = ['VAT 20', 'State and city']

/** The ids that the names have in `pureConfiguration`. */
export function pureIdOf(name: string): string {
  const account = accountNames.indexOf(name)
  return String(account >= 0 ? account + 1 : taxNames.indexOf(name) + 101)
}

const extension: TrytonExtension = {
  company: 1,
  journal: 5,
  currencyDigits: 3,
  party: null,
  partyAccounts: [pureIdOf('Guests')],
  periods: [
    { id: 1, start: '2025-01-01', end: '2025-12-31' },
    { id: 2, start: '2026-01-01', end: '2026-12-31' },
  ],
  taxes: {
    [pureIdOf('VAT 20')]: [{ tax: 101, rate: '0.20', saleAccount: 31, refundAccount: 32 }],
    [pureIdOf('State and city')]: [
      { tax: 103, rate: '0.06', saleAccount: 33, refundAccount: 33 },
      { tax: 104, rate: '0.0225', saleAccount: 34, refundAccount: 34 },
    ],
  },
}

/** What inspecting books might tell, for tests of what is pure. */
export function pureConfiguration(
  currency = 'EUR',
  changes: Partial<TrytonExtension> = {},
): IntegratorConfiguration {
  return {
    organisation: { name: 'Studio', currency, country: null, timeZone: null, lockedThrough: null },
    accounts: accountNames.map((name) => ({
      id: pureIdOf(name),
      code: null,
      name,
      type: 'Any',
      isActive: true,
      takesRevenue: true,
      takesPayments: true,
    })),
    taxRates: [],
    extension: { ...extension, ...changes },
  }
}
