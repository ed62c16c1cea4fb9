import type { Document } from '@ledgerpost/core'
import { NotStored } from '../errors.js'
import type { DocumentStore, StoredDocument } from '../ports/document-store.js'
import { byCodePoint } from './code-point-order.js'
import { immutableCopy } from './immutable-copy.js'
import { ownPackets } from './packets.js'
import { checkFailed, duplicate, int8, requireCurrency } from './rule-broken.js'
import type { State } from './state.js'
import { pairKey } from './table.js'

type Documents = Pick<DocumentStore, 'documentsOfPackets' | 'planDocuments' | 'unsettledDocuments'>

export function documents(state: State): Documents {
  return {
    async documentsOfPackets(packetKeys) {
      return ownPackets(state, packetKeys).flatMap(({ key }) =>
        state.documentsOf.of(key).map(({ value }) => value),
      )
    },

    async planDocuments(plans) {
      const keys = plans.map(({ packetKey }) => packetKey)
      const packets = new Map(ownPackets(state, keys).map((row) => [row.key, row]))
      const planned = plans.flatMap(({ packetKey, documents: wanted }) => {
        const packet = packets.get(packetKey)
        if (!packet?.sealed) throw new NotStored(`Sealed packet ${packetKey}`)
        return wanted.map((document, position) => ({ packet, document, position }))
      })
      const kept = new Set<string>()
      for (const key of packets.keys()) {
        for (const row of state.documentsOf.of(key).slice()) {
          const { reference, status } = row.value
          if (status === 'planned' || status === 'rejected') state.documents.delete(row)
          else kept.add(pairKey(key, reference))
        }
      }
      for (const { packet, document, position } of planned) {
        const { integrationId, ordinal, key } = packet
        const { reference, currency, total } = document
        if (kept.has(pairKey(key, reference))) continue
        requireCurrency(currency)
        if (int8(total) < 0n) throw checkFailed(`the total of document ${reference} is below zero`)
        if (state.documents.get(pairKey(integrationId, reference))) throw duplicate(`document ${reference}`)
        state.documents.put({
          subscriberId: state.scope,
          integrationId,
          ordinal,
          position,
          isSwept: false,
          value: plannedDocument(key, document),
        })
      }
      for (const { packet, document } of planned) {
        if (!kept.has(pairKey(packet.key, document.reference))) requireBalance(document)
      }
    },

    async unsettledDocuments(integrationId, { after, limit }) {
      return state.unsettledDocuments
        .from(integrationId, ({ value }) => byCodePoint(value.reference, after ?? '') > 0, limit)
        .filter((row) => state.own(row))
        .map(({ value }) => value)
    },
  }
}

function plannedDocument(packetKey: string, document: Document): StoredDocument {
  const { reference, stage, kind, date, currency, total, postings, settles, content } = document
  return immutableCopy({
    packetKey,
    reference,
    stage,
    kind,
    date,
    currency,
    total,
    postings,
    settles,
    content,
    status: 'planned',
    integratorId: null,
    link: null,
    message: null,
    reasonKind: null,
    submissionId: null,
    sentAt: null,
    attempts: 0,
  } satisfies StoredDocument)
}

function requireBalance({ reference, postings }: Document): void {
  const difference = postings.reduce((sum, { amount }) => sum + amount, 0n)
  if (difference === 0n) return
  throw checkFailed(`the postings of document ${reference} do not balance: debits and credits differ`)
}
