import type { SeededRandom } from '../random/seeded-random.js'
import { basketFor, everydayBasket } from './basket.js'
import { paymentMethods, type StudioLocation } from './catalogue.js'
import type { EventQueue } from './event-queue.js'
import { type DraftPayment, type OrderDraft, totalOf, wireOrder } from './order-draft.js'
import { type Plan, planDealer } from './plans.js'
import { owedBy, refundableSales, refundOf } from './refunds.js'
import { otherMethod, singleTender, splitTender, storedValueTender } from './tenders.js'
import { clockOf, type Visit } from './trading-days.js'
import { shiftDate } from './zone-clock.js'

export interface StudioCounterOptions {
  readonly random: SeededRandom
  readonly queue: EventQueue
  /** The first trading day. */
  readonly startDate: string
  /** When the play ends, in epoch milliseconds: nothing is corrected later. */
  readonly end: number
}

/** Where orders are taken, and later corrected; revisions go into the queue. */
export interface StudioCounter {
  /** Takes the order of a visit on the day with the given index (0 is the first). */
  serve(visit: Visit, dayIndex: number): void
}

/** Plans whose orders nobody touches again, so that a later refund may refer to them. */
const settledPlans: ReadonlySet<Plan> = new Set<Plan>([
  'sale',
  'splitTender',
  'tip',
  'discount',
  'compoundTax',
  'exempt',
  'giftCardRedeemed',
  'accountCreditUsed',
])

const giftCard = paymentMethods.giftCard.id
const accountCredit = paymentMethods.accountCredit.id
const leastStoredValue = 500n

export function studioCounter({ random, queue, startDate, end }: StudioCounterOptions): StudioCounter {
  const deal = planDealer(random)
  const refundable = new Map<StudioLocation, ReturnType<typeof refundableSales>>()
  const owed = { [giftCard]: 0n, [accountCredit]: 0n }
  let taken = 0

  const salesAt = (location: StudioLocation) => {
    const known = refundable.get(location) ?? refundableSales()
    refundable.set(location, known)
    return known
  }

  const isPlayable = (plan: Plan, location: StudioLocation, dayIndex: number): boolean => {
    if (plan === 'giftCardRedeemed') return owed[giftCard] >= leastStoredValue
    if (plan === 'accountCreditUsed') return owed[accountCredit] >= leastStoredValue
    if (plan === 'refund' || plan === 'voidedRefund') return salesAt(location).size > 0
    return plan === 'late' || plan === 'editedDate' ? dayIndex > 0 : true
  }

  const tenderFor = (plan: Plan, total: bigint): DraftPayment[] => {
    if (plan === 'splitTender') return splitTender(random, total)
    if (plan === 'giftCardRedeemed') return storedValueTender(random, total, giftCard, owed[giftCard])
    if (plan === 'accountCreditUsed')
      return storedValueTender(random, total, accountCredit, owed[accountCredit])
    if (plan === 'cashRounding') return [{ methodId: paymentMethods.cash.id, amount: total }]
    if (plan !== 'tenderExchange') return singleTender(random, total)
    const amount = BigInt(random.integer(500, 10_000))
    const methodId = paymentMethods.card.id
    return [
      { methodId: otherMethod(random, methodId), amount },
      { methodId, amount: -amount },
    ]
  }

  /** A later moment, up to six days on, but within the play. */
  const later = (after: number): number => {
    const wanted = after + random.integer(300, 6 * 86_400) * 1000
    if (wanted < end) return wanted
    return after + 1000 * random.integer(1, Math.max(1, Math.floor((end - after) / 1000) - 1))
  }

  const earlierDate = (visit: Visit, dayIndex: number, atMost: number): string => {
    const date = shiftDate(startDate, dayIndex - random.integer(1, Math.min(dayIndex, atMost)))
    const clock = clockOf(visit.location)
    return clock.toLocal(clock.toInstant(date, visit.secondOfDay))
  }

  const newOrder = (plan: Plan, visit: Visit, dayIndex: number): OrderDraft => {
    taken += 1
    const base = {
      id: String(100_000 + taken),
      location: visit.location,
      orderDate:
        plan === 'late' ? earlierDate(visit, dayIndex, 10) : clockOf(visit.location).toLocal(visit.at),
      clientNumber: random.integer(1000, 1799),
      createdAt: visit.at,
    }
    const sale =
      plan === 'refund' || plan === 'voidedRefund' ? salesAt(visit.location).take(random) : undefined
    if (sale) return { ...base, ...refundOf(sale, random), type: 'Refund', clientNumber: sale.clientNumber }
    const items = basketFor(plan, random, visit.location)
    return { ...base, type: 'Sale', items, payments: tenderFor(plan, totalOf(items)) }
  }

  const correct = (plan: Plan, order: OrderDraft, visit: Visit, dayIndex: number): void => {
    const revise = (after: number, changes: Partial<OrderDraft>): number => {
      const at = later(after)
      queue.add(at, wireOrder({ ...order, ...changes }, at))
      return at
    }
    if (plan === 'void') revise(visit.at, { type: 'Void' })
    if (plan === 'voidedRefund') revise(visit.at, { type: 'VoidRefund' })
    if (plan === 'reinstated') revise(revise(visit.at, { type: 'Void' }), {})
    if (plan === 'editedDate') revise(visit.at, { orderDate: earlierDate(visit, dayIndex, 3) })
    if (plan === 'editedItems') {
      const items = [...order.items.slice(1), ...everydayBasket(random, order.location)]
      revise(visit.at, { items, payments: singleTender(random, totalOf(items)) })
    }
    if (plan === 'editedPayments') {
      const payments = order.payments.map(({ methodId, amount }) => ({
        methodId: otherMethod(random, methodId),
        amount,
      }))
      revise(visit.at, { payments })
    }
  }

  return {
    serve(visit, dayIndex) {
      const plan = deal((each) => isPlayable(each, visit.location, dayIndex))
      const order = newOrder(plan, visit, dayIndex)
      queue.add(visit.at, wireOrder(order, visit.at))
      correct(plan, order, visit, dayIndex)
      if (settledPlans.has(plan)) salesAt(visit.location).add(order)
      // The stored value of a refund that is voided later is never spent.
      if (plan === 'voidedRefund') return
      owed[giftCard] += owedBy(order.payments, giftCard)
      owed[accountCredit] += owedBy(order.payments, accountCredit)
      for (const { product, net } of order.items) {
        if (product.type === 'GiftCard') owed[giftCard] += net
        if (product.type === 'AccountCredit') owed[accountCredit] += net
      }
    },
  }
}
