import { fc } from '@fast-check/vitest'
import type {
  IntegratorAccount,
  IntegratorConfiguration,
  IntegratorTaxRate,
} from '../src/mapping/integrator-configuration.js'
import type { PlatformConfiguration } from '../src/mapping/platform-configuration.js'
import type { OccurringSource } from '../src/mapping/validate.js'

export function accountOf(
  id: string,
  name: string,
  type: string,
  change: Partial<IntegratorAccount> = {},
): IntegratorAccount {
  return { id, code: null, name, type, isActive: true, takesRevenue: true, takesPayments: true, ...change }
}

export function integratorRateOf(
  id: string,
  name: string,
  rate: string | null,
  change: Partial<IntegratorTaxRate> = {},
): IntegratorTaxRate {
  return { id, name, rate, isActive: true, appliesToRevenue: true, ...change }
}

export function integratorOf(
  accounts: readonly IntegratorAccount[],
  taxRates: readonly IntegratorTaxRate[] = [],
): IntegratorConfiguration {
  const organisation = { name: 'Studio', currency: 'EUR', country: null, timeZone: null, lockedThrough: null }
  return { organisation, accounts, taxRates, extension: {} }
}

/** Names by id: what there is of each kind, all of it active. Taxes are `[name, fraction]`. */
export function platformOf(names: {
  readonly taxRates?: Readonly<Record<string, readonly [name: string, value: string]>>
  readonly revenueCategories?: Readonly<Record<string, string>>
  readonly paymentMethods?: Readonly<Record<string, string>>
}): PlatformConfiguration {
  const active = { lastModifiedTime: null, status: 'Active' } as const
  return {
    id: '7',
    taxRates: Object.entries(names.taxRates ?? {}).map(([id, [name, value]]) => ({
      id,
      name,
      value,
      locationId: null,
      lastModifiedTime: null,
    })),
    revenueCategories: Object.entries(names.revenueCategories ?? {}).map(([id, name]) => ({
      id,
      name,
      ...active,
    })),
    paymentMethods: Object.entries(names.paymentMethods ?? {}).map(([id, name]) => ({
      id,
      name,
      type: null,
      ...active,
    })),
    products: [],
  }
}

const words = [
  'Retail',
  'Sales',
  'Gift',
  'Card',
  'Cash',
  'Bank',
  'Tax',
  'Income',
  'Account',
  'Credit',
  'Exempt',
  'Été',
]
const name = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((parts) => parts.join(' '))
const rate = fc.constantFrom('0', '0.08', '0.080', '0.0875', '0.1', '0.18', '1e-3')
const status = fc.constantFrom('Active', 'Inactive')

export const anyPlatform: fc.Arbitrary<PlatformConfiguration> = fc.record({
  id: fc.constant('7'),
  taxRates: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('01:01', '01:02', '02:01'),
      name,
      value: rate,
      locationId: fc.constant(null),
      lastModifiedTime: fc.constant(null),
    }),
    { selector: ({ id }) => id },
  ),
  revenueCategories: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('30', '31', '32'), name, lastModifiedTime: fc.constant(null), status }),
    { selector: ({ id }) => id },
  ),
  paymentMethods: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3'),
      name,
      type: fc.option(name),
      lastModifiedTime: fc.constant(null),
      status,
    }),
    { selector: ({ id }) => id },
  ),
  products: fc.constant([]),
})

const targetId = fc.constantFrom('a', 'b', 'c', 'd', 'e')

export const anyIntegrator: fc.Arbitrary<IntegratorConfiguration> = fc
  .record({
    accounts: fc.uniqueArray(
      fc.record({
        id: targetId,
        code: fc.constant(null),
        name,
        type: fc.constantFrom('BANK', 'REVENUE', 'CURRLIAB', 'Other Current Liability', 'Income', 'EXPENSE'),
        isActive: fc.boolean(),
        takesRevenue: fc.boolean(),
        takesPayments: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    ),
    taxRates: fc.uniqueArray(
      fc.record({
        id: targetId,
        name,
        rate: fc.option(rate),
        isActive: fc.boolean(),
        appliesToRevenue: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    ),
  })
  .map(({ accounts, taxRates }) => integratorOf(accounts, taxRates))

export const anyOccurring: fc.Arbitrary<readonly OccurringSource[]> = fc.subarray<OccurringSource>([
  { kind: 'taxRate', sourceId: 'none' },
  { kind: 'taxRate', sourceId: '01:01+01:02' },
  { kind: 'taxRate', sourceId: '01:01' },
  { kind: 'revenueCategory', sourceId: 'type:GiftCard' },
  { kind: 'revenueCategory', sourceId: 'rounding' },
  { kind: 'paymentMethod', sourceId: '1' },
  { kind: 'paymentMethod', sourceId: 'unlisted' },
])

export const anyRules = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('taxRate' as const, 'revenueCategory' as const, 'paymentMethod' as const),
    sourceId: fc.constantFrom('01:01', '01:01+01:02', 'none', '30', '31', '1', '2', 'rounding'),
    locationId: fc.constantFrom(null, '1'),
    integrationId: fc.constantFrom('a', 'b', 'c', 'gone'),
  }),
  { selector: ({ kind, sourceId, locationId }) => `${kind} ${sourceId} ${locationId}` },
)
