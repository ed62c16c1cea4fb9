import {
  type Document,
  documentReference,
  type IntegratorConfiguration,
  type MappedPacket,
  type Rendering,
  sumOf,
} from '@ledgerpost/core'
import { trytonExtension } from '../configuration/extension.js'
import type { TrytonLimits } from '../limits.js'
import type { Content } from './content.js'
import { linesOf } from './lines.js'
import { refusalOf, refuse } from './refusal.js'

/**
 * One balanced account move for each part of a packet, or why Tryton cannot carry it. A part of which nothing remains
 * to book makes none, for Tryton posts no empty move. Pure.
 */
export function render(
  packet: MappedPacket,
  configuration: IntegratorConfiguration,
  limits: TrytonLimits,
): Rendering {
  const reading = trytonExtension.safeParse(configuration.extension)
  if (!reading.success) {
    return refuse(
      'NotRepresentable',
      'What is known of the Tryton company is incomplete: Refresh, then Resync.',
    )
  }
  const extension = reading.data
  const refusal = refusalOf(packet, configuration, extension, limits)
  if (refusal) return refusal
  const { documentDate } = packet
  const period = extension.periods.find(({ start, end }) => start <= documentDate && documentDate <= end)
  const documents: Document[] = []
  for (const [ordinal, part] of packet.parts.entries()) {
    const lines = linesOf(packet, part, extension, limits)
    if (lines === undefined || period === undefined) {
      return refuse(
        'TaxNotRepresentable',
        `${packet.title} bears tax that is mapped to a tax of Tryton without a rate. Map it to another.`,
      )
    }
    if (lines.length === 0) continue
    const content: Content = {
      company: extension.company,
      journal: extension.journal,
      period: period.id,
      lines: lines.map((line) => line.content),
    }
    const postings = lines.map(({ posting }) => posting)
    documents.push({
      reference: documentReference(packet.key, ordinal),
      kind: 'journal',
      date: documentDate,
      stage: 0,
      currency: packet.currency,
      total: sumOf(postings, ({ amount }) => (amount > 0n ? amount : 0n)),
      postings,
      settles: null,
      content,
    })
  }
  return { ok: true, documents }
}
