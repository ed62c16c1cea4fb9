import type { SeededRandom } from '../random/seeded-random.js'
import { paymentMethods } from './catalogue.js'
import type { Cents } from './cents.js'
import { type DraftItem, type DraftPayment, type OrderDraft, returnedItem, totalOf } from './order-draft.js'

/** Sales of one location that may still come back. */
export interface RefundableSales {
  add(sale: OrderDraft): void
  /** Removes one of them; undefined if there is none. */
  take(random: SeededRandom): OrderDraft | undefined
  readonly size: number
}

const remembered = 200

export function refundableSales(): RefundableSales {
  const sales: OrderDraft[] = []
  return {
    add(sale) {
      if (totalOf(sale.items) === 0n) return
      sales.push(sale)
      if (sales.length > remembered) sales.shift()
    },
    take: (random) =>
      sales.length === 0 ? undefined : sales.splice(random.integer(0, sales.length - 1), 1)[0],
    get size() {
      return sales.length
    },
  }
}

/** The lines and payments of a refund: all of the sale, or one line of it, all amounts at or below zero. */
export function refundOf(
  sale: OrderDraft,
  random: SeededRandom,
): { readonly items: DraftItem[]; readonly payments: DraftPayment[] } {
  const worth = sale.items.filter((item) => totalOf([item]) !== 0n)
  const whole = random.chance(50)
  const items = (whole ? sale.items : [random.pick(worth)]).map(returnedItem)
  if (whole && !random.chance(20)) {
    return { items, payments: sale.payments.map(({ methodId, amount }) => ({ methodId, amount: -amount })) }
  }
  const methodId = random.chance(30)
    ? paymentMethods.accountCredit.id
    : (sale.payments[0]?.methodId ?? paymentMethods.cash.id)
  return { items, payments: [{ methodId, amount: totalOf(items) }] }
}

/** What payments by a stored-value method add to what the studio owes its clients: less by a sale, more by a refund. */
export function owedBy(payments: readonly DraftPayment[], methodId: string): Cents {
  return payments.reduce((sum, payment) => (payment.methodId === methodId ? sum - payment.amount : sum), 0n)
}
