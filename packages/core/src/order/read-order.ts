import {
  businessDateOfLocal,
  type CutOffMinutes,
  instantOfLocal,
  localTimeAt,
} from '../calendar/business-date.js'
import { type CalendarDate, isCalendarDate, isLocalDateTime, toInstant } from '../calendar/calendar-date.js'
import { type MinorUnits, readAmount } from '../money/amount.js'
import { type CurrencyCode, isCurrencyCode, minorUnitDigits } from '../money/currency.js'
import { type DecimalText, readDecimal } from '../money/decimal.js'
import { sumOf } from '../money/sum.js'
import type { Order, OrderItem } from './order.js'
import { mostProblems, type OrderInput, orderInput } from './order-input.js'

/** Where and when the subscriber does business, as far as reading its orders needs it. */
export interface TradingTerms {
  readonly currency: CurrencyCode
  /** IANA zone: what clocks show at an instant, and at which moment they show what. */
  readonly timeZone: string
  readonly cutOff: CutOffMinutes
  /** Zones and cut-offs of locations that differ from the subscriber's. */
  readonly locations: Readonly<
    Record<string, { readonly timeZone?: string; readonly cutOff?: CutOffMinutes }>
  >
}

/** What is wrong with one member of an order; `member` is a path such as `items[2].netAmount`, or empty if it is no object. */
export interface OrderProblem {
  readonly member: string
  readonly problem: string
}

export type OrderReading =
  | { readonly ok: true; readonly order: Order }
  | {
      readonly ok: false
      readonly orderId: string | null
      /** At least one, at most a hundred. */
      readonly problems: readonly OrderProblem[]
    }

const largest = 10n ** 15n
const earliest: CalendarDate = '1900-01-01'
/** Stands in for a date that was refused. */
const unread = {
  orderDate: '1970-01-01T00:00:00',
  orderTime: '1970-01-01T00:00:00.000Z',
  businessDate: '1970-01-01',
}

/**
 * Reads one order as a platform sent it (members in camelCase); nothing is guessed, rounded or repaired.
 * It never throws, whatever the input is.
 * @param terms with zones that the runtime knows (see `isTimeZone`)
 */
export function readOrder(input: unknown, terms: TradingTerms): OrderReading {
  const parsed = orderInput.safeParse(input)
  if (!parsed.success) {
    return {
      ok: false,
      orderId: idOf(input),
      problems: parsed.error.issues
        .slice(0, mostProblems)
        .map((issue) => ({ member: pathText(issue.path), problem: issue.message })),
    }
  }
  const reader = new MemberReader()
  const order = convert(parsed.data, terms, reader)
  return reader.problems.length > 0
    ? { ok: false, orderId: parsed.data.id, problems: reader.problems.slice(0, mostProblems) }
    : { ok: true, order }
}

