import {
  type Document,
  documentReference,
  type IntegratorConfiguration,
  type MappedPacket,
  type Rendering,
} from '@ledgerpost/core'
import { quickbooksOnlineExtension } from '../configuration/extension.js'
import type { QuickBooksOnlineLimits } from '../limits.js'
import { journalDocument } from './journal-document.js'
import { journalRefusalOf } from './journal-refusal.js'
import { kindOf } from './kind-of.js'
import type { Making } from './making.js'
import { receiptDocument } from './receipt-document.js'
import { refusalOf, refuse } from './refusal.js'
import { sharesOf } from './shares.js'

/**
 * A packet as QuickBooks' documents: of each part one for each payment, all in one stage. A part without lines moves
 * nothing and makes no document.
 */
export function render(
  packet: MappedPacket,
  configuration: IntegratorConfiguration,
  limits: QuickBooksOnlineLimits,
): Rendering {
  const extension = quickbooksOnlineExtension.safeParse(configuration.extension)
  if (!extension.success) {
    return refuse(
      'NotRepresentable',
      'What is known of the QuickBooks company is incomplete: Refresh, then Resync.',
    )
  }
  const making: Making = {
    packet,
    accounts: new Map(configuration.accounts.map((account) => [account.id, account])),
    taxRates: new Map(configuration.taxRates.map((rate) => [rate.id, rate])),
    extension: extension.data,
    limits,
  }
  const refusal = refusalOf(making, configuration)
  if (refusal) return refusal
  const documents: Document[] = []
  for (const share of packet.parts.flatMap(sharesOf)) {
    if (share.lines.length === 0) continue
    const number = documentReference(packet.key, documents.length)
    if (number.length > limits.referenceLength) {
      return refuse(
        'NotRepresentable',
        `The packet needs more than ${documents.length} documents, whose numbers QuickBooks cannot tell apart. Book it by hand.`,
      )
    }
    const kind = kindOf(making, share)
    const obstacle = kind === 'journal' ? journalRefusalOf(making, share) : undefined
    if (obstacle) return obstacle
    const document =
      kind === 'journal'
        ? journalDocument(making, share, number)
        : receiptDocument(making, share, kind, number)
    if (document) documents.push(document)
  }
  return { ok: true, documents }
}
