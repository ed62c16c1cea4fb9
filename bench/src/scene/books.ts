import { createXeroAdapter } from '@ledgerpost/adapter-xero'
import { noTax, plainName, type Source, sources } from '@ledgerpost/chaos/scene'
import {
  type Connection,
  type ConnectionContext,
  type IntegratorConfiguration,
  type MapAssignment,
  type TradingTerms,
} from '@ledgerpost/core'
import { silentLogger } from './logger.js'

const organisationId = '7e4a0000-0000-4000-8000-000000000001'

/** Where the studio trades. */
export const studioTerms: TradingTerms = {
  currency: 'USD',
  timeZone: 'America/New_York',
  cutOff: 0,
  locations: { '2': { timeZone: 'America/Los_Angeles' } },
}

const accountIds = new Map(
  sources
    .filter(({ kind }) => kind !== 'taxSet')
    .map((source, index) => [source, `acc00000-0000-4000-8000-${String(1000 + index).padStart(12, '0')}`]),
)
const taxTypes = new Map(
  sources
    .filter(({ kind, id }) => kind === 'taxSet' && id !== noTax)
    .map((source, index) => [source, `TAX${101 + index}`]),
)
for (const source of sources) if (source.id === noTax) taxTypes.set(source, 'NONE')

/** What a Xero organisation tells when it is inspected, with an account or a rate for everything that orders use. */
export const xeroConfiguration: IntegratorConfiguration = {
  organisation: {
    name: 'Two Coasts Studio',
    currency: 'USD',
    country: 'US',
    timeZone: 'America/New_York',
    lockedThrough: null,
  },
  accounts: [...accountIds].map(([source, id]) => ({
    id,
    code: null,
    name: plainName(source),
    type: source.kind === 'method' ? 'BANK' : 'REVENUE',
    isActive: true,
    takesRevenue: source.kind === 'category',
    takesPayments: source.kind === 'method',
  })),
  taxRates: [...taxTypes].map(([source, id]) => ({
    id,
    name: plainName(source),
    rate: source.id === noTax || source.id.includes('03') ? '0' : '0.08',
    isActive: true,
    appliesToRevenue: true,
  })),
  extension: {
    receivablesAccountId: 'acc00000-0000-4000-8000-000000000610',
    salesTaxAccountId: 'acc00000-0000-4000-8000-000000000820',
    roundingAccountId: null,
    contactName: 'Daily sales',
    bookedAs: 'invoices',
    tracking: [],
    shortCode: null,
  },
}

const mapKindOf = { taxSet: 'taxRate', category: 'revenueCategory', method: 'paymentMethod' } as const

/** Every source of the studio to its account or rate. */
export const assignments: readonly MapAssignment[] = sources.map((source) => ({
  kind: mapKindOf[source.kind],
  sourceId: source.id,
  locationId: null,
  integrationId: targetOf(source),
}))

function targetOf(source: Source): string {
  const target = accountIds.get(source) ?? taxTypes.get(source)
  if (target === undefined) throw new RangeError(`${source.kind} ${source.id} has no account.`)
  return target
}

export const xeroAdapter = createXeroAdapter({ clientId: 'bench', clientSecret: 'bench' })

/** A connection that prepares and never calls. */
export function preparingConnection(): Connection {
  const context: ConnectionContext = {
    subscriberId: 'studio',
    settings: null,
    organisationId,
    tokens: null,
    signal: new AbortController().signal,
    fetch: () => Promise.reject(new Error('This race calls nobody.')),
    clock: { now: () => 0, sleep: () => Promise.reject(new Error('This race waits for nothing.')) },
    logger: silentLogger,
  }
  return xeroAdapter.connect(context)
}
