import type { IntegratorConfiguration, MapAssignment } from '@ledgerpost/core'
import {
  defaultOrganisation,
  type FakeAccount,
  type FakeOrganisationSeed,
} from '@ledgerpost/adapter-xero/fake'
import { studioMappingKeys } from '@ledgerpost/testkit'

const { taxSets, categories, paymentMethods } = studioMappingKeys()

/** Which account or tax rate of the books stands for what. */
export interface Chart {
  readonly methodOf: ReadonlyMap<string, string>
  readonly categoryOf: ReadonlyMap<string, string>
  readonly taxSetOf: ReadonlyMap<string, string>
}

const methodAccounts = paymentMethods.map((id, index) => [accountId(2000 + index), id] as const)
const categoryAccounts = categories.map((id, index) => [accountId(1000 + index), id] as const)
const taxTypes = taxSets.map((id, index) => [id === 'none' ? 'NONE' : `TAX${101 + index}`, id] as const)

/** The account of the services, which most orders have. */
export const servicesAccount = categoryAccounts.find(([, id]) => id === '1')?.[0] ?? ''

/** An account for every method and category and a rate for every tax set, so that books can be read back. */
export const chart: Chart = {
  methodOf: new Map(methodAccounts),
  categoryOf: new Map(categoryAccounts),
  taxSetOf: new Map(taxTypes),
}

export const assignments: readonly MapAssignment[] = [
  ...methodAccounts.map(([account, id]) => assign('paymentMethod', id, account)),
  ...categoryAccounts.map(([account, id]) => assign('revenueCategory', id, account)),
  ...taxTypes.map(([taxType, id]) => assign('taxRate', id, taxType)),
]

function assign(kind: MapAssignment['kind'], sourceId: string, integrationId: string): MapAssignment {
  return { kind, sourceId, locationId: null, integrationId }
}

export function organisationOf(tenantId: string, name: string): FakeOrganisationSeed {
  return {
    ...defaultOrganisation,
    tenantId,
    name,
    accounts: [
      ...defaultOrganisation.accounts.filter(({ SystemAccount }) => SystemAccount !== undefined),
      ...methodAccounts.map(([id, name_]) => accountOf(id, `method ${name_}`, 'BANK', 'ASSET')),
      ...categoryAccounts.map(([id, name_]) => accountOf(id, `category ${name_}`, 'REVENUE', 'REVENUE')),
    ],
    taxRates: taxTypes.map(([TaxType, id]) => ({
      Name: id === 'none' ? 'Tax Exempt' : `taxes ${id}`,
      TaxType,
      EffectiveRate: id === 'none' || id.endsWith(':03') ? 0 : 8.25,
      CanApplyToRevenue: true,
      Status: 'ACTIVE' as const,
    })),
  }
}

/** The same chart as the configuration of a loose ledger. */
export function looseConfiguration(): IntegratorConfiguration {
  const account = (id: string, name: string, takesPayments: boolean) => ({
    id,
    code: null,
    name,
    type: 'any',
    isActive: true,
    takesRevenue: !takesPayments,
    takesPayments,
  })
  return {
    organisation: {
      name: 'Loose books',
      currency: 'USD',
      country: 'US',
      timeZone: null,
      lockedThrough: null,
    },
    accounts: [
      ...methodAccounts.map(([id, name]) => account(id, `method ${name}`, true)),
      ...categoryAccounts.map(([id, name]) => account(id, `category ${name}`, false)),
    ],
    taxRates: taxTypes.map(([id, name]) => ({
      id,
      name,
      rate: null,
      isActive: true,
      appliesToRevenue: true,
    })),
    extension: {},
  }
}

/** The accounts that a loose ledger books receivables and taxes to. */
export const looseAccounts = { receivable: 'receivable', salesTax: 'sales tax' } as const

function accountOf(AccountID: string, Name: string, Type: string, Class: FakeAccount['Class']): FakeAccount {
  return {
    AccountID,
    Code: AccountID.slice(-4),
    Name,
    Type,
    Class,
    Status: 'ACTIVE',
    TaxType: 'NONE',
    EnablePaymentsToAccount: false,
  }
}

function accountId(code: number): string {
  return `acc00000-0000-4000-8000-${String(code).padStart(12, '0')}`
}
