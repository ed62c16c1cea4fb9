import type { PacketPayment, RequestItem } from '@ledgerpost/core'

/** A request item as JSON; amounts are minor units as text. */
export type RequestItemJson = Omit<RequestItem, 'netAmount' | 'taxAmount'> & {
  readonly netAmount: string
  readonly taxAmount: string
}

/** A packet's payment as JSON; the amount is minor units as text. */
export type PacketPaymentJson = Omit<PacketPayment, 'amount'> & { readonly amount: string }

export function requestItemToJson(item: RequestItem): RequestItemJson {
  return { ...item, netAmount: item.netAmount.toString(), taxAmount: item.taxAmount.toString() }
}

export function requestItemFromJson(json: RequestItemJson): RequestItem {
  return { ...json, netAmount: BigInt(json.netAmount), taxAmount: BigInt(json.taxAmount) }
}

export function paymentToJson(payment: PacketPayment): PacketPaymentJson {
  return { ...payment, amount: payment.amount.toString() }
}

export function paymentFromJson(json: PacketPaymentJson): PacketPayment {
  return { ...json, amount: BigInt(json.amount) }
}
