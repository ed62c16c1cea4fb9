import { defaultOrganisation, type FakeAccount, startFakeXero } from '@ledgerpost/adapter-xero/fake'
import { z } from 'zod'
import type { PlannedAccount } from './account-plan.js'
import type { DemoLedger } from './demo-ledger.js'
import type { LedgerRow } from './ledger-entry.js'
import type { Platform, Source } from './sources.js'

const salesTax = '820'
const receivable = '610'

const ledgerRows = z.array(
  z.object({
    date: z.string(),
    account: z.object({ code: z.string().nullable(), name: z.string() }),
    amount: z.string(),
    taxType: z.string().nullable(),
  }),
)

/**
 * A fake Xero, served over HTTP in this process so that it outlives the server's kills, with an account or tax rate
 * for each source. What it booked is read from its own ledger, past its API.
 */
export async function xeroLedger(platform: Platform, plan: readonly PlannedAccount[]): Promise<DemoLedger> {
  const taxes = plan.filter(({ source }) => source.kind === 'taxSet')
  const taxTypes = new Map(taxes.map(({ source }, index) => [`TAX${String(index + 101)}`, source]))
  const sources = new Map(
    plan.filter(({ source }) => source.kind !== 'taxSet').map(({ source, account }) => [account, source]),
  )
  const fake = await startFakeXero({
    rateLimits: false,
    organisations: [
      {
        ...defaultOrganisation,
        currency: platform.currency,
        accounts: [
          ...defaultOrganisation.accounts.filter(({ SystemAccount }) => SystemAccount !== undefined),
          ...[...sources].map(([name, source], index) => accountOf(name, source, index)),
        ],
        taxRates: [
          {
            Name: 'Tax Exempt',
            TaxType: 'NONE',
            EffectiveRate: 0,
            CanApplyToRevenue: true,
            Status: 'ACTIVE',
          },
          ...[...taxTypes].map(([TaxType, { name, percent = 0 }]) => ({
            Name: name,
            TaxType,
            EffectiveRate: Number(percent.toFixed(4)),
            CanApplyToRevenue: true,
            Status: 'ACTIVE' as const,
          })),
        ],
      },
    ],
  })
  async function* rows(): AsyncIterable<LedgerRow> {
    const response = await fetch(`${fake.url}/_fake/ledger`)
    for (const { date, account, amount, taxType } of ledgerRows.parse(await response.json())) {
      const name = account.code === salesTax ? `${account.name} ${taxType ?? ''}` : account.name
      yield {
        date,
        account: name.trim(),
        amount: BigInt(amount),
        taxId: account.code === salesTax ? taxType : null,
      }
    }
  }
  const receivableName = defaultOrganisation.accounts.find(({ Code }) => Code === receivable)?.Name
  return {
    type: 'Xero',
    serverEnvironment: {
      XERO_CLIENT_ID: fake.app.clientId,
      XERO_CLIENT_SECRET: fake.app.clientSecret,
      XERO_API_URL: fake.url,
      XERO_IDENTITY_URL: fake.url,
    },
    linkSettings: {},
    targetNames: new Map(
      plan.map(({ source, account }) => [source, source.kind === 'taxSet' ? source.name : account]),
    ),
    rows,
    sourceOf: ({ account, taxId }) => (taxId === null ? sources.get(account) : taxTypes.get(taxId)),
    isClearing: (account) => account === receivableName,
    whereabouts: [`the ledger was read from the fake Xero itself, at ${fake.url}/_fake/ledger while it ran`],
    books: null,
    close: () => fake.close(),
  }
}

function accountOf(name: string, { kind }: Source, index: number): FakeAccount {
  return {
    AccountID: `acc00000-0000-4000-8000-${String(index + 1000).padStart(12, '0')}`,
    Code: String(index + 1000),
    Name: name,
    Type: kind === 'method' ? 'BANK' : 'REVENUE',
    Class: kind === 'method' ? 'ASSET' : 'REVENUE',
    Status: 'ACTIVE',
    TaxType: 'NONE',
    EnablePaymentsToAccount: false,
  }
}
