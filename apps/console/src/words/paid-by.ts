import type { SyncPacket } from '@ledgerpost/client'
import type { Texts } from '../texts/english.js'

/**
 * How a packet was paid, in words. One of a day has its payment method; one of an order has all payments of the order,
 * and none if the order had none.
 * @param nameOf what the platform calls a payment method
 */
export function paidBy(
  { PaymentMethodId, Payments }: Pick<SyncPacket, 'PaymentMethodId' | 'Payments'>,
  nameOf: (id: string) => string,
  texts: Texts['history'],
): string {
  if (PaymentMethodId !== null) return nameOf(PaymentMethodId)
  const [first, ...others] = Payments
  if (first === undefined) return texts.noMethod
  return others.length === 0 ? nameOf(first.PaymentMethodId) : texts.severalMethods
}