function convert(input: OrderInput, terms: TradingTerms, reader: MemberReader): Order {
  const currency = input.currency ?? terms.currency
  if (!isCurrencyCode(currency))
    reader.refuse('currency', `'${currency}' is not an ISO 4217 code such as EUR`)
  const digits = minorUnitDigits(currency)
  const amount = (member: string, value: unknown) => reader.amount(member, value, digits)
  const items = input.items.map((item, index): OrderItem => {
    const at = `items[${index}]`
    return {
      id: item.id,
      productId: item.productId ?? null,
      productType: item.productType ?? null,
      description: item.description ?? null,
      revenueCategoryId: item.revenueCategoryId ?? null,
      quantity: reader.decimal(`${at}.quantity`, item.quantity),
      unitPrice: reader.decimal(`${at}.unitPrice`, item.unitPrice),
      discount: amount(`${at}.discount`, item.discount ?? '0'),
      netAmount: amount(`${at}.netAmount`, item.netAmount),
      taxes: (item.taxes ?? []).map((tax, taxIndex) => ({
        taxRateId: tax.taxRateId,
        amount: amount(`${at}.taxes[${taxIndex}].amount`, tax.amount),
      })),
      total: amount(`${at}.total`, item.total),
    }
  })
  const place = { ...terms, ...terms.locations[input.locationId] }
  const { orderDate, orderTime, businessDate } = reader.orderDate(input.orderDate, place)
  const net = sumOf(items, (item) => item.netAmount)
  const tax = sumOf(items, (item) => sumOf(item.taxes, (each) => each.amount))
  const order: Order = {
    id: input.id,
    type: input.type,
    orderDate,
    orderTime,
    businessDate,
    locationId: input.locationId,
    currency,
    purchaser: input.purchaser
      ? {
          id: input.purchaser.id,
          firstName: input.purchaser.firstName ?? null,
          lastName: input.purchaser.lastName ?? null,
        }
      : null,
    items,
    cost: {
      netAmount:
        input.cost.netAmount == null
          ? reader.bounded('cost.netAmount', net)
          : amount('cost.netAmount', input.cost.netAmount),
      discount: amount('cost.discount', input.cost.discount ?? '0'),
      taxAmount:
        input.cost.taxAmount == null
          ? reader.bounded('cost.taxAmount', tax)
          : amount('cost.taxAmount', input.cost.taxAmount),
      total: amount('cost.total', input.cost.total),
    },
    payments: input.payments.map((payment, index) => ({
      id: payment.id ?? String(index + 1),
      paymentMethodId: payment.paymentMethodId,
      amount: amount(`payments[${index}].amount`, payment.amount),
    })),
    lastModifiedTime: reader.instant('lastModifiedTime', input.lastModifiedTime),
    createdTime: input.createdTime == null ? null : reader.instant('createdTime', input.createdTime),
  }
  checkSign(order, reader)
  return order
}

function checkSign(order: Order, reader: MemberReader): void {
  if (order.type === 'Sale' && order.cost.total < 0n) {
    reader.refuse('cost.total', 'is negative in a Sale; send money returned to the customer as a Refund')
  }
  if (order.type === 'Refund' && order.cost.total > 0n) {
    reader.refuse(
      'cost.total',
      'is positive in a Refund; amounts are signed as they move the customer’s money',
    )
  }
}

/** Reads members one by one and collects what is wrong with them, so that an order's problems are told at once. */
class MemberReader {
  readonly problems: OrderProblem[] = []

  refuse(member: string, problem: string): void {
    this.problems.push({ member, problem })
  }

  amount(member: string, value: unknown, digits: number): MinorUnits {
    const reading = readAmount(value, digits)
    if (!reading.ok) {
      this.refuse(member, reading.problem)
      return 0n
    }
    return this.bounded(member, reading.amount)
  }

  bounded(member: string, amount: MinorUnits): MinorUnits {
    if (amount >= largest || amount <= -largest) this.refuse(member, `is ${largest} minor units or beyond`)
    return amount
  }

  decimal(member: string, value: unknown): DecimalText | null {
    if (value === null || value === undefined) return null
    const reading = readDecimal(value)
    if (reading.ok) return reading.text
    this.refuse(member, reading.problem)
    return null
  }

  instant(member: string, value: string): string {
    const instant = toInstant(value)
    if (instant !== undefined) return instant
    this.refuse(member, `'${value}' is not a moment in UTC such as 2026-03-01T17:30:00Z`)
    return ''
  }

  orderDate(
    value: string,
    { timeZone, cutOff }: { readonly timeZone: string; readonly cutOff: CutOffMinutes },
  ): Pick<Order, 'orderDate' | 'orderTime' | 'businessDate'> {
    const instant = toInstant(value)
    if (instant === undefined && !isLocalDateTime(value)) {
      this.refuse('orderDate', `'${value}' is not a date and time such as 2026-03-01T17:30:00`)
      return unread
    }
    const orderDate = instant === undefined ? value : localTimeAt(instant, timeZone)
    const businessDate = businessDateOfLocal(orderDate, cutOff)
    if (isCalendarDate(businessDate) && businessDate >= earliest) {
      const orderTime = instant ?? instantOfLocal(orderDate, timeZone)
      if (isCalendarDate(orderTime.slice(0, 10))) return { orderDate, orderTime, businessDate }
    }
    this.refuse('orderDate', `is not in the years ${earliest.slice(0, 4)} to 9999`)
    return unread
  }
}

function idOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('id' in input)) return null
  return typeof input.id === 'string' || typeof input.id === 'number' ? String(input.id).slice(0, 100) : null
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}
