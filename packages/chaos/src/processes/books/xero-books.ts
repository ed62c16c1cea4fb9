import {
  defaultOrganisation,
  type FakeAccount,
  type FakeOrganisationSeed,
  type StartedFakeXero,
  startFakeXero,
} from '@ledgerpost/adapter-xero/fake'
import { z } from 'zod'
import { type LinkPlan, type Source, sources } from '../platform/api.js'
import { type Books, type BooksRow, noTax, plainName } from './books.js'

/** A fake Xero over HTTP in this process, so that it outlives every process that is killed. */
export interface XeroBooks extends Books {
  readonly fake: StartedFakeXero
  close(): Promise<void>
}

const taxAccount = '820'
const receivable = '610'

const ledger = z.array(
  z.object({
    number: z.number(),
    date: z.string(),
    account: z.object({ code: z.string().nullable(), name: z.string() }),
    amount: z.string(),
    taxType: z.string().nullable(),
    source: z.string(),
  }),
)

const accounts = new Map(
  sources.filter(({ kind }) => kind !== 'taxSet').map((source, index) => [String(1000 + index), source]),
)
const taxTypes = new Map(
  sources
    .filter(({ kind, id }) => kind === 'taxSet' && id !== noTax)
    .map((source, index) => [`TAX${101 + index}`, source]),
)

/** The organisation of the subscriber in this place of a list, counted from 0. */
export const tenantAt = (index: number): string =>
  `7e4a0000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`

/** A fake Xero without limits on calls, in which each subscriber has an organisation of its own. */
export function startXeroFor(subscribers: readonly string[]): Promise<StartedFakeXero> {
  return startFakeXero({
    rateLimits: false,
    organisations: subscribers.map((id, index) => organisation(tenantAt(index), `Books of ${id}`)),
  })
}

/** How books are kept in an organisation that `startXeroFor` made. */
export function xeroPlan(tenantId: string, summarise: boolean): LinkPlan {
  return {
    type: 'Xero',
    settings: {},
    summarise,
    nameOf: (source) => (source.id === noTax ? 'NONE' : plainName(source)),
    consent(authorisationUrl) {
      const url = new URL(authorisationUrl)
      url.searchParams.set('fake_allow', tenantId)
      return url.href
    },
  }
}

/** @param subscribers each has an organisation of its own */
export async function xeroBooks(subscribers: readonly string[]): Promise<XeroBooks> {
  const tenants = new Map(subscribers.map((id, index) => [id, tenantAt(index)]))
  const fake = await startXeroFor(subscribers)
  const tenantOf = (id: string) => {
    const tenant = tenants.get(id)
    if (tenant === undefined) throw new RangeError(`${id} has no organisation in the fake Xero.`)
    return tenant
  }
  return {
    type: 'Xero',
    fake,
    plan: (subscriberId, summarise) => xeroPlan(tenantOf(subscriberId), summarise),
    async rows(subscriberId) {
      const response = await fetch(`${fake.url}/_fake/ledger?tenantId=${tenantOf(subscriberId)}`)
      return ledger
        .parse(await response.json())
        .map(({ number, date, account, amount, taxType, source: reference }): BooksRow => ({
          reference,
          place: String(number),
          date,
          source: sourceOf(account, taxType),
          amount: BigInt(amount),
        }))
    },
    close: () => fake.close(),
  }
}

function sourceOf(
  { code, name }: { readonly code: string | null; readonly name: string },
  taxType: string | null,
): BooksRow['source'] {
  if (code === receivable) return 'clearing'
  const source = code === taxAccount ? taxTypes.get(taxType ?? '') : accounts.get(code ?? '')
  return source ?? `unknown account ${name} ${taxType ?? ''}`
}

function organisation(tenantId: string, name: string): FakeOrganisationSeed {
  return {
    ...defaultOrganisation,
    tenantId,
    name,
    accounts: [
      ...defaultOrganisation.accounts.filter(({ SystemAccount }) => SystemAccount !== undefined),
      ...[...accounts].map(([code, source], index) => accountFor(code, source, index)),
    ],
    taxRates: [
      { Name: 'Tax Exempt', TaxType: 'NONE', EffectiveRate: 0, CanApplyToRevenue: true, Status: 'ACTIVE' },
      ...[...taxTypes].map(([TaxType, source]) => ({
        Name: plainName(source),
        TaxType,
        EffectiveRate: source.id.includes('03') ? 0 : 8,
        CanApplyToRevenue: true,
        Status: 'ACTIVE' as const,
      })),
    ],
  }
}

function accountFor(Code: string, source: Source, index: number): FakeAccount {
  const isMethod = source.kind === 'method'
  return {
    AccountID: `acc00000-0000-4000-8000-${String(1000 + index).padStart(12, '0')}`,
    Code,
    Name: plainName(source),
    Type: isMethod ? 'BANK' : 'REVENUE',
    Class: isMethod ? 'ASSET' : 'REVENUE',
    Status: 'ACTIVE',
    TaxType: 'NONE',
    EnablePaymentsToAccount: false,
  }
}
