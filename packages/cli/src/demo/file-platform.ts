import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sourcesOf } from './studio-platform.js'
import type { Platform, WireConfiguration } from './sources.js'

type Members = Readonly<Record<string, unknown>>

const waveSize = 20_000

/**
 * The reader's own orders as a platform: what there is to map is gathered from the orders themselves, in a first
 * reading that keeps ids only. Lines that are no order are left for the server to refuse.
 */
export async function filePlatform(
  file: string,
  terms: { currency: string; timeZone: string },
): Promise<Platform> {
  const subscriberId = '1'
  const categories = new Set<string>()
  const taxSets = new Set<string>()
  const taxRates = new Set<string>()
  const methods = new Set<string>()
  let startDate = '9999-12-31'
  let location = '1'
  for await (const line of linesOf(file)) {
    const order = parse(line)
    if (!order) continue
    if (typeof order['LocationId'] === 'string') location = order['LocationId']
    const date = String(order['OrderDate']).slice(0, 10)
    if (/^\d{4}-\d{2}-\d{2}$/.test(date) && date < startDate) startDate = date
    for (const payment of listOf(order['Payments'])) methods.add(String(payment['PaymentMethodId']))
    for (const item of listOf(order['Items'])) {
      categories.add(categoryOf(item))
      const rates = [...new Set(listOf(item['Taxes']).map((tax) => String(tax['TaxRateId'])))].toSorted()
      for (const rate of rates) taxRates.add(rate)
      taxSets.add(rates.join('+') || 'none')
    }
  }
  const configuration = configurationOf(subscriberId, { location, taxRates, categories, methods })
  return {
    title: file,
    subscriberId,
    subscriber: {
      Region: 'US',
      TimeZone: terms.timeZone,
      Currency: terms.currency,
      BusinessDayCutOff: '00:00',
      Locations: [],
    },
    configuration,
    sources: sourcesOf(configuration, {
      taxSets: [...taxSets],
      categories: [...categories, 'type:TenderExchange'],
      paymentMethods: [...methods],
    }),
    currency: terms.currency,
    startDate: dayBefore(startDate),
    waves: () => inWaves(file),
  }
}

async function* inWaves(file: string): AsyncIterable<AsyncIterable<string>> {
  const lines = linesOf(file)[Symbol.asyncIterator]()
  let next = await lines.next()
  async function* wave(): AsyncIterable<string> {
    for (let count = 0; count < waveSize && !next.done; count += 1) {
      yield next.value
      next = await lines.next()
    }
  }
  while (!next.done) yield wave()
}

/** The lines of a file that are not blank. */
async function* linesOf(file: string): AsyncIterable<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() !== '') yield line
  }
}

/** The object that a line of JSON holds, if it holds one. */
export function parse(line: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isMembers(value) ? value : undefined
  } catch {
    return undefined
  }
}

interface Gathered {
  /** Any of them: a tax rate must name one, and orders do not say which. */
  readonly location: string
  readonly taxRates: ReadonlySet<string>
  readonly categories: ReadonlySet<string>
  readonly methods: ReadonlySet<string>
}

function configurationOf(
  id: string,
  { location: LocationId, taxRates, categories, methods }: Gathered,
): WireConfiguration {
  const LastModifiedTime = '2026-01-01T00:00:00.000Z'
  const listed = [...categories].filter((category) => !category.startsWith('type:'))
  return {
    Id: id,
    TaxRates: [...taxRates].map((Id) => ({
      Id,
      Name: `Tax ${Id}`,
      Value: '0.1',
      LocationId,
      LastModifiedTime,
    })),
    RevenueCategories: listed.map((Id) => ({
      Id,
      Name: `Category ${Id}`,
      LastModifiedTime,
      Status: 'Active',
    })),
    PaymentMethods: [...methods].map((Id) => ({
      Id,
      Name: `Method ${Id}`,
      Type: null,
      LastModifiedTime,
      Status: 'Active',
    })),
    Products: [],
  }
}

const productTypes = [
  'Tip',
  'CustomServicePricingOption',
  'SystemServicePricingOption',
  'Retail',
  'AccountCredit',
  'GiftCard',
]

function categoryOf(item: Members): string {
  const id = item['RevenueCategoryId']
  if (typeof id === 'string' || typeof id === 'number') return String(id)
  const given = item['ProductType']
  const type = typeof given === 'string' || typeof given === 'number' ? String(given) : 'None'
  const named = /^\d+$/.test(type)
    ? productTypes[Number(type)]
    : productTypes.find((name) => name.toLowerCase() === type.toLowerCase())
  return `type:${named ?? type}`
}

function listOf(value: unknown): Members[] {
  return Array.isArray(value) ? value.filter(isMembers) : []
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A day of grace, because orders dated by an instant may fall on the day before. */
function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
