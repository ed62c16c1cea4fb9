import {
  type Document,
  documentReference,
  type IntegratorConfiguration,
  type MappedPacket,
  type Rendering,
} from '@ledgerpost/core'
import { xeroExtension } from '../configuration/extension.js'
import type { XeroLimits } from '../limits.js'
import { bankTransactionDocument } from './bank-transaction-document.js'
import { renderJournal } from './journal-document.js'
import type { Making } from './making.js'
import { paymentDocument } from './payment-document.js'
import { refusalOf, refuse } from './refusal.js'
import { saleDocument } from './sale-document.js'

/**
 * A packet as Xero's documents. A part without lines moves nothing and makes no document. As manual journals, all parts
 * make one; as bank transactions, each part makes one if it can be one. Whatever else there is makes an invoice, or a
 * credit note if money went back, and in the next stage one payment for each of its payments.
 */
export function render(
  packet: MappedPacket,
  configuration: IntegratorConfiguration,
  limits: XeroLimits,
): Rendering {
  const extension = xeroExtension.safeParse(configuration.extension)
  if (!extension.success) {
    return refuse(
      'NotRepresentable',
      'What is known of the Xero organisation is incomplete: Refresh, then Resync.',
    )
  }
  const refusal = refusalOf(packet, configuration, extension.data, limits)
  if (refusal) return refusal
  const making: Making = { packet, configuration, extension: extension.data, limits }
  if (extension.data.bookedAs === 'manual-journals')
    return renderJournal(making, documentReference(packet.key, 0))
  return { ok: true, documents: documentsOf(making) }
}

function documentsOf(making: Making): Document[] {
  const { packet, extension } = making
  const documents: Document[] = []
  const nextReference = (): string => documentReference(packet.key, documents.length)
  for (const part of packet.parts) {
    if (part.lines.length === 0) continue
    const transaction =
      extension.bookedAs === 'bank-transactions'
        ? bankTransactionDocument(making, part, nextReference())
        : undefined
    if (transaction) {
      documents.push(transaction)
      continue
    }
    const sale = saleDocument(making, part, nextReference())
    documents.push(sale)
    for (const payment of part.payments)
      documents.push(paymentDocument(making, payment, nextReference(), sale))
  }
  return documents
}
