import {
  type Document,
  documentReference,
  type IntegratorConfiguration,
  type MappedPacket,
  type Rendering,
} from '@ledgerpost/core'
import { xeroExtension } from '../configuration/extension.js'
import type { XeroLimits } from '../limits.js'
import { paymentDocument } from './payment-document.js'
import { refusalOf } from './refusal.js'
import { type Making, saleDocument } from './sale-document.js'

/**
 * A packet as Xero's documents: for each part an invoice, or a credit note if money went back, and in the next
 * stage one payment for each of its payments. A part without lines moves nothing and makes no document.
 */
export function render(
  packet: MappedPacket,
  configuration: IntegratorConfiguration,
  limits: XeroLimits,
): Rendering {
  const extension = xeroExtension.safeParse(configuration.extension)
  if (!extension.success) {
    return {
      ok: false,
      code: 'NotRepresentable',
      message: 'What is known of the Xero organisation is incomplete: Refresh, then Resync.',
    }
  }
  const refusal = refusalOf(packet, configuration, extension.data, limits)
  if (refusal) return refusal
  const making: Making = { packet, extension: extension.data, limits }
  const documents: Document[] = []
  const nextReference = (): string => documentReference(packet.key, documents.length)
  for (const part of packet.parts) {
    if (part.lines.length === 0) continue
    const sale = saleDocument(making, part, nextReference())
    documents.push(sale)
    for (const payment of part.payments)
      documents.push(paymentDocument(making, payment, nextReference(), sale))
  }
  return { ok: true, documents }
}
