import { fc } from '@fast-check/vitest'
import { instantOfLocal } from '../src/calendar/business-date.js'
import { formatAmount, type MinorUnits } from '../src/money/amount.js'
import { minorUnitDigits } from '../src/money/currency.js'
import { sumOf } from '../src/money/sum.js'
import type { TradingTerms } from '../src/order/read-order.js'
import { type Order, type OrderItem, orderTypes, type Payment, productTypes } from '../src/order/order.js'

/** The terms that the orders were read under. */
export const tradingTerms: TradingTerms = {
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  cutOff: 0,
  locations: { night: { cutOff: 240 }, far: { timeZone: 'Pacific/Kiritimati' } },
}

export const businessDates = ['2026-02-28', '2026-03-01', '2026-03-29']
export const locations = ['1', '2']
export const paymentMethods = ['cash', 'card', 'gift', '7']
const taxRates = ['01:01', '01:02', '02:01']

/** Tiny amounts for many ties, everyday ones, and some so large that sums of them come near the limit. */
const amountUpTo = (limit: MinorUnits) => fc.bigInt({ min: -limit, max: limit })
const limit = fc.constantFrom(2n, 10_000n, 10n ** 12n)

const itemUpTo = (most: MinorUnits): fc.Arbitrary<OrderItem> =>
  fc
    .record({
      productId: fc.option(fc.constantFrom('p1', 'p2')),
      productType: fc.option(fc.constantFrom(...productTypes)),
      description: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 })),
      revenueCategoryId: fc.option(fc.constantFrom('30', '31', '32')),
      quantity: fc.option(fc.constantFrom('1', '2', '0.25', '-1')),
      unitPrice: fc.option(fc.constantFrom('10.0000', '0.3333')),
      discount: amountUpTo(most),
      netAmount: amountUpTo(most),
      taxes: fc.array(fc.record({ taxRateId: fc.constantFrom(...taxRates), amount: amountUpTo(most) }), {
        maxLength: 3,
      }),
    })
    .map((item) => ({ id: '', ...item, total: item.netAmount + sumOf(item.taxes, ({ amount }) => amount) }))

type Share = readonly [paymentMethodId: string, amount: MinorUnits]

const shares = (most: MinorUnits): fc.Arbitrary<readonly Share[]> =>
  fc.array(fc.tuple(fc.constantFrom(...paymentMethods), amountUpTo(most)), { maxLength: 3 })

/**
 * Payments that make the total, by one method or several, some against each other, some of them equal; none only for a
 * total of zero.
 */
const paymentsOf = (total: MinorUnits, most: MinorUnits): fc.Arbitrary<readonly Payment[]> =>
  fc
    .tuple(shares(most), fc.shuffledSubarray(paymentMethods, { minLength: 1 }), fc.boolean())
    .map(([others, methods, isEqual]) => {
      const each = total / BigInt(methods.length)
      const first = isEqual ? methods.slice(1).map((method): Share => [method, each]) : others
      const rest = total - sumOf(first, ([, amount]) => amount)
      const all = rest === 0n ? first : [...first, [methods[0] ?? '', rest] as const]
      return all.map(([paymentMethodId, amount], index) => ({ id: `${index + 1}`, paymentMethodId, amount }))
    })

const negated = (item: OrderItem): OrderItem => ({
  ...item,
  netAmount: -item.netAmount,
  taxes: item.taxes.map((tax) => ({ ...tax, amount: -tax.amount })),
  total: -item.total,
})

/**
 * Orders that balance: sales, refunds and voids; lines of either sign, with several taxes or none; paid by one method,
 * by several, by some that run against each other, or not at all; currencies of every number of decimals.
 */
export const balancedOrder: fc.Arbitrary<Order> = limit.chain((most) =>
  fc
    .record({
      type: fc.constantFrom(...orderTypes),
      date: fc.constantFrom(...businessDates),
      time: fc.constantFrom('00:00:00', '09:30:15.250', '23:59'),
      locationId: fc.constantFrom(...locations),
      currency: fc.constantFrom('USD', 'JPY', 'KWD'),
      purchaser: fc.option(
        fc.record({ id: fc.constant('90'), firstName: fc.option(fc.string()), lastName: fc.constant(null) }),
      ),
      items: fc.oneof(
        fc.array(itemUpTo(most), { maxLength: 5 }),
        itemUpTo(most).map((item) => [item, negated(item)]),
      ),
    })
    .chain(({ date, time, ...rest }) => {
      const sum = sumOf(rest.items, (item) => item.total)
      const isWrongSign = rest.type === 'Refund' ? sum > 0n : rest.type === 'Sale' && sum < 0n
      const items = (isWrongSign ? rest.items.map(negated) : rest.items).map((item, index) => ({
        ...item,
        id: String(index + 1),
      }))
      const total = isWrongSign ? -sum : sum
      const netAmount = sumOf(items, (item) => item.netAmount)
      return paymentsOf(total, most).map((payments): Order => ({
        ...rest,
        id: '1041',
        orderDate: `${date}T${time}`,
        orderTime: instantOfLocal(`${date}T${time}`, tradingTerms.timeZone),
        businessDate: date,
        items,
        cost: {
          netAmount,
          discount: sumOf(items, (item) => item.discount),
          taxAmount: total - netAmount,
          total,
        },
        payments,
        lastModifiedTime: '2026-03-30T12:00:00.000Z',
        createdTime: null,
      }))
    }),
)

/** Orders of one place and currency that are not void and move money. */
export const paidOrder: fc.Arbitrary<Order> = balancedOrder.filter(
  ({ type, cost }) => (type === 'Sale' || type === 'Refund') && cost.total !== 0n,
)

/** The order with its payments off by some minor units. */
export function withPaymentsOff(order: Order, off: MinorUnits): Order {
  return off === 0n
    ? order
    : { ...order, payments: [...order.payments, { id: 'off', paymentMethodId: 'cash', amount: off }] }
}

/** The order as a platform would send it, amounts as decimals. */
export function inputOf(order: Order) {
  const decimal = (amount: MinorUnits) => formatAmount(amount, minorUnitDigits(order.currency))
  const { businessDate: _date, orderTime: _time, ...rest } = order
  return {
    ...rest,
    items: order.items.map((item) => ({
      ...item,
      discount: decimal(item.discount),
      netAmount: decimal(item.netAmount),
      taxes: item.taxes.map((tax) => ({ ...tax, amount: decimal(tax.amount) })),
      total: decimal(item.total),
    })),
    cost: {
      netAmount: decimal(order.cost.netAmount),
      discount: decimal(order.cost.discount),
      taxAmount: decimal(order.cost.taxAmount),
      total: decimal(order.cost.total),
    },
    payments: order.payments.map((payment) => ({ ...payment, amount: decimal(payment.amount) })),
  }
}
