import type { WireOrder, WireOrderItem } from './wire-order.js'

/** What can be told from the orders themselves, not from how they were made. Orders are counted once for each. */
export interface ScenarioCounts {
  /** Distinct orders. */
  orders: number
  /** Records, each revision counted. */
  revisions: number
  sales: number
  refunds: number
  /** Voided at some time, reinstated ones included. */
  voids: number
  voidedRefunds: number
  reinstated: number
  editedItems: number
  editedPayments: number
  editedBusinessDate: number
  /** First entered a day or more after their own. */
  late: number
  twoPayments: number
  threePayments: number
  giftCardsSold: number
  giftCardsRedeemed: number
  accountCreditSold: number
  accountCreditUsed: number
  accountCreditRefunded: number
  tips: number
  discounts: number
  compoundTaxes: number
  exempt: number
  untaxed: number
  freeOfCharge: number
  tenderExchanges: number
  cashRounding: number
  /** On a UTC day other than the business date. */
  acrossUtcMidnight: number
}

/** Counts the scenarios in a stream of order revisions in order of time. */
export function countScenarios(orders: Iterable<WireOrder>): ScenarioCounts {
  const seen = new Map<keyof ScenarioCounts, Set<string>>()
  const first = new Map<string, WireOrder>()
  const before = new Map<string, WireOrder>()
  let revisions = 0
  for (const order of orders) {
    revisions += 1
    const original = first.get(order.Id)
    for (const scenario of [...traitsOf(order), ...changesOf(order, original, before.get(order.Id))]) {
      const ids = seen.get(scenario) ?? new Set<string>()
      seen.set(scenario, ids.add(order.Id))
    }
    if (!original) first.set(order.Id, order)
    before.set(order.Id, order)
  }
  const count = (scenario: keyof ScenarioCounts) => seen.get(scenario)?.size ?? 0
  return {
    orders: first.size,
    revisions,
    sales: count('sales'),
    refunds: count('refunds'),
    voids: count('voids'),
    voidedRefunds: count('voidedRefunds'),
    reinstated: count('reinstated'),
    editedItems: count('editedItems'),
    editedPayments: count('editedPayments'),
    editedBusinessDate: count('editedBusinessDate'),
    late: count('late'),
    twoPayments: count('twoPayments'),
    threePayments: count('threePayments'),
    giftCardsSold: count('giftCardsSold'),
    giftCardsRedeemed: count('giftCardsRedeemed'),
    accountCreditSold: count('accountCreditSold'),
    accountCreditUsed: count('accountCreditUsed'),
    accountCreditRefunded: count('accountCreditRefunded'),
    tips: count('tips'),
    discounts: count('discounts'),
    compoundTaxes: count('compoundTaxes'),
    exempt: count('exempt'),
    untaxed: count('untaxed'),
    freeOfCharge: count('freeOfCharge'),
    tenderExchanges: count('tenderExchanges'),
    cashRounding: count('cashRounding'),
    acrossUtcMidnight: count('acrossUtcMidnight'),
  }
}

function* traitsOf(order: WireOrder): Generator<keyof ScenarioCounts> {
  const item = (test: (each: WireOrderItem) => boolean) => order.Items.some(test)
  const paid = (methodId: string) => order.Payments.some((payment) => payment.PaymentMethodId === methodId)
  const isSale = order.Type === 'Sale'
  if (isSale) yield 'sales'
  if (order.Type === 'Refund') yield 'refunds'
  if (order.Type === 'Void') yield 'voids'
  if (order.Type === 'VoidRefund') yield 'voidedRefunds'
  if (isSale && order.Payments.length === 2 && order.Items.length > 0) yield 'twoPayments'
  if (isSale && order.Payments.length === 3) yield 'threePayments'
  if (isSale && paid('3')) yield 'giftCardsRedeemed'
  if (isSale && paid('4')) yield 'accountCreditUsed'
  if (order.Type === 'Refund' && paid('4')) yield 'accountCreditRefunded'
  if (item((each) => each.ProductType === 'GiftCard')) yield 'giftCardsSold'
  if (item((each) => each.ProductType === 'AccountCredit')) yield 'accountCreditSold'
  if (item((each) => each.ProductType === 'Tip')) yield 'tips'
  if (item((each) => each.RevenueCategoryId === 'rounding')) yield 'cashRounding'
  if (item((each) => each.Discount !== '0.00')) yield 'discounts'
  if (item((each) => each.Taxes.length > 1)) yield 'compoundTaxes'
  if (item((each) => each.Taxes.length === 1 && each.Taxes[0]?.TaxRateId.endsWith(':03') === true))
    yield 'exempt'
  if (item((each) => each.Taxes.length === 0)) yield 'untaxed'
  if (order.Payments.length === 0) yield 'freeOfCharge'
  if (order.Cost.Total === '0.00' && order.Payments.length > 1) yield 'tenderExchanges'
  if (order.CreatedTime.slice(0, 10) !== order.OrderDate.slice(0, 10)) yield 'acrossUtcMidnight'
}

function* changesOf(
  order: WireOrder,
  original: WireOrder | undefined,
  previous: WireOrder | undefined,
): Generator<keyof ScenarioCounts> {
  if (!original || !previous) {
    // Read as UTC, the studio's wall clocks are at most 8 hours behind the instant.
    if (Date.parse(order.CreatedTime) - Date.parse(`${order.OrderDate}Z`) > 20 * 3_600_000) yield 'late'
    return
  }
  const differs = (part: 'Items' | 'Payments') =>
    JSON.stringify(order[part]) !== JSON.stringify(original[part])
  if (order.Type === 'Sale' && previous.Type === 'Void') yield 'reinstated'
  if (differs('Items')) yield 'editedItems'
  else if (differs('Payments')) yield 'editedPayments'
  if (order.OrderDate.slice(0, 10) !== original.OrderDate.slice(0, 10)) yield 'editedBusinessDate'
}
