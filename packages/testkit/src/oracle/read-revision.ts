import { exactDecimal } from './exact-decimal.js'

/** An order as loosely as it may come from anybody's file. */
export type AnyOrder = Readonly<Record<string, unknown>>

/** One revision of an order, in minor units, as far as its sums depend on it. */
export interface Revision {
  readonly id: string
  readonly voided: boolean
  readonly modified: number
  readonly date: string
  readonly locationId: string
  readonly total: bigint
  readonly items: readonly RevisionItem[]
  readonly payments: readonly { readonly methodId: string; readonly amount: bigint }[]
}

export interface RevisionItem {
  readonly category: string
  readonly taxSet: string
  readonly net: bigint
  readonly tax: bigint
  readonly total: bigint
}

export interface ReadOptions {
  /** Decimals of the currency; 2 by default. */
  readonly digits?: number
  /** The wall-clock time at which a business day begins, `HH:mm`; midnight by default. */
  readonly businessDayCutOff?: string
  /** IANA zone for order dates that are instants with an offset; UTC by default. */
  readonly timeZone?: string
  /** Zones of locations that differ from it, by location id. */
  readonly locationTimeZones?: Readonly<Record<string, string>>
}

const orderTypes = ['sale', 'refund', 'void', 'voidrefund']
const productTypes = [
  'Tip',
  'CustomServicePricingOption',
  'SystemServicePricingOption',
  'Retail',
  'AccountCredit',
  'GiftCard',
]

/** Reads a revision, or says what in it cannot be read. */
export function readRevision(order: AnyOrder, options: ReadOptions = {}): Revision | string {
  const { digits = 2, businessDayCutOff = '00:00', timeZone = 'UTC', locationTimeZones = {} } = options
  const problems: string[] = []
  const money = (holder: AnyOrder, member: string): bigint => {
    const amount = exactDecimal(holder[member], digits)
    if (amount === undefined) problems.push(`${member} ${JSON.stringify(holder[member])}`)
    return amount ?? 0n
  }
  const type = named(order['Type'], orderTypes).toLowerCase()
  if (!orderTypes.includes(type)) problems.push(`Type ${JSON.stringify(order['Type'])}`)
  const locationId = String(order['LocationId'])
  const orderDate = localTime(String(order['OrderDate']), locationTimeZones[locationId] ?? timeZone)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(orderDate)) problems.push(`OrderDate ${orderDate}`)
  const modified = Date.parse(String(order['LastModifiedTime']))
  if (Number.isNaN(modified)) problems.push(`LastModifiedTime ${String(order['LastModifiedTime'])}`)
  const revision: Revision = {
    id: String(order['Id']),
    voided: type.startsWith('void'),
    modified,
    date: businessDate(orderDate, businessDayCutOff),
    locationId,
    total: money(record(order['Cost']), 'Total'),
    items: list(order['Items']).map((item): RevisionItem => {
      const taxes = list(item['Taxes'])
      return {
        category: categoryOf(item),
        taxSet: [...new Set(taxes.map((tax) => String(tax['TaxRateId'])))].toSorted().join('+') || 'none',
        net: money(item, 'NetAmount'),
        tax: taxes.reduce((sum, tax) => sum + money(tax, 'Amount'), 0n),
        total: money(item, 'Total'),
      }
    }),
    payments: list(order['Payments']).map((payment) => ({
      methodId: String(payment['PaymentMethodId']),
      amount: money(payment, 'Amount'),
    })),
  }
  if (type === 'sale' && revision.total < 0n) problems.push('the negative total of a sale')
  if (type === 'refund' && revision.total > 0n) problems.push('the positive total of a refund')
  return problems.length > 0 ? `Cannot read ${problems.join(', ')}` : revision
}

/** What keeps a revision from adding up, or undefined if it does. */
export function imbalanceOf({ items, payments, total }: Revision): string | undefined {
  const bad = items.findIndex((item) => item.net + item.tax !== item.total)
  if (bad >= 0) return `Item ${bad + 1} is not its net amount and taxes`
  const sold = items.reduce((sum, item) => sum + item.total, 0n)
  if (sold !== total) return `Items make ${sold}, Cost.Total is ${total}`
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0n)
  return paid === total ? undefined : `Payments make ${paid}, Cost.Total is ${total}`
}

/** The members of a value, none if it is no object. */
export function record(value: unknown): AnyOrder {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is AnyOrder {
  return typeof value === 'object' && value !== null
}

function list(value: unknown): AnyOrder[] {
  return Array.isArray(value) ? value.map(record) : []
}

function categoryOf(item: AnyOrder): string {
  const id = item['RevenueCategoryId']
  if (typeof id === 'string' || typeof id === 'number') return String(id)
  return `type:${named(item['ProductType'] ?? 'None', productTypes)}`
}

/** A member of an enumeration by its number or its name in any case. */
function named(value: unknown, names: readonly string[]): string {
  const text = String(value)
  if (/^\d+$/.test(text)) return names[Number(text)] ?? text
  return names.find((name) => name.toLowerCase() === text.toLowerCase()) ?? text
}

/** A wall clock stays as it is; an instant with an offset becomes what the zone's wall clock shows. */
function localTime(value: string, timeZone: string): string {
  if (!/T.*(Z|[+-]\d{2}:?\d{2})$/.test(value)) return value
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return value
  return instant.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')
}

function businessDate(orderDate: string, cutOff: string): string {
  const date = orderDate.slice(0, 10)
  if (orderDate.slice(11, 16) >= cutOff) return date
  const midnight = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(midnight) ? date : new Date(midnight - 86_400_000).toISOString().slice(0, 10)
}
