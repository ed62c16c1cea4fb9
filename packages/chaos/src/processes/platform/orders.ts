/** One item of an order: what it is, its net amount in cents, and its taxes in cents by tax rate. */
interface Line {
  readonly product: { readonly id: string; readonly type: string; readonly category: string | null }
  readonly net: bigint
  readonly taxes: Readonly<Record<string, bigint>>
}

interface OrderPlan {
  readonly id: string
  readonly type?: 'Sale' | 'Refund' | 'Void'
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly minute: number
  readonly lines: readonly Line[]
  /** Cents by payment method. */
  readonly payments: Readonly<Record<string, bigint>>
}

const product = (id: string, type: string, category: string | null) => ({ id, type, category })
const singleClass = product('1', 'CustomServicePricingOption', '1')
const mat = product('6', 'Retail', '2')
const water = product('9', 'Retail', '5')
const tip = product('14', 'Tip', null)

const aClass = (sign: bigint): Line => ({
  product: singleClass,
  net: sign * 2200n,
  taxes: { '01:01': sign * 176n },
})
const aMat: Line = { product: mat, net: 4499n, taxes: { '01:01': 360n, '01:02': 73n } }
const aWater: Line = { product: water, net: 199n, taxes: {} }
const aTip: Line = { product: tip, net: 500n, taxes: {} }

const first = '2026-08-17'
const second = '2026-08-18'
/** All came late, in the order of their minutes: a source is asked for what was modified since. */
const modifiedOn = '2026-08-19'

/** Sales: one of them with a tip and paid by two methods, one with two taxes, one without any. */
export function firstWave(): readonly object[] {
  return [
    order({
      id: 'a',
      date: first,
      minute: 1,
      lines: [aClass(1n), aTip],
      payments: { '2': 2000n, '1': 876n },
    }),
    order({ id: 'b', date: first, minute: 2, lines: [aMat], payments: { '3': 4932n } }),
    order({ id: 'c', date: second, minute: 3, lines: [aWater], payments: { '1': 199n } }),
  ]
}

/** An edit, a refund, a void and one more sale by two methods. */
export function secondWave(): readonly object[] {
  return [
    order({
      id: 'a',
      date: first,
      minute: 11,
      lines: [aClass(1n), aClass(1n), aTip],
      payments: { '2': 2000n, '1': 3252n },
    }),
    order({
      id: 'd',
      type: 'Refund',
      date: second,
      minute: 12,
      lines: [aClass(-1n)],
      payments: { '2': -2376n },
    }),
    order({ id: 'c', type: 'Void', date: second, minute: 13, lines: [aWater], payments: { '1': 199n } }),
    order({
      id: 'e',
      date: second,
      minute: 14,
      lines: [aWater, aClass(1n)],
      payments: { '2': 1000n, '4': 1575n },
    }),
  ]
}

/** One sale more, as an hour later brings it. */
export function laterSale(id: string): object {
  return order({ id, date: second, minute: 21, lines: [aMat, aWater], payments: { '2': 5131n } })
}

function order({ id, type = 'Sale', date, minute, lines, payments }: OrderPlan): object {
  const items = lines.map(
    ({ product: { id: productId, type: productType, category }, net, taxes }, index) => ({
      Id: `${id}-${index + 1}`,
      ProductId: productId,
      ProductType: productType,
      Description: 'An item',
      RevenueCategoryId: category,
      Quantity: net < 0n ? '-1' : '1',
      UnitPrice: money(net < 0n ? -net : net),
      Discount: '0.00',
      NetAmount: money(net),
      Taxes: Object.entries(taxes).map(([TaxRateId, amount]) => ({ TaxRateId, Amount: money(amount) })),
      Total: money(net + sum(taxes)),
    }),
  )
  const net = lines.reduce((total, line) => total + line.net, 0n)
  const tax = lines.reduce((total, line) => total + sum(line.taxes), 0n)
  const modified = `${modifiedOn}T18:${String(minute).padStart(2, '0')}:00.000Z`
  return {
    Id: id,
    Type: type,
    OrderDate: `${date}T12:00:00`,
    LocationId: '1',
    Purchaser: { Id: '7', FirstName: 'A', LastName: 'B' },
    Items: items,
    Cost: { NetAmount: money(net), Discount: '0.00', TaxAmount: money(tax), Total: money(net + tax) },
    Payments: Object.entries(payments).map(([PaymentMethodId, amount], index) => ({
      Id: `${id}-p${index + 1}`,
      PaymentMethodId,
      Amount: money(amount),
    })),
    LastModifiedTime: modified,
    CreatedTime: modified,
  }
}

function sum(amounts: Readonly<Record<string, bigint>>): bigint {
  return Object.values(amounts).reduce((total, amount) => total + amount, 0n)
}

function money(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
