import type { MinorUnits } from '../money/amount.js'
import type { Order, OrderCost, OrderItem } from './order.js'

type Stored<T> = T extends MinorUnits
  ? number
  : T extends readonly (infer Element)[]
    ? Stored<Element>[]
    : T extends object
      ? { [Member in keyof T]: Stored<T[Member]> }
      : T

/** An order as JSON for storage. Amounts are minor units as numbers: `readOrder` keeps them below 10^15, where they are exact. */
export type OrderJson = Stored<Order>

const costMembers = ['netAmount', 'discount', 'taxAmount', 'total'] as const satisfies readonly (keyof OrderCost)[]
const itemMembers = ['netAmount', 'discount', 'total'] as const satisfies readonly (keyof OrderItem)[]

export function orderToJson(order: Order): OrderJson {
  return {
    ...order,
    items: order.items.map((item) => ({
      ...item,
      ...convert(item, itemMembers, Number),
      taxes: item.taxes.map((tax) => ({ ...tax, amount: Number(tax.amount) })),
    })),
    cost: convert(order.cost, costMembers, Number),
    payments: order.payments.map((payment) => ({ ...payment, amount: Number(payment.amount) })),
  }
}

export function orderFromJson(json: OrderJson): Order {
  return {
    ...json,
    items: json.items.map((item) => ({
      ...item,
      ...convert(item, itemMembers, BigInt),
      taxes: item.taxes.map((tax) => ({ ...tax, amount: BigInt(tax.amount) })),
    })),
    cost: convert(json.cost, costMembers, BigInt),
    payments: json.payments.map((payment) => ({ ...payment, amount: BigInt(payment.amount) })),
  }
}

function convert<Member extends string, From, To>(
  source: Readonly<Record<Member, From>>,
  members: readonly Member[],
  change: (value: From) => To,
): Record<Member, To> {
  const converted: Partial<Record<Member, To>> = {}
  for (const member of members) converted[member] = change(source[member])
  return converted as Record<Member, To>
}
