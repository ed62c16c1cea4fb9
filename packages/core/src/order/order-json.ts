import type { MinorUnits } from '../money/amount.js'
import type { Order } from './order.js'

type Stored<T> = T extends MinorUnits
  ? number
  : T extends readonly (infer Element)[]
    ? Stored<Element>[]
    : T extends object
      ? { [Member in keyof T]: Stored<T[Member]> }
      : T

/**
 * An order as JSON for storage. Amounts are minor units as numbers: `readOrder` keeps them below 10^15, where they
 * are exact.
 */
export type OrderJson = Stored<Order>

export function orderToJson(order: Order): OrderJson {
  return {
    ...order,
    items: order.items.map((item) => ({
      ...item,
      discount: Number(item.discount),
      netAmount: Number(item.netAmount),
      taxes: item.taxes.map((tax) => ({ ...tax, amount: Number(tax.amount) })),
      total: Number(item.total),
    })),
    cost: {
      netAmount: Number(order.cost.netAmount),
      discount: Number(order.cost.discount),
      taxAmount: Number(order.cost.taxAmount),
      total: Number(order.cost.total),
    },
    payments: order.payments.map((payment) => ({ ...payment, amount: Number(payment.amount) })),
  }
}

export function orderFromJson(json: OrderJson): Order {
  return {
    ...json,
    items: json.items.map((item) => ({
      ...item,
      discount: BigInt(item.discount),
      netAmount: BigInt(item.netAmount),
      taxes: item.taxes.map((tax) => ({ ...tax, amount: BigInt(tax.amount) })),
      total: BigInt(item.total),
    })),
    cost: {
      netAmount: BigInt(json.cost.netAmount),
      discount: BigInt(json.cost.discount),
      taxAmount: BigInt(json.cost.taxAmount),
      total: BigInt(json.cost.total),
    },
    payments: json.payments.map((payment) => ({ ...payment, amount: BigInt(payment.amount) })),
  }
}
